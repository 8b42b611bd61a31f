package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.network.NetworkScore;
import designspace.network.ReluNetwork;
import designspace.network.Trained;
import designspace.schedule.Design;
import designspace.score.ScoreFunction;
import designspace.score.ScoreInjection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorSplitTest {
  private static final Gaussian DATA = Gaussian.isotropic(2, 0.5);
  private static final TotalWeighting WEIGHTING =
      TotalWeighting.corrected(Design.edm(0.1, 5, 7, 6), t -> t);
  private static final DenoisingObjective OBJECTIVE =
      DenoisingObjective.of(DATA.sample(5, new RandomStreams(1)), WEIGHTING, 2);

  private static MeasuredLoss measured(ScoreFunction score) {
    return MeasuredLoss.of(OBJECTIVE, score, DATA, 20_000, 3);
  }

  /** A bias b has e = ‖b‖² at every level, so that each sum is known. */
  @Test
  void aKnownErrorIsMeasured() {
    MeasuredLoss loss = measured(ScoreInjection.bias(DATA, sigma -> new double[] {0.3, 0.4}));
    double excess = 0;
    for (int j = 1; j <= 6; j++) {
      excess += 0.5 * WEIGHTING.c(j) * 0.25;
    }
    assertThat(loss.excess().value()).isCloseTo(excess, within(1e-10 * excess));
    assertThat(loss.scoreTerm().value()).isCloseTo(0.125 * (25 - 0.01), within(1e-10));
    assertThat(loss.scoreError(6).value()).isCloseTo(0.25, within(1e-12));
    // Against the denoising loss of other points, floor and all.
    double other = LevelLoss.total(OBJECTIVE.population(shifted(), DATA, 20_000, 4)).value();
    assertThat(loss.population(DATA).value()).isCloseTo(other, within(0.02 * other));
  }

  private static ScoreFunction shifted() {
    return ScoreInjection.bias(DATA, sigma -> new double[] {0.3, 0.4});
  }

  @Test
  void theExactScoreLeavesNothing() {
    assertThat(measured(ScoreFunction.exact(DATA)).excess().value()).isZero();
  }

  @Test
  void theSameNetworkThriceLeavesItsApproximation() {
    MeasuredLoss loss = measured(shifted());
    ErrorSplit split = ErrorSplit.of(loss, loss, loss);
    assertThat(split.training().value()).isZero();
    assertThat(split.generalization().value()).isZero();
    assertThat(split.estimation().value()).isZero();
    assertThat(split.slack()).isEqualTo(1);
  }

  @Test
  void differencesArePaired() {
    MeasuredLoss one = measured(shifted());
    MeasuredLoss other = MeasuredLoss.of(OBJECTIVE, shifted(), DATA, 20_000, 5);
    assertThatThrownBy(() -> ErrorSplit.of(one, other, one)).hasMessageContaining("paired");
    assertThatThrownBy(() -> MeasuredLoss.of(OBJECTIVE, shifted(), DATA, 1, 5))
        .hasMessageContaining("fresh = 1");
  }

  /** The learner of eq-8 takes the steps of {@link GradientDescent}, to the last bit. */
  @Test
  void theLearnerIsGradientDescent() {
    Learner learner = Learner.paper(2, 32, 2, 6);
    double h = learner.stepSize(OBJECTIVE);
    GradientDescent run = GradientDescent.start(learner.start(), OBJECTIVE, h, Recording.off());
    run.advance(20);
    ScoreFunction score = learner.descend(OBJECTIVE, h, Workers.of(1), 20).get(0);
    assertThat(OBJECTIVE.empirical(score))
        .isEqualTo(OBJECTIVE.empirical(NetworkScore.paper(run.network())));
  }

  @Test
  void theLearnerKeepsItsStartAndRefusesToRise() {
    Learner learner = Learner.edm(0.5, 2, 16, 1, 7);
    ReluNetwork before = learner.start().copy();
    double h = learner.stepSize(OBJECTIVE);
    List<ScoreFunction> scores = learner.descend(OBJECTIVE, h, Workers.of(1), 0, 10, 50);
    assertThat(learner.start().distance(before, Trained.ALL)).isZero();
    double[] losses = scores.stream().mapToDouble(OBJECTIVE::empirical).toArray();
    assertThat(losses[1]).isLessThan(losses[0]);
    assertThat(losses[2]).isLessThan(losses[1]);
    assertThatThrownBy(() -> learner.descend(OBJECTIVE, 1e3 * h, Workers.of(1), 10))
        .hasMessageContaining("a smaller step");
    assertThatThrownBy(() -> learner.descend(OBJECTIVE, h, Workers.of(1), 10, 5))
        .hasMessageContaining("they ascend");
  }
}
