package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.network.NetworkScore;
import designspace.schedule.Design;
import designspace.training.WeightedRun.Yardstick;
import designspace.training.WeightingStudy.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightingStudyTest {
  private static final Design DESIGN = Design.edm(0.05, 2, 3, 4);
  private static final LearningTask TASK =
      new LearningTask(Gaussian.isotropic(2, 0.5), DESIGN, 3, 16, 2);

  private static WeightingRule uniform(double factor) {
    return WeightingRule.always(TotalWeighting.uniform(DESIGN).times(factor));
  }

  private static WeightingStudy study(WeightingRule... rules) {
    return WeightingStudy.of(TASK, List.of(rules), 3, 8, 1);
  }

  /** In units of 1/λ_max a weighting and seven times it are one training, up to rounding. */
  @Test
  void sizeOfAWeightingDoesNotMatter() {
    List<Entry> entries = study(uniform(1), uniform(7)).at(1);
    for (Yardstick yardstick : Yardstick.values()) {
      double[] one = entries.get(0).logs(yardstick);
      double[] seven = entries.get(1).logs(yardstick);
      for (int i = 0; i < 3; i++) {
        assertThat(seven[i]).as(yardstick.toString()).isCloseTo(one[i], within(1e-10));
      }
    }
    WeightedRun run = entries.get(0).runs().get(0);
    assertThat(run.stepSize() / entries.get(1).runs().get(0).stepSize()).isCloseTo(7, within(1e-9));
  }

  @Test
  void threadsDoNotMatter() {
    List<WeightingRule> rules = WeightingRule.rivals(DESIGN);
    List<Entry> one = WeightingStudy.of(TASK, rules, 3, 8, 1, Workers.of(1)).tuned(0.5, 1);
    List<Entry> three = WeightingStudy.of(TASK, rules, 3, 8, 1, Workers.of(3)).tuned(0.5, 1);
    assertThat(three).isEqualTo(one);
  }

  /** A small step lowers the loss by h‖∇L̄‖², and own objective and sum agree for β_j = 1. */
  @Test
  void smallStepsFollowTheGradient() {
    WeightingStudy study = WeightingStudy.of(TASK, List.of(uniform(1)), 2, 1, 1);
    WeightedRun run = study.at(1e-6).get(0).runs().get(1);
    assertThat(run.log(Yardstick.OWN)).isCloseTo(run.log(Yardstick.SUM), within(1e-14));
    LearningTask.Case c = TASK.seeded(new RandomStreams(1).fork(1).seed());
    GradientDescent start =
        GradientDescent.start(c.start(), c.plain(), run.stepSize(), Recording.off());
    double expected = -run.stepSize() * start.squaredGradient() / start.loss();
    // Second order, and the rounding of a logarithm near 0.
    assertThat(run.log(Yardstick.OWN) / expected).isCloseTo(1, within(1e-5));
  }

  /** The step is chosen by the weighting's own objective; one that diverges is never chosen. */
  @Test
  void tuningLowersTheOwnObjectiveMost() {
    WeightingStudy study = study(WeightingRule.rivals(DESIGN).toArray(new WeightingRule[0]));
    double[] units = {0.25, 1, 1.5, 1e9};
    List<Entry> tuned = study.tuned(units);
    for (int r = 0; r < tuned.size(); r++) {
      double best = sum(tuned.get(r));
      assertThat(tuned.get(r).units()).isLessThan(1e9);
      for (double u : new double[] {0.25, 1, 1.5}) {
        assertThat(best).isLessThanOrEqualTo(sum(study.at(u).get(r)) + 1e-12);
      }
    }
    assertThatThrownBy(() -> study.tuned(1e9)).hasMessageContaining("no step is left");
  }

  private static double sum(Entry entry) {
    double sum = 0;
    for (double log : entry.logs(Yardstick.OWN)) {
      sum += log;
    }
    return sum;
  }

  @Test
  void equalisingMakesLevelsEqual() {
    LearningTask.Case c = TASK.seeded(9);
    TotalWeighting equal = WeightingRule.equalising().of().apply(c);
    List<Double> losses = LevelErrors.empirical(c.plain(), NetworkScore.paper(c.start()));
    double sum = 0;
    for (int j = 1; j <= 4; j++) {
      assertThat(equal.beta(j) * losses.get(j - 1)).isCloseTo(1, within(1e-14));
      sum += 0.5 * losses.get(j - 1);
    }
    assertThat(c.plain().empirical(NetworkScore.paper(c.start()))).isCloseTo(sum, within(1e-12));
  }

  /** Factor ≤ share (means), and a case is the same whoever looks at it. */
  @Test
  void yardsticksAreWhatTheySay() {
    List<Entry> entries = study(WeightingRule.equalising(), uniform(1)).at(1);
    for (Entry entry : entries) {
      for (WeightedRun run : entry.runs()) {
        assertThat(run.log(Yardstick.FACTOR)).isLessThanOrEqualTo(run.log(Yardstick.SHARE));
        double product = 1;
        for (int j = 1; j <= 4; j++) {
          product *= run.share(j);
        }
        assertThat(4 * run.log(Yardstick.FACTOR)).isCloseTo(Math.log(product), within(1e-12));
      }
      // Equal terms weigh every level by its own start: own objective = mean share.
      double[] own = entries.get(0).logs(Yardstick.OWN);
      assertThat(own[0])
          .isCloseTo(entries.get(0).runs().get(0).log(Yardstick.SHARE), within(1e-12));
    }
    for (int i = 0; i < 3; i++) {
      assertThat(entries.get(0).runs().get(i).before())
          .isEqualTo(entries.get(1).runs().get(i).before());
    }
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> WeightingStudy.of(TASK, List.of(uniform(1)), 1, 8, 1))
        .hasMessageContaining("count = 1");
    assertThatThrownBy(() -> study(uniform(1)).at(0)).hasMessageContaining("units = 0.0");
  }
}
