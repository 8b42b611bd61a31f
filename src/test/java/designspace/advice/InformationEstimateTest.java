package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.data.SampledInformation;
import designspace.data.Shapes;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class InformationEstimateTest {
  /** Standard errors, and what the best of four guesses gains by chance. */
  private static final double DEVIATIONS = 4;

  private static final double ROUNDING = 1e-9;
  private static final int SEEDS = 8;

  /** Kernels are a mixture: both forms of −‖S‖² − 2∇·S agree. */
  @Property(seed = "63", tries = 20)
  void kernelsShowWhatTheirMixtureShows(
      @ForAll @DoubleRange(min = 0.05, max = 2) double width,
      @ForAll @DoubleRange(min = 0.05, max = 5) double sigma) {
    Points centres = Gaussian.isotropic(3, 1).sample(20, new RandomStreams(1));
    double[] equal = new double[20];
    Arrays.fill(equal, 1);
    Guess exact = Guess.of("", GaussianMixture.of(equal, centres, width));
    KernelGuess kernels = new KernelGuess(centres, width);
    Points x =
        Gaussian.isotropic(3, 1)
            .sample(10, new RandomStreams(2))
            .plusNoise(sigma, new RandomStreams(3));
    double scale = 3 / (sigma * sigma); // d/τ, which the mixture's form cancels against
    double[] shown = kernels.shown(sigma, x);
    double[] other = exact.shown(sigma, x);
    for (int i = 0; i < shown.length; i++) {
      assertThat(shown[i]).isCloseTo(other[i], within(1e-9 * (scale + Math.abs(other[i]))));
    }
    assertThat(kernels.logDensity(x)).containsExactly(exact.logDensity(x), within(1e-9));
  }

  /** Scales a factor of 10⁴ apart: the spectrum alone says what J is at least. */
  @Test
  void farApartScalesAreBothSeen() {
    Gaussian law = Gaussian.of(new double[2], new double[][] {{1, 0}, {0, 1e-8}});
    Points sample = law.sample(600, new RandomStreams(5));
    InformationEstimate estimate = InformationEstimate.of(DataSummary.of(sample), 1);
    for (double sigma : new double[] {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1}) {
      double truth = law.fisherInformation(sigma * sigma);
      // λ̂ of 600 points: three times √(2/600)
      assertThat(estimate.fisher(sigma)).as("σ = %s", sigma).isCloseTo(truth, within(0.2 * truth));
    }
    double removable = NoiseRange.REMOVABLE * law.dimension();
    double low = DesignAdvisor.of(Evidence.of(estimate)).steps(5).grid().sigmaMin();
    assertThat(low * low * law.fisherInformation(low * low))
        .isBetween(0.5 * removable, removable * 1.2);
  }

  /** Of a normal law J is Σ 1/(λ+τ); both bounds hold it, and it is found. */
  @Test
  void findsANormalLawsInformation() {
    Gaussian law = Gaussian.isotropic(2, 0.5);
    InformationEstimate estimate =
        InformationEstimate.of(DataSummary.of(law.sample(600, new RandomStreams(5))), 1);
    double[] sigmas = estimate.sigmas();
    for (int i = 0; i < sigmas.length; i++) {
      double truth = law.fisherInformation(sigmas[i] * sigmas[i]);
      Estimate shown = estimate.shown().get(i);
      assertThat(shown.value()).isCloseTo(truth, within(DEVIATIONS * shown.error() + 1e-3 * truth));
      assertThat(estimate.upper()[i]).isGreaterThan(0.9 * truth); // 300 points' scatter
    }
    assertThat(estimate.knownDownTo()).isBetween(0.05, 0.5);
  }

  private static final GaussianMixture TWO =
      GaussianMixture.of(new double[] {1, 1}, Points.of(new double[] {-1}, new double[] {1}), 0.1);

  private static InformationEstimate ofTwo(int n, long seed) {
    return InformationEstimate.of(DataSummary.of(TWO.sample(n, new RandomStreams(seed))), seed);
  }

  /** J does not increase with the noise, and most of it is found. */
  @Test
  void findsTheLinesInformation() {
    InformationEstimate estimate = ofTwo(600, 6);
    LineQuadrature exact = new LineQuadrature(TWO);
    double before = Double.POSITIVE_INFINITY;
    for (double sigma = 0.005; sigma < 50; sigma *= 1.3) {
      double truth = exact.fisherInformation(sigma * sigma).value();
      double here = estimate.fisher(sigma);
      assertThat(here).isBetween(0.6 * truth, before * (1 + 1e-6)); // 600 points
      before = here;
    }
    assertThat(estimate.fisher(1e-9)).isEqualTo(estimate.fisher(estimate.sigmas()[0]));
  }

  /** No guess shows more than J but by the chance of held-out points, at any level. */
  @Test
  void showsNoMoreThanThereIs() {
    LineQuadrature exact = new LineQuadrature(TWO);
    for (int seed = 1; seed <= SEEDS; seed++) {
      InformationEstimate estimate = ofTwo(200, seed);
      double[] sigmas = estimate.sigmas();
      for (int i = 0; i < sigmas.length; i++) {
        double truth = exact.fisherInformation(sigmas[i] * sigmas[i]).value();
        Estimate shown = estimate.shown().get(i);
        double most = truth + DEVIATIONS * shown.error() + ROUNDING * truth;
        assertThat(shown.value()).as("seed %d, σ = %s", seed, sigmas[i]).isLessThan(most);
      }
    }
  }

  /** Against simulation, coarser quadrature, and sharp edges, whose J grows like 1/σ. */
  @Test
  void theCheckerboardsInformationIsExact() {
    CheckerboardInformation exact = new CheckerboardInformation();
    SampledInformation simulated = new SampledInformation(Shapes.checkerboard(), 1000, 3);
    for (double sigma : new double[] {0.2, 0.7, 3, 40}) {
      Estimate value = exact.fisherInformation(sigma * sigma);
      Estimate other = simulated.fisherInformation(sigma * sigma);
      assertThat(other.value()).isCloseTo(value.value(), within(DEVIATIONS * other.error()));
      assertThat(value.error()).isLessThan(1e-6 * value.value());
    }
    double fine = exact.fisherInformation(1e-6).value();
    double twice = exact.fisherInformation(4e-6).value();
    assertThat(0.5 * fine / twice).isCloseTo(1, within(0.01));
  }
}
