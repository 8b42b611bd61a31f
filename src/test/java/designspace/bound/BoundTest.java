package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

class BoundTest {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;
  private static final LinearSampler FROZEN = LinearSampler.FROZEN_DENOISER;

  @Provide
  Arbitrary<NoiseGrid> grids() {
    return Arbitraries.doubles()
        .between(-3, 2)
        .ofScale(6)
        .list()
        .ofMinSize(2)
        .ofMaxSize(30)
        .uniqueElements()
        .map(BoundTest::grid);
  }

  private static NoiseGrid grid(List<Double> powers) {
    double[] sigmas =
        powers.stream().mapToDouble(p -> -Math.pow(10, p)).sorted().map(s -> -s).toArray();
    return NoiseGrid.of(Arrays.stream(sigmas).distinct().toArray());
  }

  /** B1 (data processing): what arrives is never worse than the whole path. */
  @Property(seed = "1", tries = 1000)
  void marginalKlNeverExceedsPathKl(
      @ForAll("grids") NoiseGrid grid,
      @ForAll @DoubleRange(min = 0.01, max = 30) double c,
      @ForAll @DoubleRange(min = -5, max = 5) double mean) {
    Gaussian data = Gaussian.isotropic(new double[] {mean}, c);
    for (LinearSampler sampler : new LinearSampler[] {EQ_10, FROZEN}) {
      double marginal = GaussianLaw.of(sampler, data, grid).klNats();
      double path = PathLedger.exactScore(sampler, data, grid).totalNats();
      assertThat(marginal).isNotNegative().isLessThanOrEqualTo(path * (1 + 1e-12));
    }
  }

  /** The closed step costs against quadrature of B1's integrals. */
  @Property(seed = "2", tries = 50)
  void stepCostsAreTheLedgersIntegrals(
      @ForAll @DoubleRange(min = 0.05, max = 5) double c,
      @ForAll @IntRange(min = 1, max = 12) int steps) {
    Gaussian data = Gaussian.of(new double[2], new double[][] {{c, 0.2 * c}, {0.2 * c, 2 * c}});
    NoiseGrid grid = NoiseGrid.polynomial(0.05, 10, 5, steps);
    double scoreFrozen = 0;
    double denoiserFrozen = 0;
    for (int k = 0; k < steps; k++) {
      double tau = grid.tau(k);
      double end = grid.tau(k + 1);
      double j = data.fisherInformation(tau);
      double mmse = data.mmse(tau);
      scoreFrozen += 0.5 * integral(t -> data.fisherInformation(t) - j, end, tau);
      denoiserFrozen += 0.5 * integral(t -> (mmse - data.mmse(t)) / (t * t), end, tau);
    }
    assertThat(discretization(EQ_10, data, grid) / scoreFrozen).isCloseTo(1, within(1e-7));
    assertThat(discretization(FROZEN, data, grid) / denoiserFrozen).isCloseTo(1, within(1e-7));
  }

  private static double discretization(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    return PathLedger.exactScore(sampler, data, grid).nats("discretization");
  }

  /** Gauss–Legendre in ln τ, where the integrands are smooth; relative accuracy 1e−9. */
  private static double integral(UnivariateFunction f, double low, double high) {
    UnivariateFunction inLog = u -> f.value(Math.exp(u)) * Math.exp(u);
    return new IterativeLegendreGaussIntegrator(20, 1e-9, 1e-15)
        .integrate(1_000_000, inLog, Math.log(low), Math.log(high));
  }

  /** One bump is a Gaussian: entropies against closed forms. */
  @Property(seed = "4", tries = 30)
  void theMixtureLedgerIsTheGaussianOneForOneBump(
      @ForAll @DoubleRange(min = 0.1, max = 5) double c,
      @ForAll @IntRange(min = 1, max = 30) int steps) {
    Gaussian data = Gaussian.isotropic(new double[] {0.4}, c);
    NoiseGrid grid = NoiseGrid.geometric(0.05, 20, steps);
    BoundReport gaussian = PathLedger.exactScore(EQ_10, data, grid);
    BoundReport mixture = PathLedger.exactScore(GaussianMixture.of(new double[] {1}, data), grid);
    // Differences of entropies of order 1: 1e−12 absolute.
    assertThat(mixture.nats("discretization"))
        .isCloseTo(gaussian.nats("discretization"), within(1e-12));
    assertThat(mixture.nats("initialization"))
        .isCloseTo(gaussian.nats("initialization"), within(1e-12));
  }

  @Test
  void theLawsAreBestForPathKlAgainstEveryNeighbour() {
    // Moving any one level of the optimal grid, up or down, costs more (B4, every N).
    for (LinearSampler sampler : new LinearSampler[] {EQ_10, FROZEN}) {
      Gaussian data = Gaussian.isotropic(1, 0.5);
      AngleLaw law = sampler == EQ_10 ? AngleLaw.LOG : AngleLaw.LOG_SNR;
      NoiseGrid best = NoiseGrid.angle(law, 0.5, 0.002, 80, 6);
      double least = discretization(sampler, data, best);
      for (int k = 1; k < 6; k++) {
        for (double factor : new double[] {0.99, 1.01}) {
          double[] moved = best.sigmas();
          moved[k] *= factor;
          assertThat(discretization(sampler, data, NoiseGrid.of(moved))).isGreaterThan(least);
        }
      }
    }
  }

  /** A step of e^w costs ½(e^{−w} − 1 + w): 27.131021 nats from 10¹² to 10⁻¹² at c = 1. */
  @Test
  void aGiantStepHasAFiniteCost() {
    NoiseGrid giant = NoiseGrid.of(1e12, 1e-12);
    double cost = discretization(EQ_10, Gaussian.isotropic(1, 1), giant);
    assertThat(cost).isCloseTo(0.5 * (Math.log(1e24) - 1), within(1e-12));
    Lemma13 lemma = new Lemma13(new double[1], 1, giant);
    assertThat(lemma.corrected().totalNats()).isCloseTo(27.131021, within(1e-6));
  }

  @Test
  void aDeterministicSamplerHasNoPathKl() {
    assertThatThrownBy(
            () ->
                PathLedger.exactScore(
                    LinearSampler.EULER_FLOW, Gaussian.isotropic(1, 1), NoiseGrid.of(2, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sampler = Euler probability flow: expected one that adds noise");
  }

  /** E3 and E4 on random cases: the corrected forms are the exact law, the printed are not. */
  @Property(seed = "3")
  void correctedLemmasAreTheExactLaw(
      @ForAll("grids") NoiseGrid grid,
      @ForAll @DoubleRange(min = 0.1, max = 10) double s,
      @ForAll @DoubleRange(min = 0.5, max = 5) double m) {
    double[] mean = {m, -2 * m};
    Gaussian data = Gaussian.isotropic(mean, s);
    List<GaussianLaw> path = GaussianLaw.path(EQ_10, data, grid);
    GaussianLaw end = path.get(grid.steps());
    Lemma13 lemma13 = new Lemma13(mean, s, grid);
    // The closed form subtracts E_σ from 1, the recursion never does: 1e−12 absolute.
    assertThat(lemma13.corrected().totalNats())
        .isCloseTo(end.klNats(), within(1e-9 * end.klNats() + 1e-12));
    // The printed mean term is the corrected one times 2 (S₀/S_N)^{2}·S₀²/… > 2: never equal.
    assertThat(lemma13.printed().nats("mean"))
        .isGreaterThan(1.99 * lemma13.corrected().nats("mean"));
    Lemma15 lemma15 = new Lemma15(s, grid);
    for (int k = 0; k <= grid.steps(); k++) {
      assertThat(lemma15.variance(k) / path.get(k).variances()[0]).isCloseTo(1, within(1e-11));
      assertThat(lemma15.correctedMeanFactor(k) * m)
          .isCloseTo(path.get(k).mean()[0], within(1e-12 * m));
      double misprint = lemma15.printedMeanFactor(k) - lemma15.correctedMeanFactor(k);
      assertThat(misprint).isCloseTo(2 * grid.tau(k) / (s * s + grid.tau(0)), within(1e-12));
    }
  }

  @Test
  void aReportAddsUpAndNamesItsTerms() {
    BoundReport report = PathLedger.exactScore(EQ_10, Gaussian.isotropic(1, 1), NoiseGrid.of(2, 1));
    assertThat(report.totalNats())
        .isEqualTo(report.nats("initialization") + report.nats("discretization"));
    assertThat(report.assumptions()).isNotEmpty();
    assertThatThrownBy(() -> report.nats("nonsense"))
        .hasMessageContaining("name = nonsense: expected one of [initialization, discretization]");
  }
}
