package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class InformationEstimateTest {
  /** Standard errors of 800 held-out points, and what the best of five guesses gains by chance. */
  private static final double DEVIATIONS = 5;

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

  /** J does not increase with the noise, and no denoiser beats mmse. */
  @Test
  void isALowerBoundOnTheLine() {
    GaussianMixture law =
        GaussianMixture.of(
            new double[] {1, 1}, Points.of(new double[] {-1}, new double[] {1}), 0.1);
    InformationEstimate estimate =
        InformationEstimate.of(DataSummary.of(law.sample(600, new RandomStreams(6))), 2);
    LineQuadrature exact = new LineQuadrature(law);
    double before = Double.POSITIVE_INFINITY;
    for (double sigma = 0.005; sigma < 50; sigma *= 1.3) {
      double truth = exact.fisherInformation(sigma * sigma).value();
      double here = estimate.fisher(sigma);
      assertThat(here).isLessThanOrEqualTo(before * (1 + 1e-6));
      assertThat(here).isBetween(0.6 * truth, 1.3 * truth); // 600 points, at worst between bumps
      before = here;
    }
    assertThat(estimate.fisher(1e-9)).isEqualTo(estimate.fisher(estimate.sigmas()[0]));
  }
}
