package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.core.KitVersion;
import designspace.experiment.Examples.Training;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResultsTest extends FinishedTable {
  private void assertRefused(Plan<Training> plan, String... message) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> ResultsFile.open(plan, file).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("t.csv")
        .hasMessageContainingAll(message);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("t.csv", "t.csv.lock");
  }

  @Test
  void readsAsItIsWritten() {
    List<String> lines = text().lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .isEqualTo(
            "# designspace " + KitVersion.current() + ", table format 1, torn: σ from 0.1 to 2");
    assertThat(lines.get(1)).isEqualTo("weighting,law,steps,spread,seed,loss,gradient²");
    assertThat(lines.get(2)).startsWith("UNIFORM,gaussian,20,0.30000000000000004,1,");
  }

  /** The same for a kill anywhere and any rows. */
  @Test
  void everyWholeRowIsRead() {
    int heading = new Results<>(PLAN).table().length;
    for (int cut = heading; cut <= whole.length; cut++) {
      byte[] torn = Arrays.copyOf(whole, cut);
      TableText.Whole<Training> kept = TableText.parse(PLAN, "torn", torn);
      String rows = new String(torn, heading, cut - heading, StandardCharsets.UTF_8);
      assertThat((long) kept.results().runs().size())
          .as("cut at %d", cut)
          .isEqualTo(rows.chars().filter(c -> c == '\n').count());
      assertThat(kept.results().table()).isEqualTo(Arrays.copyOf(whole, (int) kept.bytes()));
    }
  }

  @Test
  void aTornTableIsReadWithoutTouchingIt() throws IOException {
    byte[] torn = Arrays.copyOf(whole, whole.length - 1);
    Files.write(file, torn);
    Results<Training> results = Results.read(PLAN, file);
    assertThat(results.runs()).hasSize(3);
    assertThat(results.complete()).isFalse();
    assertThat(Files.readAllBytes(file)).isEqualTo(torn);
    assertThatThrownBy(() -> results.of(PLAN.settings().get(3)))
        .hasMessageContainingAll("a finished run", "seed=-2");
  }

  @Test
  void windowsLineBreaksAreNamed() throws IOException {
    write(text().replace("\n", "\r\n"));
    assertRefused(PLAN, "Windows line breaks", "*.csv -text");
  }

  @Test
  void anotherPlansTableIsRefused() throws IOException {
    assertRefused(
        new Plan<>("torn", "σ from 0.1 to 3", PLAN.settings(), PLAN.outcomes()),
        "σ from 0.1 to 2\n",
        "σ from 0.1 to 3\n");
    assertRefused(
        new Plan<>("other", PLAN.fixed(), PLAN.settings(), PLAN.outcomes()), "torn:", "other:");
    assertRefused(
        new Plan<>("torn", PLAN.fixed(), PLAN.settings(), List.of("loss", "w2")),
        "seed,loss,gradient²",
        "seed,loss,w2");
    write("my notes");
    assertRefused(PLAN, "my notes", "seed,loss,gradient²");
  }

  @Test
  void anotherVersionsTableIsReadButNotContinued() throws IOException {
    write(text().replace("designspace " + KitVersion.current(), "designspace 0.0.1"));
    assertRefused(PLAN, "version = 0.0.1", "expected " + KitVersion.current());
    Results<Training> results = Results.read(PLAN, file);
    assertThat(results.version()).isEqualTo("0.0.1");
    assertThat(results.complete()).isTrue();
  }

  @Test
  void damagedRowsAreRefusedByTheirLine() throws IOException {
    write(text().replaceFirst("gaussian,20,", "gaussian,2x,"));
    assertRefused(PLAN, "line 3", "2x");
    write(text().replaceFirst("gaussian,20,", "gaussian,"));
    assertRefused(PLAN, "line 3", "number of cells = 6");
    write(text().replaceFirst("EDM|UNIFORM", "ED"));
    assertRefused(PLAN, "line 3", "no Weighting: ED");
    write(text().replaceFirst(",1,", ",77,"));
    assertRefused(PLAN, "line 3", "seed=77", "may grow but not shrink");
    write(text().replaceFirst("gaussian,20,", "gaussian,\0\0,"));
    assertRefused(PLAN, "line 3");
    write(text() + "my notes\n");
    assertRefused(PLAN, "line 7", "number of cells = 1");
    String row = text().lines().toList().get(2);
    write(text() + row + "\n");
    assertRefused(PLAN, "line 7", "each settings once");
  }

  @Test
  void aPlanMayGrow() throws IOException {
    List<Training> more = Examples.PLAN.settings();
    Plan<Training> grown = new Plan<>(PLAN.name(), PLAN.fixed(), more, PLAN.outcomes());
    assertThat(Experiment.of(grown, Examples::hash).run(file, 2, line -> {}).complete()).isTrue();
    assertThat(Files.readString(file)).startsWith(text());
    assertRefused(PLAN, "may grow but not shrink");
  }

  @Property(seed = "1")
  void numbersKeepTheirBits(@ForAll double value, @ForAll long seed) throws IOException {
    record Setting(double value, long seed) {}
    Setting setting = new Setting(value, seed);
    Plan<Setting> plan = new Plan<>("bits", "nothing", List.of(setting), List.of("x", "y"));
    Run<Setting> run = Run.of(plan, setting, Map.of("x", -value / 3, "y", Double.NaN));
    byte[] table = new Results<>(plan, "1", Map.of(setting, run)).table();
    Results<Setting> read = Results.read(plan, new ByteArrayInputStream(table));
    assertThat(read.runs()).containsExactly(run);
    assertThat(read.table()).isEqualTo(table);
    assertThat(read.of(setting).get("y")).isNaN();
  }
}
