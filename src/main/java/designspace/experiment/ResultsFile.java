package designspace.experiment;

import designspace.core.KitVersion;
import designspace.core.Require;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table that is being written, by one experiment alone. Safe to call from several threads. Writes
 * by streams: an interrupt would close a channel in the middle of a row.
 */
final class ResultsFile<S extends Record> implements Closeable {
  private final Plan<S> plan;
  private final Path file;
  private final TableLock lock;
  private final RandomAccessFile table;
  private final Map<S, Run<S>> runs = new LinkedHashMap<>();
  private long end; // of the last whole row

  private ResultsFile(Plan<S> plan, Path file, TableLock lock) throws IOException {
    this.plan = plan;
    this.file = file;
    this.lock = lock;
    byte[] found = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    byte[] empty = new Results<>(plan).table();
    boolean begun =
        !Arrays.equals(found, 0, found.length, empty, 0, Math.min(found.length, empty.length));
    if (begun) {
      TableText.Whole<S> whole = TableText.parse(plan, file.toString(), found);
      requireThisKit(whole.results().version());
      runs.putAll(whole.results().bySettings());
      end = whole.bytes();
    }
    table = new RandomAccessFile(file.toFile(), "rw");
    if (!begun) {
      begin(empty);
    }
  }

  private void begin(byte[] empty) throws IOException {
    try {
      write(empty);
      syncFolder();
    } catch (IOException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  /**
   * Opens a table, or begins it.
   *
   * @throws IllegalArgumentException if it is not this plan's and this kit's, if a row is damaged
   *     or if somebody else writes it; the file is then as it was
   */
  static <S extends Record> ResultsFile<S> open(Plan<S> plan, Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path real =
        Files.exists(absolute)
            ? absolute.toRealPath()
            : absolute.getParent().toRealPath().resolve(absolute.getFileName());
    TableLock lock = TableLock.of(real);
    try {
      return new ResultsFile<>(plan, real, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void requireThisKit(String version) {
    if (!version.equals(KitVersion.current())) {
      throw Require.refusal(
          file + ": version", version, KitVersion.current(), "rows of two kits do not compare");
    }
  }

  synchronized Results<S> results() {
    return new Results<>(plan, KitVersion.current(), runs);
  }

  /** How many runs are finished. */
  synchronized int size() {
    return runs.size();
  }

  /** Adds a row and returns when it is on the disk. */
  synchronized void append(Run<S> run) throws IOException {
    write(run.line().getBytes(StandardCharsets.UTF_8));
    runs.put(run.settings(), run);
  }

  private void write(byte[] whole) throws IOException {
    table.setLength(end); // whatever was torn goes
    table.seek(end);
    table.write(whole);
    table.getFD().sync();
    end += whole.length;
  }

  /** Puts the rows in the plan's order, in one step. */
  synchronized void sort() throws IOException {
    byte[] sorted = results().table();
    byte[] found = new byte[(int) table.length()];
    table.seek(0);
    table.readFully(found);
    table.close(); // or some systems would not replace it
    if (!Arrays.equals(found, sorted)) {
      replace(sorted);
    }
  }

  private void replace(byte[] whole) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (FileOutputStream out = new FileOutputStream(part.toFile())) {
        out.write(whole);
        out.getFD().sync();
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part); // there only after a failure
    }
    syncFolder();
  }

  /** Puts the file's name on the disk, on systems where a folder can be forced there. */
  private void syncFolder() {
    try (FileChannel folder = FileChannel.open(file.getParent())) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folders and keeps the name by itself.
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      table.close();
    } finally {
      lock.close();
    }
  }
}
