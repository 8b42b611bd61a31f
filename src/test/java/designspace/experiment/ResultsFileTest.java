package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.experiment.Examples.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsFileTest extends FinishedTable {
  /** Wherever a kill cut the last row, the rows before it are kept and the table goes on. */
  @Test
  void aTornRowIsRunAgain() throws IOException {
    Training last = PLAN.settings().get(3);
    int begin = text().substring(0, text().length() - 1).lastIndexOf('\n') + 1;
    int bytes = text().substring(0, begin).getBytes(StandardCharsets.UTF_8).length;
    for (int cut = bytes; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      try (ResultsFile<Training> table = ResultsFile.open(PLAN, file)) {
        assertThat(table.size()).as("cut at %d", cut).isEqualTo(3);
        table.append(Run.of(PLAN, last, Examples.hash(last)));
      }
      assertThat(Files.readAllBytes(file)).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  @Test
  void aTornHeadingIsWrittenAgain() throws IOException {
    byte[] empty = new Results<>(PLAN).table();
    for (int cut = 0; cut <= empty.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      ResultsFile.open(PLAN, file).close();
      assertThat(Files.readAllBytes(file)).as("cut at %d", cut).isEqualTo(empty);
    }
  }

  @Test
  void aCrashMayLeaveALastLineWithoutItsBeginning() throws IOException {
    String row = text().lines().toList().get(5);
    String rows = text().substring(0, text().length() - row.length() - 1);
    for (int lost : List.of(3, row.indexOf(',') + 3, row.length())) {
      write(rows + "\0".repeat(lost) + row.substring(lost) + "\n");
      try (ResultsFile<Training> table = ResultsFile.open(PLAN, file)) {
        assertThat(table.size()).isEqualTo(3);
      }
    }
  }

  @Test
  void aFinishedTableIsNotTouched() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    Experiment.of(PLAN, Examples::hash).run(file, 1, line -> {});
    assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();

    Files.write(file, new byte[] {'7', ','}, StandardOpenOption.APPEND); // torn
    Experiment.of(PLAN, Examples::hash).run(file, 1, line -> {});
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  /** Whatever fails leaves nothing behind that keeps the next try from going on. */
  @Test
  void aTableThatCannotBeReplacedIsGivenBack() throws IOException {
    Path part = Files.createDirectory(folder.resolve("t.csv.part"));
    write(text().replace(text().lines().toList().get(2) + "\n", ""));
    assertThatThrownBy(() -> Experiment.of(PLAN, Examples::hash).run(file, 1, line -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("t.csv.part");
    assertThat(part).doesNotExist();
    assertThat(Experiment.of(PLAN, Examples::hash).run(file, 1, line -> {}).complete()).isTrue();
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }
}
