package designspace.experiment;

import designspace.core.Require;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a table to one writer, of this process or another; a kill frees it. A file of its own is
 * locked, since the table is replaced in the end and a reader's close would free a lock on it. The
 * empty {@code .lock} file stays: who had opened it before it was deleted would hold a lock beside
 * that of whoever creates it anew.
 */
final class TableLock implements Closeable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path table;
  private final FileChannel channel;

  private TableLock(Path table, FileChannel channel) {
    this.table = table;
    this.channel = channel;
  }

  /**
   * Takes it at once or not at all.
   *
   * @param table real path of the table
   * @throws IllegalArgumentException if somebody else holds it
   */
  static TableLock of(Path table) throws IOException {
    Path file = table.resolveSibling(table.getFileName() + ".lock");
    if (!HELD.add(table)) { // before the file is opened: its close would free this process's lock
      throw taken(table);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw taken(table);
      }
      return new TableLock(table, channel);
    } catch (IOException | RuntimeException e) {
      HELD.remove(table);
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  private static IllegalArgumentException taken(Path table) {
    return Require.refusal(
        "file", table, "a table that no other experiment writes", "their rows would mix");
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(table); // not before: another's close would free a lock taken meanwhile
    }
  }
}
