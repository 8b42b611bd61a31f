package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class TableLockTest {
  @TempDir Path folder;

  /** Another writer, which has opened the lock's file when it says so and waits for the lock. */
  public static void main(String[] args) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
      System.out.println("opened");
      channel.lock();
      System.out.println("held");
      System.in.read(); // until the other end is closed
    }
  }

  @Test
  void isHandedOverToOneWriter() throws IOException {
    Path table = folder.toRealPath().resolve("t.csv");
    TableLock first = TableLock.of(table);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TableLockTest.class.getName(),
                table + ".lock")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader says = other.inputReader(StandardCharsets.UTF_8)) {
      assertThat(says.readLine()).isEqualTo("opened");
      first.close();
      assertThat(says.readLine()).isEqualTo("held");
      assertThatThrownBy(() -> TableLock.of(table).close())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a table that no other experiment writes");
      other.getOutputStream().close();
      assertThat(says.readLine()).isNull();
    } finally {
      other.destroyForcibly();
    }
    TableLock.of(table).close();
    assertThat(Files.size(folder.resolve("t.csv.lock"))).isZero();
  }

  @Test
  void oneProcessHoldsItOnce() throws IOException {
    Path table = folder.toRealPath().resolve("t.csv");
    try (TableLock first = TableLock.of(table)) {
      assertThatThrownBy(() -> TableLock.of(table).close()).hasMessageContaining("t.csv");
      assertThat(first).isNotNull();
    }
    TableLock.of(table).close();
  }
}
