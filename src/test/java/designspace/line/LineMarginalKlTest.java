package designspace.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.GridError;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.LineDensity;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineMarginalKlTest {
  /** A gradient's absolute error from the difference of values right to 1e−10. */
  private static final double DIFFERENCE = 2e-6;

  /** One bump: eq-10's law is Gaussian and known. */
  @Property(seed = "1", tries = 40)
  void valueAndGradientOnGaussianData(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.05, max = 3) double c,
      @ForAll @IntRange(min = 1, max = 30) int steps) {
    Gaussian data = Gaussian.isotropic(new double[] {0.3}, c);
    NoiseGrid grid = grid(new RandomStreams(seed).stream(0), steps);
    GridError exact = GridError.marginalKl(LinearSampler.EXPONENTIAL_INTEGRATOR, data);
    LineMarginalKl error = LineMarginalKl.of("bump", GaussianMixture.of(new double[] {1}, data));
    assertThat(error.at(grid)).isCloseTo(exact.at(grid), within(1e-9 * (1 + exact.at(grid))));
    isItsGradient(error.gradient(grid), exact, grid);
  }

  @Property(seed = "2", tries = 12)
  void gradientOnMixtures(@ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int steps) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    GaussianMixture data = Mixtures.random(random);
    NoiseGrid grid = grid(random, steps);
    LineMarginalKl fine = LineMarginalKl.of("bumps", data, 1.5);
    double[] gradient = fine.gradient(grid);
    isItsGradient(gradient, fine, grid);
    double scale = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    // What the default's resolution of the line leaves.
    assertThat(LineMarginalKl.of("bumps", data).gradient(grid))
        .containsExactly(gradient, within(2e-5 * scale));
    assertThat(LineMarginalKl.of("bumps", data).at(grid) / fine.at(grid))
        .isCloseTo(1, within(1e-6));
  }

  /** Overlapping bumps, where the density is simple to keep. */
  @Test
  void agreesWithThePropagatedDensity() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {0.3, 0.7}, Points.owning(new double[] {-0.4, 0.5}, 1), 0.4);
    for (int steps : new int[] {1, 4, 20}) {
      NoiseGrid grid = NoiseGrid.polynomial(0.01, 20, 5, steps);
      double kl = LineDensity.of(ScoreFunction.exact(data), grid, 0.4, 4).klNats(data, 0.01);
      assertThat(LineMarginalKl.of("two", data).at(grid) / kl).isCloseTo(1, within(1e-9));
    }
  }

  /** Narrow bumps far apart, which stretch the line between them by up to 600. */
  @Test
  void aFinerLineChangesNothing() {
    GaussianMixture data = Mixtures.twoBumps(0.5, 0.02);
    for (int steps : new int[] {3, 8, 30}) {
      NoiseGrid grid = NoiseGrid.geometric(0.002, 80, steps);
      double kl = LineMarginalKl.of("two", data).at(grid);
      double fine = LineMarginalKl.of("two", data, 2).at(grid);
      assertThat(kl / fine).isCloseTo(1, within(1e-7));
    }
  }

  /** Path KL bounds marginal KL; a mixture of one place more is no error. */
  @Test
  void isBelowThePathKl() {
    GaussianMixture data = Mixtures.twoBumps(0.5, 0.1);
    NoiseGrid grid = NoiseGrid.polynomial(0.002, 80, 7, 12);
    double path = GridError.pathKl(data, sigma -> 0).at(grid);
    assertThat(LineMarginalKl.of("two", data).at(grid)).isPositive().isLessThan(path);
  }

  @Test
  void refusesThePlane() {
    GaussianMixture plane = GaussianMixture.of(new double[] {1}, Gaussian.isotropic(2, 1));
    assertThatThrownBy(() -> LineMarginalKl.of("plane", plane))
        .hasMessageContaining("dimension of data");
    assertThatThrownBy(() -> LineMarginalKl.of("two", Mixtures.twoBumps(1, 1), 0.01))
        .hasMessageContaining("resolution = 0.01: expected at least 0.5");
    assertThatThrownBy(() -> LineMarginalKl.of("two", Mixtures.twoBumps(1, 1), 0))
        .hasMessageContaining("resolution");
  }

  /** Levels at random, ln σ from ln 20 to ln 0.01. */
  private static NoiseGrid grid(RandomGenerator random, int steps) {
    double[] gaps = random.doubles(steps, 0.2, 1).toArray();
    double[] sigmas = new double[steps + 1];
    sigmas[0] = 20;
    double total = Arrays.stream(gaps).sum();
    for (int k = 0; k < steps; k++) {
      sigmas[k + 1] = sigmas[k] * Math.pow(0.01 / 20, gaps[k] / total);
    }
    return NoiseGrid.of(sigmas);
  }

  private static void isItsGradient(double[] gradient, GridError error, NoiseGrid grid) {
    assertThat(gradient).hasSize(grid.steps() + 1);
    for (int k = 0; k < gradient.length; k++) {
      double difference = (moved(error, grid, k, 1e-4) - moved(error, grid, k, -1e-4)) / 2e-4;
      double scale = 1 + Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
      assertThat(gradient[k]).as("level %d", k).isCloseTo(difference, within(DIFFERENCE * scale));
    }
  }

  private static double moved(GridError error, NoiseGrid grid, int k, double step) {
    double[] sigmas = grid.sigmas();
    sigmas[k] *= Math.exp(step);
    return error.at(NoiseGrid.of(sigmas));
  }
}
