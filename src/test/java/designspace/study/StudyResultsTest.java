package designspace.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.experiment.Experiment;
import designspace.experiment.Plan;
import designspace.metric.Bootstrap;
import designspace.study.Trend.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables made up so that the answers are known. */
class StudyResultsTest {
  private static final List<String> COLUMNS = StudyColumns.of(StudySize.QUICK);

  @TempDir private Path folder;

  private static NetworkSettings run(StudyWeighting weighting, int steps, int seed) {
    return new NetworkSettings(StudyLaw.BUMPS_2, StudyModel.EDM, weighting, steps, seed);
  }

  private StudyResults table(
      List<NetworkSettings> runs, Function<NetworkSettings, Map<String, Double>> some)
      throws IOException {
    Plan<NetworkSettings> plan = new Plan<>("made up", "nothing", runs, COLUMNS);
    return StudyResults.of(
        Experiment.of(
                plan,
                settings -> {
                  Map<String, Double> row = new LinkedHashMap<>();
                  COLUMNS.forEach(column -> row.put(column, 1.0));
                  row.putAll(some.apply(settings));
                  return row;
                })
            .run(folder.resolve("table.csv"), 1, line -> {}));
  }

  private static List<NetworkSettings> both(int seeds, int... training) {
    return Plan.grid(
        NetworkSettings.class,
        List.of(StudyLaw.BUMPS_2),
        List.of(StudyModel.EDM),
        List.of(StudyWeighting.POLYNOMIAL, StudyWeighting.EXPONENTIAL),
        Arrays.stream(training).boxed().toList(),
        IntStream.range(0, seeds).boxed().toList());
  }

  private static Map<String, Double> paths(double polynomial, double exponential) {
    return Map.of(
        StudyColumns.path(StudyGrid.POLYNOMIAL, 20), polynomial,
        StudyColumns.path(StudyGrid.EXPONENTIAL, 20), exponential);
  }

  @Test
  void whatTheSeedAloneDecidesCancelsInPairs() throws IOException {
    StudyResults results =
        table(both(5, 8), s -> paths(Math.exp(s.seed()), Math.exp(s.seed() + 0.25)));
    Trend trend = results.ownNetwork(Yardstick.PATH_KL, 20, StudyLaw.BUMPS_2);
    assertThat(trend.first().mean()).isCloseTo(0.25, within(1e-12));
    assertThat(trend.first().high() - trend.first().low()).isCloseTo(0, within(1e-12));
  }

  @Test
  void trendsFollowTheTrainingAndEachScheduleHasItsOwnNetworks() throws IOException {
    // Only the column that a schedule is judged by with its own networks tells the truth.
    StudyResults results =
        table(
            both(5, 8, 32),
            s ->
                s.weighting() == StudyWeighting.EXPONENTIAL
                    ? paths(1e9, s.steps() == 8 ? 2 : 0.5)
                    : paths(1, 1e9));
    Trend trend = results.ownNetwork(Yardstick.PATH_KL, 20, StudyLaw.BUMPS_2);
    assertThat(trend.training()).containsExactly(8, 32);
    assertThat(trend.each(Bootstrap::mean)).containsExactly(Math.log(2), Math.log(0.5));
    assertThat(trend.finding()).isEqualTo(Finding.AS_PRINTED);
  }

  @Test
  void seedsThatHaveNoPartnerAreRefused() throws IOException {
    List<NetworkSettings> runs = new ArrayList<>(both(5, 8));
    runs.remove(run(StudyWeighting.POLYNOMIAL, 8, 0));
    runs.remove(run(StudyWeighting.EXPONENTIAL, 8, 4));
    StudyResults results = table(runs, s -> paths(s.seed() + 1.0, s.seed() + 1.0));
    assertThatThrownBy(() -> results.ownNetwork(Yardstick.PATH_KL, 20, StudyLaw.BUMPS_2))
        .hasMessageContaining("[1, 2, 3, 4]")
        .hasMessageContaining("pairs");
    StudyCell cell = StudyCell.of(run(StudyWeighting.POLYNOMIAL, 8, 0));
    assertThatThrownBy(() -> results.profile(cell, 0)).hasMessageContaining("seed = 0");
    assertThatThrownBy(() -> results.mean(cell.after(9), "excess")).hasMessageContaining("cell");
  }

  @Test
  void theScoreErrorOfASeedIsItsOwn() throws IOException {
    StudyResults results = table(both(5, 8), s -> Map.of(StudyColumns.error(0), 10.0 + s.seed()));
    StudyCell cell = StudyCell.of(run(StudyWeighting.POLYNOMIAL, 8, 0));
    for (int seed = 0; seed < 5; seed++) {
      double e = results.profile(cell, seed).applyAsDouble(TrainedNetwork.levels()[0]);
      assertThat(e).isCloseTo(10 + seed, within(1e-12));
    }
  }
}
