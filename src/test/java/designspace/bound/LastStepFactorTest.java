package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.schedule.Design;
import designspace.training.EdmBell;
import designspace.training.TotalWeighting;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LastStepFactorTest {
  private static final double ROUNDING = 1e-11;
  private static final LastStepFactor EDM = new LastStepFactor(0.002, 80);

  private static LastStepFactor range(double decades, double high) {
    return new LastStepFactor(high * Math.pow(10, -decades), high);
  }

  /** The closed forms are the factor at j = N, whether or not that is the largest. */
  @Property(seed = "1", tries = 200)
  void closedFormsAreTheFactorAtTheLastLevel(
      @ForAll @DoubleRange(min = 0.2, max = 7) double decades,
      @ForAll @DoubleRange(min = 0.1, max = 100) double high,
      @ForAll @DoubleRange(min = 0.5, max = 20) double rho,
      @ForAll @IntRange(min = 1, max = 80) int steps) {
    LastStepFactor last = range(decades, high);
    EdmBell bell = new EdmBell(-1, 3, 0.5);
    Design edm = Design.edm(last.sigmaMin(), high, rho, steps);
    Design song = Design.song(last.sigmaMin(), high, steps);
    for (StepRule rule : StepRule.values()) {
      double beta = bell.at(high);
      same(
          beta * WeightingFactor.printed(TotalWeighting.bell(edm, bell), rule).at(steps),
          last.polynomial(rule, rho, steps));
      same(
          beta * WeightingFactor.printed(TotalWeighting.bellIntegral(edm, bell), rule).at(steps),
          last.polynomialIntegral(rule, rho, steps));
      same(
          beta * WeightingFactor.printed(TotalWeighting.bell(song, bell), rule).at(steps),
          last.exponential(steps));
      same(
          beta * WeightingFactor.printed(TotalWeighting.bellIntegral(song, bell), rule).at(steps),
          last.exponentialIntegral(steps));
    }
  }

  private static void same(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9 * expected));
  }

  /** As the table prints them. */
  @Property(seed = "2", tries = 100)
  void thePrintedFormsAreTheTables(
      @ForAll @DoubleRange(min = 1, max = 20) double rho,
      @ForAll @IntRange(min = 1, max = 80) int steps) {
    double root = Math.pow(80, 1 / rho);
    double below = Math.pow(root - (root - Math.pow(0.002, 1 / rho)) / steps, rho);
    same(EDM.polynomial(StepRule.START, rho, steps), 80 - below);
    double squares = 0.002 * 0.002 / (80 * 80);
    same(EDM.exponential(steps), 0.5 * (80 - 80 * Math.pow(squares, 1.0 / steps)));
  }

  /** E9: exactly, polynomial is the smaller per index and the larger with the integral fixed. */
  @Property(seed = "3", tries = 500)
  void exactlyTheVerdictTurnsOnWhatIsFixed(
      @ForAll @DoubleRange(min = 0.1, max = 9) double decades,
      @ForAll @DoubleRange(min = 0.3, max = 50) double rho,
      @ForAll @IntRange(min = 2, max = 300) int steps) {
    LastStepFactor last = range(decades, 80);
    assertThat(last.polynomial(StepRule.EXACT, rho, steps))
        .isLessThan(last.exponential(steps) * (1 + ROUNDING));
    assertThat(last.polynomialIntegral(StepRule.EXACT, rho, steps))
        .isGreaterThan(last.exponentialIntegral(steps) * (1 - ROUNDING));
    assertThat(last.polynomialIntegral(StepRule.START, rho, steps))
        .isGreaterThan(last.exponentialIntegral(steps));
  }

  @Test
  void oneStepIsTheSameOnBothSchedules() {
    assertThat(EDM.polynomial(StepRule.EXACT, 7, 1)).isCloseTo(EDM.exponential(1), within(1e-12));
    assertThat(EDM.polynomial(StepRule.START, 1, 2)).isCloseTo(EDM.exponential(2), within(1e-12));
  }

  /** The printed order flips once, above ρ and below 1/(1−2^{−1/ρ}), on every range. */
  @Property(seed = "4", tries = 500)
  void thePrintedOrderFlipsOnceWithinItsLimits(
      @ForAll @DoubleRange(min = 0.1, max = 9) double decades,
      @ForAll @DoubleRange(min = 1.01, max = 40) double rho) {
    LastStepFactor last = range(decades, 80);
    int flip = last.crossover(rho);
    assertThat(flip).isGreaterThanOrEqualTo((int) (rho + 1 - 1e-6));
    assertThat((double) flip).isLessThan(LastStepFactor.polynomialFrom(rho));
    for (int n = 1; n <= 100; n++) {
      double gap = last.exponential(n) - last.polynomial(StepRule.START, rho, n);
      assertThat(n <= flip ? gap : -gap).isLessThan(80 * ROUNDING);
    }
  }

  /** Only σ_max/σ_min matters for the flip; the factors scale with σ_max. */
  @Property(seed = "5", tries = 100)
  void theScaleOfNoiseDoesNotMatter(
      @ForAll @DoubleRange(min = 0.5, max = 7) double decades,
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
      @ForAll @IntRange(min = 1, max = 80) int steps) {
    LastStepFactor unit = range(decades, 1);
    LastStepFactor scaled = range(decades, scale);
    same(
        scaled.polynomial(StepRule.START, 7, steps),
        scale * unit.polynomial(StepRule.START, 7, steps));
    same(scaled.exponential(steps), scale * unit.exponential(steps));
  }

  @Test
  void theFlipOfAWideAndOfANarrowRange() {
    assertThat(EDM.crossover(7)).isEqualTo(9);
    assertThat(range(0.01, 1).crossover(7)).isEqualTo(8); // ρ + 1
    assertThat(range(12, 1).crossover(7)).isEqualTo(10); // below 10.6
    assertThat(EDM.crossover(1)).isEqualTo(1); // at N = 2 they are equal
    assertThat(EDM.crossover(0.5)).isEqualTo(1);
    assertThat(LastStepFactor.polynomialFrom(1)).isCloseTo(2, within(1e-12));
    assertThatThrownBy(() -> LastStepFactor.polynomialFrom(0)).hasMessageContaining("rho = 0.0");
    assertThatThrownBy(() -> new LastStepFactor(2, 1)).hasMessageContaining("sigmaMin = 2.0");
  }

  /** app-h3: where exponential's maximum leaves j = N; one more power of σ̄ moves it by P_std². */
  @Property(seed = "6", tries = 200)
  void theMaximumLeavesTheLastLevelAtAKnownMean(
      @ForAll @DoubleRange(min = 1, max = 5) double decades,
      @ForAll @DoubleRange(min = 0.7, max = 1) double pStd,
      @ForAll @DoubleRange(min = 0.05, max = 5) double sigmaData,
      @ForAll @IntRange(min = 2, max = 40) int steps) {
    LastStepFactor last = range(decades, 10);
    Design song = Design.song(last.sigmaMin(), 10, steps);
    EdmBell any = new EdmBell(0, pStd, sigmaData);
    double printed = last.largestPMean(1, any, steps);
    double corrected = last.largestPMean(0, any, steps);
    assertThat(printed - corrected).isCloseTo(pStd * pStd, within(1e-9));
    for (double side : new double[] {-1e-3, 1e-3}) {
      int level = side < 0 ? steps : 1;
      assertThat(
              WeightingFactor.printed(
                      bell(song, new EdmBell(printed + side, pStd, sigmaData)), StepRule.START)
                  .argmax())
          .isEqualTo(level);
      assertThat(
              WeightingFactor.corrected(
                      bell(song, new EdmBell(corrected + side, pStd, sigmaData)), StepRule.EXACT)
                  .argmax())
          .isEqualTo(level);
    }
  }

  private static TotalWeighting bell(Design design, EdmBell bell) {
    return TotalWeighting.bell(design, bell);
  }

  /** One step leads from σ_max to σ_min, so that s is their ratio to the last digits. */
  @Test
  void theStepsAreCounted() {
    for (double rho : new double[] {0.2, 1, 7, 100}) {
      double s = EDM.polynomialIntegral(StepRule.END, rho, 1);
      assertThat(s * 80 / 0.002).isCloseTo(1, within(1e-12));
    }
    for (int steps : new int[] {0, -1}) {
      refused(() -> EDM.exponential(steps), "steps = " + steps);
      refused(() -> EDM.exponentialIntegral(steps), "steps = " + steps);
      refused(() -> EDM.polynomial(StepRule.EXACT, 7, steps), "steps = " + steps);
    }
    refused(() -> EDM.polynomialIntegral(StepRule.START, 0, 3), "rho = 0.0");
  }

  static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
