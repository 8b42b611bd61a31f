package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.claim.RandomCase;
import designspace.core.RandomStreams;
import designspace.schedule.Design;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import designspace.training.EdmBell;
import designspace.training.TotalWeighting;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** WeightingFactor and StepRule. */
class WeightingFactorTest {
  private static final double ROUNDING = 1e-10;

  private static RandomGenerator random(int index) {
    return new RandomStreams(11).stream(index);
  }

  /** Wide enough for no weight to underflow on any random design. */
  private static EdmBell bell(RandomGenerator random) {
    return new EdmBell(
        random.nextDouble(-3, 1), random.nextDouble(1, 3), random.nextDouble(0.1, 5));
  }

  /** Each form against its formula in the design's own numbers. */
  @Property(seed = "1", tries = 100)
  void everyFormIsItsFormula(@ForAll @IntRange(max = 100_000) int index) {
    RandomGenerator random = random(index);
    Design design = RandomCase.design(random);
    EdmBell bell = bell(random);
    TotalWeighting weighting = TotalWeighting.bell(design, bell);
    TotalWeighting integral = TotalWeighting.bellIntegral(design, bell);
    for (int j = 1; j <= weighting.levels(); j++) {
      double high = design.variance().sigmaBar(design.time().time(j));
      double low = design.variance().sigmaBar(design.time().time(j - 1));
      double dt = design.time().time(j) - design.time().time(j - 1);
      double half = 0.5 * (high - low) * (high + low);
      double beta = bell.at(high);
      double start = design.variance().rate(design.time().time(j)) * dt;
      double end = design.variance().rate(design.time().time(j - 1)) * dt;
      close(WeightingFactor.printed(weighting, StepRule.START).at(j), start / beta / high);
      close(WeightingFactor.printed(weighting, StepRule.END).at(j), end / beta / high);
      close(WeightingFactor.printed(weighting, StepRule.EXACT).at(j), half / beta / high);
      close(WeightingFactor.corrected(weighting, StepRule.EXACT).at(j), half / beta / high / high);
      close(WeightingFactor.printed(integral, StepRule.EXACT).at(j), 0.5 * (1 + low / high) / beta);
    }
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(ROUNDING * expected));
  }

  /**
   * thm-3's step, E_S ≤ 2 max(σ²/w)(L̄+C̄), and its equality where the excess is at the maximum.
   */
  @Property(seed = "2", tries = 100)
  void theMaximumBoundsTheScoreTermAndIsAttained(@ForAll @IntRange(max = 100_000) int index) {
    RandomGenerator random = random(index);
    Design design = RandomCase.design(random);
    TotalWeighting weighting = TotalWeighting.bell(design, bell(random));
    double tilt = random.nextDouble(-3, 3);
    double phase = random.nextDouble(0, 6);
    for (StepRule rule : StepRule.values()) {
      WeightingFactor factor = WeightingFactor.corrected(weighting, rule);
      double score = factor.scoreNats(s -> Math.pow(s, tilt) * (1 + Math.sin(phase + Math.log(s))));
      double excess = factor.excess(s -> Math.pow(s, tilt) * (1 + Math.sin(phase + Math.log(s))));
      assertThat(score).isLessThanOrEqualTo(factor.scoreNatsAtMost(excess) * (1 + ROUNDING));
      double top = weighting.sigma(factor.argmax());
      double spike = factor.scoreNats(s -> s == top ? 1 : 0);
      close(factor.scoreNatsAtMost(factor.excess(s -> s == top ? 1 : 0)), spike);
    }
  }

  /** With the exact rule E_S is the ledger's, and the excess is what the objective says (E1). */
  @Property(seed = "3", tries = 50)
  void theExactFormIsTheLedgers(@ForAll @IntRange(max = 100_000) int index) {
    RandomGenerator random = random(index);
    Design design = RandomCase.design(random);
    TotalWeighting weighting = TotalWeighting.bell(design, bell(random));
    WeightingFactor factor = WeightingFactor.corrected(weighting, StepRule.EXACT);
    double ledger = new Theorem2(1, 1, design, s -> 1 / (0.1 + s)).corrected().nats("E_S");
    assertThat(factor.scoreNats(s -> 1 / (0.1 + s))).isCloseTo(ledger, within(ROUNDING * ledger));
    double excess = 0;
    for (int j = 1; j <= weighting.levels(); j++) {
      excess += 0.5 * weighting.c(j) / (0.1 + weighting.sigma(j));
    }
    assertThat(factor.excess(s -> 1 / (0.1 + s))).isCloseTo(excess, within(ROUNDING * excess));
  }

  /** C divides every factor, E1 divides that at level j by σ̄_j. */
  @Property(seed = "4", tries = 50)
  void constantsAndErratum1(
      @ForAll @IntRange(max = 100_000) int index,
      @ForAll @DoubleRange(min = 0.1, max = 9) double c) {
    RandomGenerator random = random(index);
    TotalWeighting weighting = TotalWeighting.bell(RandomCase.design(random), bell(random));
    WeightingFactor printed = WeightingFactor.printed(weighting, StepRule.START);
    WeightingFactor scaled = WeightingFactor.printed(weighting.times(c), StepRule.START);
    WeightingFactor corrected = WeightingFactor.corrected(weighting, StepRule.START);
    for (int j = 1; j <= weighting.levels(); j++) {
      close(scaled.at(j), printed.at(j) / c);
      close(corrected.at(j), printed.at(j) / weighting.sigma(j));
    }
    assertThat(scaled.argmax()).isEqualTo(printed.argmax());
  }

  /** σ² = t grows: its start exceeds its end, its mean is between; σ² = ½ does not. */
  @Property(seed = "5", tries = 50)
  void theRulesDifferWhereTheRateGrows(
      @ForAll @DoubleRange(min = 1, max = 20) double rho,
      @ForAll @IntRange(min = 1, max = 60) int steps) {
    Design edm = Design.edm(0.002, 80, rho, steps);
    Design song = Design.song(0.002, 80, steps);
    for (int j = 1; j <= steps; j++) {
      double start = StepRule.START.rate(edm, j);
      double end = StepRule.END.rate(edm, j);
      assertThat(end).isLessThan(start);
      close(StepRule.EXACT.rate(edm, j), 0.5 * (start + end));
      for (StepRule rule : StepRule.values()) {
        close(rule.rate(song, j), 0.5);
      }
    }
  }

  /** Σ(1−e^{−2x_j}) is concave: equal steps make it largest, here for e = 1/σ². */
  @Property(seed = "6", tries = 100)
  void theExponentialGridIsTheWorstForAConstantShare(@ForAll @IntRange(max = 100_000) int index) {
    Design design = RandomCase.design(random(index));
    int steps = design.time().steps();
    double low = design.noiseGrid().sigmaMin();
    double high = design.noiseGrid().sigmaMax();
    assertThat(constantShare(design))
        .isLessThanOrEqualTo(constantShare(Design.song(low, high, steps)) * (1 + ROUNDING));
  }

  private static double constantShare(Design design) {
    return WeightingFactor.corrected(TotalWeighting.uniform(design), StepRule.EXACT)
        .scoreNats(s -> 1 / (s * s));
  }

  @Test
  void theLargestFactorIsFoundAndUntrainedLevelsHaveNone() {
    Design design = Design.edm(0.1, 10, 7, 3);
    WeightingFactor factor =
        WeightingFactor.corrected(TotalWeighting.given(design, 1, 1e-9, 1), StepRule.EXACT);
    assertThat(factor.argmax()).isEqualTo(2);
    assertThat(factor.max()).isEqualTo(factor.all()[1]).isEqualTo(factor.at(2));
    WeightingFactor untrained =
        WeightingFactor.corrected(TotalWeighting.given(design, 0, 1, 1), StepRule.EXACT);
    assertThat(untrained.max()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(untrained.argmax()).isEqualTo(1);
    assertThat(untrained.scoreNatsAtMost(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(factor.scoreNatsAtMost(0)).isZero();
    assertThatThrownBy(() -> factor.at(0))
        .hasMessage("level = 0: expected from 1 to 3, because only those are trained");
    assertThatThrownBy(() -> factor.scoreNatsAtMost(-1)).hasMessageContaining("excess = -1.0");
    assertThatThrownBy(() -> factor.excess(s -> -1)).hasMessageContaining("scoreError = -1.0");
  }

  /** σ² at t₀ = 0 is 0: a first step that is not trained either has no factor at all. */
  @Test
  void zeroOverZeroIsNoFactor() {
    Design clean = new Design(VarianceSchedule.linear(), TimeGrid.of(0, 1, 2));
    TotalWeighting weighting = TotalWeighting.given(clean, 0, 1);
    assertThatThrownBy(() -> WeightingFactor.corrected(weighting, StepRule.END))
        .hasMessageContaining("σ²/w at level 1 = 0.0/0.0");
    assertThat(WeightingFactor.corrected(weighting, StepRule.EXACT).max()).isInfinite();
  }
}
