package designspace.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.GridError;
import designspace.data.Gaussian;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Errors of Gaussian data: their gradients, and their values where another class has them. */
class GaussianErrorTest {
  /**
   * Central differences of ln σ_k by 1e−4, Richardson's step from twice that: truncation some 1e−13
   * of the largest slope at 60 steps' curvature, rounding 1e−12 of the value.
   */
  static void assertGradient(SmoothGridError error, NoiseGrid grid, double relative) {
    double[] gradient = error.gradient(grid);
    assertThat(gradient).hasSize(grid.steps() + 1);
    double scale = Math.abs(error.at(grid));
    for (double slope : gradient) {
      scale = Math.max(scale, Math.abs(slope));
    }
    for (int k = 0; k <= grid.steps(); k++) {
      double fine = difference(error, grid, k, 2e-4);
      double coarse = difference(error, grid, k, 4e-4);
      assertThat(gradient[k])
          .as("%s, level %d of %s", error.label(), k, grid)
          .isCloseTo((4 * fine - coarse) / 3, within(relative * scale));
    }
  }

  private static double difference(GridError error, NoiseGrid grid, int k, double by) {
    return (error.at(moved(grid, k, by)) - error.at(moved(grid, k, -by))) / (2 * by);
  }

  private static NoiseGrid moved(NoiseGrid grid, int k, double by) {
    double[] sigmas = grid.sigmas();
    sigmas[k] *= Math.exp(by);
    return NoiseGrid.of(sigmas);
  }

  @Property(seed = "1", tries = 300)
  void marginalGradients(@ForAll long seed) {
    RandomGrids random = new RandomGrids(seed);
    NoiseGrid grid = random.grid();
    Gaussian data = random.gaussian();
    for (LinearSampler sampler : LinearSampler.values()) {
      GaussianMarginalError error = new GaussianMarginalError(sampler, data);
      assertGradient(error, grid, 1e-8);
      assertThat(error.at(grid)).isEqualTo(GaussianLaw.of(sampler, data, grid).klNats());
    }
  }

  @Property(seed = "1", tries = 300)
  void pathGradients(@ForAll long seed) {
    RandomGrids random = new RandomGrids(seed);
    NoiseGrid grid = random.grid();
    Gaussian data = random.gaussian();
    for (LinearSampler sampler : LinearSampler.values()) {
      if (sampler.addsNoise()) {
        assertGradient(new GaussianPathError(sampler, data), grid, 1e-8);
      }
    }
    double value = new GaussianPathError(LinearSampler.EXPONENTIAL_INTEGRATOR, data).at(grid);
    assertThat(value).isEqualTo(GridError.discretization(data).at(grid));
  }

  @Test
  void theFlowHasNoPathKl() {
    assertThatThrownBy(
            () -> new GaussianPathError(LinearSampler.EULER_FLOW, Gaussian.isotropic(1, 1)))
        .hasMessageContaining("expected one that adds noise");
  }
}
