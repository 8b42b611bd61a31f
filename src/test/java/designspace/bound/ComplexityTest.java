package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.metric.GaussianDistance;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** IterationComplexity, GrowthSum, Corollary1 and Lemma9. */
class ComplexityTest {
  @Property(seed = "1", tries = 200)
  void leastStepsIsTheLeast(@ForAll @DoubleRange(min = 1e-4, max = 2) @Scale(4) double epsilon) {
    int least = IterationComplexity.leastSteps(epsilon, n -> 1.0 / n).orElseThrow();
    assertThat(1.0 / least).isLessThanOrEqualTo(epsilon);
    assertThat(least == 1 || 1.0 / (least - 1) > epsilon).isTrue();
  }

  @Test
  void someErrorsAreNeverReached() {
    assertThat(IterationComplexity.leastSteps(0.1, n -> 0.2 + 1.0 / n)).isEmpty();
    assertThat(IterationComplexity.leastSteps(0.1, n -> Double.NaN)).isEmpty();
    assertThatThrownBy(() -> IterationComplexity.of(1, 1, 0.1, 0)).hasMessageContaining("epsilon");
    assertThatThrownBy(() -> IterationComplexity.of(1, 1, 2, 1))
        .hasMessageContaining("sigmaMin = 2.0: expected less than sigmaMax = 1.0");
  }

  /** E8: N = (m₂²+d)/ε·f and σ_max² = m₂²/ε leave the prefactor (m₂²∨d)/m₂² up to a factor 2. */
  @Property(seed = "2", tries = 200)
  void thePrefactorFollowsFromItsDerivation(
      @ForAll @IntRange(min = 1, max = 50) int d,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double secondMoment,
      @ForAll @DoubleRange(min = 0.001, max = 0.009) @Scale(4) double epsilon) {
    IterationComplexity table = IterationComplexity.of(d, secondMoment, 0.002, epsilon);
    double log = Math.log(table.sigmaMax() / 0.002);
    double derived = (secondMoment + d) / epsilon * log * log;
    assertThat(derived / table.correctedExponential()).isBetween(1 - 1e-12, 2 + 1e-12);
    assertThat(table.printedExponential() / table.correctedExponential())
        .isCloseTo(secondMoment / d, within(1e-9 * secondMoment / d));
    assertThat(table.printedPolynomial(7) / table.correctedPolynomial(7))
        .isCloseTo(secondMoment / d, within(1e-9 * secondMoment / d));
  }

  /** Σ γ²/(t_j t_{j−1}) is 4 sinh² of half the step in ln t, and thm-2's growth for σ̄ = t. */
  @Property(seed = "3", tries = 100)
  void growthIsASumOfHyperbolicSines(
      @ForAll @DoubleRange(min = 0.5, max = 20) double rho,
      @ForAll @IntRange(min = 1, max = 60) int steps) {
    TimeGrid time = TimeGrid.polynomial(0.01, 10, rho, steps);
    double sum = 0;
    double printed = 0;
    for (int j = 1; j <= steps; j++) {
      double x = Math.log(time.time(j) / time.time(j - 1));
      sum += 4 * Math.pow(Math.sinh(x / 2), 2);
      printed += Math.pow(1 - Math.exp(-x), 2);
    }
    assertThat(GrowthSum.corrected(time)).isCloseTo(sum, within(1e-10 * sum));
    assertThat(GrowthSum.printed(time)).isCloseTo(printed, within(1e-10));
    Theorem2 theorem = new Theorem2(Gaussian.isotropic(1, 1), Design.edm(0.01, 10, rho, steps));
    assertThat(theorem.printed().nats("E_D growth")).isCloseTo(sum, within(1e-10 * sum));
  }

  @Test
  void growthHasItsLimits() {
    int n = 100_000; // the next order is 1/N²
    double polynomial = n * GrowthSum.corrected(TimeGrid.polynomial(0.002, 80, 7, n));
    assertThat(polynomial).isCloseTo(GrowthSum.polynomialLimit(0.002, 80, 7), within(1e-4));
    double exponential = n * GrowthSum.corrected(TimeGrid.exponential(0.002, 80, n));
    assertThat(exponential).isCloseTo(GrowthSum.exponentialLimit(0.002, 80), within(1e-4));
    // ρ → ∞ is the exponential grid.
    assertThat(GrowthSum.polynomialLimit(0.002, 80, 1e6))
        .isCloseTo(GrowthSum.exponentialLimit(0.002, 80), within(1e-6));
  }

  /** cor-1's growth is thm-2's limit 4a²sinh²(ℓ/2a) = a²(e^{ℓ/a} − 2 + e^{−ℓ/a}) without −2 + …. */
  @Test
  void corollaryDropsWhatMakesItLarger() {
    double root = Math.pow(80 / 0.002, 1.0 / 7);
    double dropped = 49 * (2 - 1 / root);
    BoundReport corollary = Corollary1.printed(3, 2, 0.002, 80, 7, 50);
    assertThat(50 * corollary.nats("E_D growth") / 3 - dropped)
        .isCloseTo(GrowthSum.polynomialLimit(0.002, 80, 7), within(1e-9));
    assertThat(corollary.nats("E_I")).isEqualTo(2 / 6400.0);
    assertThatThrownBy(() -> Corollary1.printed(1, 1, 3, 2, 7, 10)).hasMessageContaining("tMin");
  }

  @Test
  void corollarysTrainingTermFallsToItsConstant() {
    Corollary1.Training run = new Corollary1.Training(2, 64, 0.5, 3, 0.75);
    double x = 0.5 * 64 * Math.pow(16, -0.125) / (8 * 9);
    assertThat(run.unitRate(16, 3)).isCloseTo(x, within(1e-14));
    Term term = Corollary1.training(16, 3, run, 2, 0.3);
    assertThat(term.nats()).isCloseTo((0.3 + Math.pow(1 - 2 * x, 3)) / 3, within(1e-14));
    BoundReport three = Corollary1.printed(16, 16, 0.1, 10, 7, 3);
    BoundReport four = Corollary1.with(three, term);
    assertThat(four.totalNats()).isCloseTo(three.totalNats() + term.nats(), within(1e-12));
    assertThatThrownBy(() -> Corollary1.training(16, 3, run, 1.1 / x, 0))
        .hasMessageContaining("1 − C₈x");
  }

  @Property(seed = "4", tries = 100)
  void oneStepCostsHalfItsSquaredDrift(
      @ForAll @DoubleRange(min = 0.1, max = 5) double sigma,
      @ForAll @DoubleRange(min = 0, max = 3) double off) {
    NoiseGrid grid = NoiseGrid.of(sigma, 0.6 * sigma);
    double noise = Math.sqrt(grid.deltaTau(0));
    Gaussian right = Gaussian.isotropic(new double[] {0}, noise);
    Gaussian wrong = Gaussian.isotropic(new double[] {grid.deltaTau(0) * off}, noise);
    double kl = GaussianDistance.klNats(right, wrong);
    assertThat(Lemma9.corrected(grid, 0, off * off)).isCloseTo(kl, within(1e-12 * (1 + kl)));
    assertThat(Lemma9.printed(grid, 0, off * off)).isCloseTo(kl / 2, within(1e-12 * (1 + kl)));
  }

  /** Any grid is a design with σ̄ = t. */
  @Test
  void anyGridIsADesign() {
    NoiseGrid grid = NoiseGrid.of(80, 7, 1, 0.3);
    assertThat(Design.of(grid).noiseGrid().sigmas()).isEqualTo(grid.sigmas());
  }
}
