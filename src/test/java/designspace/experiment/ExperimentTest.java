package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.experiment.Examples.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ExperimentTest {
  private static final Plan<Training> PLAN = Examples.PLAN;
  private static final int ALL = PLAN.settings().size();

  @TempDir Path folder;

  private final List<String> lines = new ArrayList<>();

  private Path table(String name) {
    return folder.resolve("not/yet/there").resolve(name);
  }

  @Test
  void theTableDoesNotDependOnThreadsOrTheOrderOfRunning() throws IOException {
    Path one = table("one.csv");
    Experiment.of(PLAN, Examples::hash).run(one, 1, lines::add);
    Path dear = table("dear.csv");
    new Experiment<>(PLAN, Training::steps, Examples::hash).run(dear, 1, lines::add);
    Path many = table("many.csv");
    Results<Training> results = Experiment.of(PLAN, Examples::hash).run(many, 7, lines::add);

    assertThat(dear).hasSameBinaryContentAs(one);
    assertThat(many).hasSameBinaryContentAs(one);
    assertThat(results.runs()).extracting(Run::settings).isEqualTo(PLAN.settings());
    assertThat(results.complete()).isTrue();
    for (Training settings : PLAN.settings()) {
      assertThat(results.of(settings).outcomes()).isEqualTo(Examples.hash(settings));
    }
    assertThat(lines.subList(4, 6))
        .containsExactly("small trainings: 0 of 40 runs", "small trainings: 40 of 40 runs");
    assertThat(lines).hasSize(6);
  }

  @Test
  void theDearestBeginFirst() throws IOException {
    List<Integer> begun = new ArrayList<>();
    new Experiment<>(
            PLAN,
            Training::steps,
            settings -> {
              begun.add(settings.steps());
              return Examples.hash(settings);
            })
        .run(table("t.csv"), 1, lines::add);
    assertThat(begun).hasSize(ALL).isSortedAccordingTo(Collections.reverseOrder());
  }

  @Test
  void aFailedRunIsNamedAndAllOthersAreKept() throws IOException {
    Training bad = PLAN.settings().get(17);
    Path file = table("t.csv");
    assertThatThrownBy(
            () ->
                Experiment.of(PLAN, settings -> fail(settings, settings.equals(bad)))
                    .run(file, 3, lines::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("39 of 40 runs, 1 failed", bad.toString(), "no such law")
        .hasRootCauseInstanceOf(UnsupportedOperationException.class);
    assertThat(lines).anyMatch(line -> line.contains(bad + " failed"));
    assertThat(Results.read(PLAN, file).runs()).hasSize(ALL - 1);

    lines.clear();
    AtomicInteger again = new AtomicInteger();
    Experiment.of(PLAN, settings -> fail(settings, again.incrementAndGet() > 1))
        .run(file, 3, lines::add);
    assertThat(lines.get(0)).isEqualTo("small trainings: 39 of 40 runs found, going on from there");
    assertThat(lines.get(1)).isEqualTo("small trainings: 40 of 40 runs");
    assertThat(lines).hasSize(2);
    assertThat(again).hasValue(1);
    Path whole = table("whole.csv");
    Experiment.of(PLAN, Examples::hash).run(whole, 1, lines::add);
    assertThat(file).hasSameBinaryContentAs(whole);
  }

  private static Map<String, Double> fail(Training settings, boolean fails) {
    if (fails) {
      throw new UnsupportedOperationException("no such law");
    }
    return Examples.hash(settings);
  }

  @Test
  void outcomesThatThePlanDoesNotNameFail() {
    assertFails(settings -> Map.of("loss", 1.0, "w2", 1.0), "[loss, gradient²]");
  }

  @Test
  void whatIsNotMeasuredFails() {
    Map<String, Double> gap = new HashMap<>(Map.of("loss", 1.0));
    gap.put("gradient²", null);
    assertFails(settings -> gap, "gradient² = null: expected a number");
    assertFails(settings -> null, "outcomes = null: expected [loss, gradient²]");
  }

  private void assertFails(Function<Training, Map<String, Double>> trial, String message) {
    assertThatThrownBy(() -> Experiment.of(PLAN, trial).run(table("t.csv"), 2, lines::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("0 of 40 runs, 40 failed", "seed=", message);
  }

  @Test
  void aTableHasOneWriter() throws IOException {
    Path file = table("t.csv");
    AtomicInteger refused = new AtomicInteger();
    Experiment<Training> experiment =
        Experiment.of(
            PLAN,
            settings -> {
              assertThatThrownBy(() -> Experiment.of(PLAN, Examples::hash).run(file, 1, line -> {}))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessageContainingAll("t.csv", "no other experiment writes");
              refused.incrementAndGet();
              return Examples.hash(settings);
            });
    assertThat(experiment.run(file, 2, lines::add).complete()).isTrue();
    assertThat(refused).hasValue(ALL);
    assertThat(folder.resolve("not/yet/there").toFile().list())
        .containsExactlyInAnyOrder("t.csv", "t.csv.lock");
  }

  @Test
  void aCompleteTableRunsNothing() throws IOException {
    Path file = table("t.csv");
    Experiment.of(PLAN, Examples::hash).run(file, 1, lines::add);
    byte[] before = Files.readAllBytes(file);
    Experiment.of(PLAN, settings -> fail(settings, true)).run(file, 4, lines::add);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void refusesNoThreadsAndNoCost() {
    assertThatThrownBy(() -> Experiment.of(PLAN, Examples::hash).run(table("t"), 0, lines::add))
        .hasMessageContaining("threads = 0");
    assertThatThrownBy(
            () ->
                new Experiment<>(PLAN, Training::seed, Examples::hash)
                    .run(table("t"), 1, lines::add))
        .hasMessageContainingAll("cost of Training[", "seed=-2] = -2.0");
  }
}
