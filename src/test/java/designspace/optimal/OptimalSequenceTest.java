package designspace.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.line.LineMarginalKl;
import designspace.line.Mixtures;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimalSequenceTest {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  /** Two errors and two methods, one optimum. */
  @Test
  void isNewtonsOptimumOnOneGaussian() {
    GaussianMixture data =
        GaussianMixture.of(new double[] {1}, Points.owning(new double[] {0}, 1), 0.5);
    List<OptimalGrid> optima =
        OptimalSequence.of(
            LineMarginalKl.of("one", data), n -> starts(4).subList(0, n == 4 ? 2 : 0), 4, 8, 16);
    GaussianMarginalError exact =
        new GaussianMarginalError(LinearSampler.EXPONENTIAL_INTEGRATOR, Gaussian.isotropic(1, 0.5));
    for (OptimalGrid found : optima) {
      int n = found.grid().steps();
      double best = OptimalGrid.of(exact, LOW, HIGH, n).value();
      assertThat(found.value() / best).as("N = %d", n).isCloseTo(1, within(1e-6));
      assertThat(found.value()).isLessThanOrEqualTo(found.startValue());
    }
  }

  /** The same on a mixture, with Newton's certificate. */
  @Test
  void isNewtonsOptimumOnAMixture() {
    LineMarginalKl error = LineMarginalKl.of("two", Mixtures.twoBumps(0.5, 0.1));
    OptimalGrid found = OptimalSequence.of(error, OptimalSequenceTest::starts, 6).get(0);
    OptimalGrid newton = OptimalGrid.from(error, List.of(found.grid()));
    assertThat(found.value() / newton.value()).isCloseTo(1, within(1e-6));
    assertThat(newton.certificate().leastEigenvalue()).isPositive();
    assertThat(found.certificate().gradient()).isLessThan(5e-3);
    for (NoiseGrid start : starts(6)) {
      assertThat(found.value()).isLessThan(error.at(start));
    }
  }

  @Test
  void dividesSteps() {
    NoiseGrid grid = OptimalSequence.divided(NoiseGrid.of(8, 2, 1), 4);
    assertThat(grid.sigmas())
        .containsExactly(new double[] {8, 4, 2, Math.sqrt(2), 1}, within(1e-14));
    LineMarginalKl error = LineMarginalKl.of("two", Mixtures.twoBumps(1, 1));
    OptimalGrid one = OptimalSequence.of(error, n -> starts(1), 1).get(0);
    assertThat(one.value()).isEqualTo(one.startValue());
    assertThatThrownBy(() -> OptimalSequence.of(error, n -> starts(4), 5))
        .hasMessageContaining("steps of a start");
    assertThatThrownBy(() -> OptimalSequence.of(error, OptimalSequenceTest::starts, 3, 2))
        .hasMessageContaining("steps = 2");
  }

  /** H⁻¹ of the last change of the gradient is the last move. */
  @Test
  void secants() {
    SecantPairs pairs = new SecantPairs();
    assertThat(pairs.step(1, -2)).containsExactly(-1, 2);
    pairs.add(new double[] {1, 0}, 3, 1);
    pairs.add(new double[] {0.5, 1}, 2, 4);
    assertThat(pairs.step(2, 4)).containsExactly(new double[] {-0.5, -1}, within(1e-15));
    pairs.add(new double[] {1, 0}, -1, 0); // no curvature: left out
    assertThat(pairs.step(2, 4)).containsExactly(new double[] {-0.5, -1}, within(1e-15));
  }

  private static List<NoiseGrid> starts(int steps) {
    return List.of(
        NoiseGrid.geometric(LOW, HIGH, steps), NoiseGrid.polynomial(LOW, HIGH, 7, steps));
  }
}
