package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import designspace.schedule.PowerFamily;
import designspace.score.ScoreFunction;
import org.junit.jupiter.api.Test;

class GridErrorTest {
  private static final double C = 0.5;
  private static final Gaussian GAUSSIAN = Gaussian.isotropic(1, C);
  private static final GaussianMixture ONE_BUMP =
      GaussianMixture.of(new double[] {1}, Gaussian.isotropic(1, C));

  @Test
  void aMixtureOfOneBumpIsGaussian() {
    for (double rho : new double[] {2, 7, Double.POSITIVE_INFINITY}) {
      NoiseGrid grid = PowerFamily.edm(20).grid(rho);
      double path = GridError.discretization(GAUSSIAN).at(grid);
      assertThat(GridError.discretization(ONE_BUMP).at(grid)).isCloseTo(path, within(1e-9 * path));
      double kl = GridError.marginalKl(LinearSampler.EXPONENTIAL_INTEGRATOR, GAUSSIAN).at(grid);
      assertThat(GridError.marginalKl(ONE_BUMP).at(grid)).isCloseTo(kl, within(1e-6 * kl));
      double total = GridError.pathKl(GAUSSIAN, s -> 0.1 / (s * s)).at(grid);
      assertThat(GridError.pathKl(ONE_BUMP, s -> 0.1 / (s * s)).at(grid))
          .isCloseTo(total, within(1e-9 * total));
    }
  }

  /** By simulation: the same numbers within chance, and a best power far closer than that. */
  @Test
  void commonNoiseMakesTheSampledErrorSmooth() {
    PowerFamily family = PowerFamily.edm(15);
    GridError exact = GridError.pathKl(GAUSSIAN, s -> 0);
    GridError sampled =
        GridError.sampledPathKl(GAUSSIAN, ScoreFunction.exact(GAUSSIAN), 2000, 20240630);
    double difference = sampled.at(family.grid(7)) - exact.at(family.grid(7));
    double error = SampledLedger.of(GAUSSIAN, family.grid(7), 2000, 20240630).error();
    assertThat(Math.abs(difference)).isLessThan(4 * error);
    double best = BestPower.of(family, exact).rho();
    assertThat(BestPower.of(family, sampled).rho()).isCloseTo(best, within(0.05 * best));
  }

  @Test
  void theDensityIsOnTheLine() {
    GaussianMixture plane = GaussianMixture.of(new double[] {1}, Gaussian.isotropic(2, C));
    assertThatThrownBy(() -> GridError.marginalKl(plane)).hasMessageContaining("dimension of data");
  }
}
