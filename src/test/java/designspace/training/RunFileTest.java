package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final RunFile KIND = new RunFile(17, "a saved list");
  private static final List<Double> CONTENT = List.of(1.5, -0.0, Double.MIN_VALUE);

  @TempDir Path folder;

  private Path saved() throws IOException {
    Path file = folder.resolve("run");
    KIND.write(file, out -> RunFile.write(out, CONTENT));
    return file;
  }

  private static List<Double> read(RunFile kind, Path file) throws IOException {
    return kind.read(file, RunFile::readList);
  }

  private static void assertRefused(RunFile kind, Path file) {
    assertThatThrownBy(() -> read(kind, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(file.toString(), kind.name());
  }

  @Test
  void comesBack() throws IOException {
    assertThat(read(KIND, saved())).isEqualTo(CONTENT);
  }

  @Test
  void anotherKindIsRefused() throws IOException {
    assertRefused(new RunFile(18, "a saved map"), saved());
    Path text = folder.resolve("text");
    Files.writeString(text, "hello, this is none");
    assertRefused(KIND, text);
    Files.writeString(text, "");
    assertRefused(KIND, text);
  }

  @Test
  void everyCutIsRefused() throws IOException {
    Path file = saved();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(KIND, file);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused(KIND, file);
  }

  @Test
  void everyFlippedBitIsRefused() throws IOException {
    Path file = saved();
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertRefused(KIND, file);
    }
  }

  @Test
  void aWriteThatFailsLeavesTheOldFileAlone() throws IOException {
    Path file = saved();
    assertThatThrownBy(
            () ->
                KIND.write(
                    file,
                    out -> {
                      out.writeInt(3);
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(read(KIND, file)).isEqualTo(CONTENT);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** What a kill in the middle of a write leaves behind, seen from the reader of the old file. */
  @Test
  void theOldFileIsThereUntilTheNewOneIsWhole() throws IOException {
    Path file = saved();
    KIND.write(
        file,
        out -> {
          RunFile.write(out, List.of(2.0));
          assertThat(read(KIND, file)).isEqualTo(CONTENT);
        });
    assertThat(read(KIND, file)).containsExactly(2.0);
  }
}
