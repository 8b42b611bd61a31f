package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.Term.Part;
import designspace.claim.FullErrorCase;
import designspace.claim.JumpedLevel;
import designspace.core.Estimate;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.network.NetworkScore;
import designspace.network.ReluNetwork;
import designspace.schedule.Design;
import designspace.score.ScoreFunction;
import designspace.training.DenoisingObjective;
import designspace.training.ErrorSplit;
import designspace.training.MeasuredLoss;
import designspace.training.TotalWeighting;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Theorem3Test {
  private static final Gaussian DATA = Gaussian.isotropic(2, 0.5);

  @Test
  void certifiedAndCorrectedAreNeverBelowThePath() {
    assertThat(FullErrorCase.list(24, 7))
        .allSatisfy(
            c -> {
              assertThat(c.certified()).isGreaterThanOrEqualTo(1 - 1e-12);
              assertThat(c.corrected()).isGreaterThanOrEqualTo(c.certified() * (1 - 1e-12));
              assertThat(c.split().slack()).isGreaterThanOrEqualTo(1 - 1e-12);
            });
  }

  /** The four signed parts add up to what they split, whatever the two other networks. */
  @Test
  void theSplitIsAnIdentity() {
    assertThat(FullErrorCase.list(24, 8))
        .allSatisfy(
            c -> {
              double sum = c.split().parts().stream().mapToDouble(Estimate::value).sum();
              double excess = c.split().excess().value();
              double scale = c.split().sum();
              assertThat(sum).isCloseTo(excess, within(1e-12 * scale));
            });
  }

  /** With any ε's: the maximum of coefficients bounds one sum by the other. */
  @Property(seed = "1", tries = 500)
  void theFactorBoundsEveryErrorProfile(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    int steps = random.nextInt(2, 20);
    Design design =
        random.nextBoolean()
            ? Design.edm(0.01, 10, random.nextDouble(1, 20), steps)
            : Design.song(0.01, 10, steps);
    TotalWeighting weighting =
        TotalWeighting.given(design, random.doubles(steps, 0.01, 100).toArray());
    double[] e = random.doubles(steps, 0, 1).toArray();
    double excess = 0;
    double score = 0;
    for (int j = 1; j <= steps; j++) {
      excess += 0.5 * weighting.c(j) * e[j - 1];
      score += 0.5 * (tau(design, j) - tau(design, j - 1)) * e[j - 1];
    }
    Estimate none = Estimate.exact(0);
    Estimate all = Estimate.exact(excess);
    Theorem3 theorem = new Theorem3(DATA, weighting, new ErrorSplit(none, none, none, all, all));
    double certified = theorem.certified().nats(Part.SCORE);
    assertThat(certified).isGreaterThanOrEqualTo(score * (1 - 1e-12));
    assertThat(theorem.corrected().nats(Part.SCORE))
        .isGreaterThanOrEqualTo(certified * (1 - 1e-12));
    assertThat(theorem.certified().nats("ε_approx")).isEqualTo(certified);
  }

  private static double tau(Design design, int j) {
    return Math.pow(design.variance().sigmaBar(design.time().time(j)), 2);
  }

  /** ε_j ∝ 1 where one level has all the error: equality at the argmax. */
  @Test
  void theFactorIsAttained() {
    TotalWeighting weighting = TotalWeighting.uniform(Design.edm(0.1, 10, 7, 5));
    WeightingFactor factor = WeightingFactor.corrected(weighting, StepRule.EXACT);
    int j = factor.argmax();
    double excess = 0.5 * weighting.c(j);
    double score = 0.5 * (tau(weighting.design(), j) - tau(weighting.design(), j - 1));
    assertThat(2 * factor.max() * excess).isCloseTo(score, within(1e-12 * score));
  }

  /** Without t_N the printed maximum misses the error that sits there, by t_{N−1}/t_N. */
  @Test
  void thePrintedIndexSetMissesTheFirstStep() {
    JumpedLevel near = JumpedLevel.to(20);
    JumpedLevel far = JumpedLevel.to(80);
    assertThat(far.printed()).isLessThan(0.02);
    assertThat(near.printed() / far.printed()).isCloseTo(4, within(0.4));
    assertThat(far.corrected()).isGreaterThan(1);
  }

  @Test
  void refusesWhatItCannotDivideBy() {
    TotalWeighting hole = TotalWeighting.given(Design.edm(0.1, 10, 7, 2), 0, 1);
    Estimate one = Estimate.exact(1);
    ErrorSplit split = new ErrorSplit(one, one, one, one, one);
    assertThatThrownBy(() -> new Theorem3(DATA, hole, split)).hasMessageContaining("beta[1] = 0.0");
    TotalWeighting single = TotalWeighting.uniform(Design.edm(0.1, 10, 7, 1));
    assertThatThrownBy(() -> new Theorem3(DATA, single, split).printed())
        .hasMessageContaining("levels = 1");
  }

  /** A 1-homogeneous score is at the floor or above, and the best one attains it. */
  @Test
  void noNetworkOfEq8IsBelowItsFloor() {
    TotalWeighting weighting = TotalWeighting.edm(Design.edm(0.1, 10, 7, 6));
    HomogeneousFloor floor = new HomogeneousFloor(weighting, 2, 0.5);
    DenoisingObjective objective =
        DenoisingObjective.of(DATA.sample(2, new RandomStreams(1)), weighting, 1);
    for (int seed = 0; seed < 5; seed++) {
      ScoreFunction network = NetworkScore.paper(ReluNetwork.paper(2, 32, 1, seed));
      MeasuredLoss measured = MeasuredLoss.of(objective, network, DATA, 500, seed);
      assertThat(measured.excess().value()).isGreaterThan(floor.excess());
      assertThat(measured.scoreTerm().value()).isGreaterThan(floor.scoreNats());
    }
    Estimate best = MeasuredLoss.of(objective, best(weighting), DATA, 100_000, 1).scoreTerm();
    assertThat(best.value()).isCloseTo(floor.scoreNats(), within(4 * best.error()));
  }

  /** S = −σA(‖z‖)z, z = x/σ, A the mean of 1/(c²+τ) weighted by Δτ τ times the density of z. */
  private static ScoreFunction best(TotalWeighting weighting) {
    return ScoreFunction.pointwise(
        (sigma, x) -> {
          double square = (x[0] * x[0] + x[1] * x[1]) / (sigma * sigma);
          double sum = 0;
          double weighted = 0;
          for (int j = 1; j <= weighting.levels(); j++) {
            double tau = tau(weighting.design(), j);
            double v = 1 + 0.25 / tau;
            double step = tau - tau(weighting.design(), j - 1);
            double own = step * tau / v * Math.exp(-square / (2 * v));
            sum += own;
            weighted += own / (0.25 + tau);
          }
          double mean = weighted / sum;
          return new double[] {-mean * x[0], -mean * x[1]};
        });
  }
}
