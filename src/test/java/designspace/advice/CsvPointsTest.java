package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPointsTest {
  @Test
  void readsRowsWithOrWithoutHeader(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, "x,\"y\"\n1, -2e-3\n\n.5;\"3\"\n");
    assertThat(CsvPoints.read(file).toArray()).containsExactly(1, -2e-3, 0.5, 3);
    assertThat(CsvPoints.parse("data", List.of("1\t2")).dimension()).isEqualTo(2);
  }

  @Test
  void namesLineAndColumn() {
    refused("line 3, column 2 = 'n/a'", "x,y", "1,2", "1,n/a");
    refused("line 2, column 1 = 'NaN'", "1,2", "NaN,2");
    refused("line 2, column 2 = ''", "1,2", "1,");
    refused("line 1, column 2 = 'red'", "1,red");
    refused("line 2: number of columns = 3", "1,2", "1,2,3");
    refused("line 2, column 1 = Infinity", "1,2", "1e999,2");
    refused("no rows of numbers", "x,y");
    refused("no rows of numbers");
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> CsvPoints.read(Path.of("nowhere.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere.csv");
  }

  private static void refused(String message, String... lines) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvPoints.parse("data.csv", List.of(lines)))
        .withMessageContaining(message);
  }
}
