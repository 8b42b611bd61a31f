package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPointsTest {
  @Test
  void readsRowsWithOrWithoutHeader(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, "\uFEFFx,\"y\"\n1, -2e-3\r\n\n.5,\"3\"\n");
    assertThat(CsvPoints.read(file).toArray()).containsExactly(1, -2e-3, 0.5, 3);
    assertThat(read("1\t2", "3\t4")).containsExactly(1, 2, 3, 4);
  }

  @Test
  void readsWhatNumpyWrites() {
    assertThat(read("# x y", "1.5e+00 -2.0e-01", "  3   4 ", "# end"))
        .containsExactly(1.5, -0.2, 3, 4);
  }

  /** One separator a file: beside semicolons and tabs, and in quotes, a comma is a decimal one. */
  @Test
  void readsDecimalCommas() {
    assertThat(read("0,1234;-0,5678", "1;2e-1")).containsExactly(0.1234, -0.5678, 1, 0.2);
    assertThat(read("x, m\ty", "0,5\t,25")).containsExactly(0.5, 0.25);
    assertThat(read("\"0,5\",\"1,5\"")).containsExactly(0.5, 1.5);
    assertThat(CsvPoints.parse("data", List.of("0,5;1", "2;3")).dimension()).isEqualTo(2);
    refused("line 2, column 1 = '0.5': expected a decimal ',' as before", "0,5;1", "0.5;1");
    refused("line 1, column 2 = '5 0'", "0,5 0,6");
    refused("with decimal commas use semicolons", "0,5 0,6");
    refused("line 2: number of columns = 1", "1;2", "1,2");
  }

  @Test
  void namesLineAndColumn() {
    refused("line 3, column 2 = 'n/a'", "x,y", "1,2", "1,n/a");
    refused("line 2, column 1 = 'NaN'", "1,2", "NaN,2");
    refused("line 2, column 2 = ''", "1,2", "1,");
    refused("the line ends with a separator", "1,2,", "3,4,");
    refused("line 1, column 2 = 'red'", "1,red");
    refused("line 2: number of columns = 3", "1,2", "1,2,3");
    refused("line 2, column 1 = Infinity", "1,2", "1e999,2");
    refused("line 1 = '\"1,2': expected quotes in pairs", "\"1,2");
    refused("no rows of numbers", "x,y");
    refused("no rows of numbers");
  }

  /** Else a first point that is missing would be taken for a header. */
  @Test
  void aHeaderHasNames() {
    refused("line 1, column 1 = 'NaN': expected a number or a name", "NaN,NaN", "1,2");
    refused("line 1, column 2 = '-inf'", "x,-inf", "1,2");
    refused("line 1, column 1 = 'NA'", "NA,NA", "1,2");
    refused("line 1, column 2 = ''", ",", "1,2");
    refused("line 2, column 3 = ''", "# c", "x,y,", "1,2,");
  }

  @Test
  void refusesWhatPandasAdds() {
    refused("data.csv, column 1 = 0, 1, 2, …: expected a coordinate", ",x", "0,.5", "1,.6");
    refused("write with index=False", ",x", "17,.5", "3,.6");
    refused("it numbers the rows", "a,x", "0,.5", "1,.6", "2,.1");
    refused("line 1 = '0,1': expected a point or names", "0,1", ".5,.6");
    refused("line 1 = ',0,1'", ",0,1", "0,.5,.6");
    refused("write with header=False", "0;1", ".5;.6");
    assertThat(read("x,y", "0,1", "2,3")).containsExactly(0, 1, 2, 3);
    assertThat(read("x", "0", "1", "2")).containsExactly(0, 1, 2);
    assertThat(read(",x", "0.5,1", "0.1,2")).containsExactly(0.5, 1, 0.1, 2);
  }

  @Test
  void saysWhyAFileCannotBeRead(@TempDir Path folder) throws Exception {
    unreadable(Path.of("nowhere.csv"), "nowhere.csv: no such file");
    unreadable(folder, "it is a directory");
    Path file = folder.resolve("data.csv");
    Files.write(file, "x,y\nü,1\n".getBytes(StandardCharsets.ISO_8859_1));
    unreadable(file, "line 2, byte FC, is not UTF-8");
    Files.write(file, "\uFEFF1,2\n".getBytes(StandardCharsets.UTF_16LE));
    unreadable(file, "it is UTF-16, not UTF-8");
    Files.write(file, "1,2\n".getBytes(StandardCharsets.UTF_16)); // with a mark
    unreadable(file, "it is UTF-16, not UTF-8");
  }

  private static void unreadable(Path file, String message) {
    assertThatThrownBy(() -> CsvPoints.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot read " + file)
        .hasMessageContaining(message);
  }

  private static double[] read(String... lines) {
    return CsvPoints.parse("data.csv", List.of(lines)).toArray();
  }

  private static void refused(String message, String... lines) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvPoints.parse("data.csv", List.of(lines)))
        .withMessageContaining(message);
  }
}
