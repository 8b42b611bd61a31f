package designspace.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.clock.AngleClock;
import designspace.clock.DensityClock;
import designspace.clock.NoiseClock;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineMarginalClockTest {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  /** B4's limit 4(1 − √(S_N/S_0))⁴ and its 1/√ law, for one Gaussian. */
  @Test
  void isTheInverseRootLawOnOneGaussian() {
    GaussianMixture data =
        GaussianMixture.of(new double[] {1}, Points.owning(new double[] {0.7}, 1), 0.5);
    LineMarginalClock clock = LineMarginalClock.of("one", data, LOW, HIGH);
    double root = Math.sqrt((0.25 + LOW * LOW) / (0.25 + HIGH * HIGH));
    // The trapezoidal rule in ln σ on 161 levels.
    assertThat(clock.limitNats() / (4 * Math.pow(1 - root, 4))).isCloseTo(1, within(3e-5));
    AngleClock law = new AngleClock(AngleLaw.INVERSE_ROOT, 0.5);
    double scale = clock.density(0.5) / law.density(0.5);
    for (double sigma : new double[] {0.01, 0.1, 1, 10}) {
      assertThat(clock.density(sigma) / law.density(sigma) / scale).isCloseTo(1, within(2e-3));
    }
    NoiseGrid grid = clock.grid(LOW, HIGH, 40);
    NoiseGrid expected = NoiseGrid.angle(AngleLaw.INVERSE_ROOT, 0.5, LOW, HIGH, 40);
    for (int k = 0; k <= 40; k++) {
      assertThat(grid.sigma(k) / expected.sigma(k)).isCloseTo(1, within(5e-3));
    }
  }

  /** N² KL on a clock's own grids tends to what it says, here where nothing was made least. */
  @Test
  void limitsAreThoseOfTheExactError() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {3, 7},
            Gaussian.isotropic(new double[] {-0.4}, 0.2),
            Gaussian.isotropic(new double[] {0.5}, 0.5));
    LineMarginalClock clock = LineMarginalClock.of("two", data, 0.05, 200);
    LineMarginalKl error = LineMarginalKl.of("two", data);
    for (NoiseClock other :
        new NoiseClock[] {DensityClock.exponential(), DensityClock.polynomial(7)}) {
      double coarse = 1e4 * error.at(other.grid(0.05, 200, 100));
      double fine = 4e4 * error.at(other.grid(0.05, 200, 200));
      double limit = clock.limitNats(other);
      assertThat(fine / limit).as(other.label()).isCloseTo(1, within(0.02));
      // The rest is of order 1/N: Richardson's extrapolation takes it away.
      assertThat((2 * fine - coarse) / limit).as(other.label()).isCloseTo(1, within(2e-3));
      assertThat(limit).isGreaterThan(clock.limitNats());
    }
    assertThat(clock.limitNats(clock) / clock.limitNats()).isCloseTo(1, within(1e-12));
    double coarse = 1e4 * error.at(clock.grid(0.05, 200, 100)) - clock.limitNats();
    double fine = 4e4 * error.at(clock.grid(0.05, 200, 200)) - clock.limitNats();
    assertThat(fine).isPositive().isLessThan(0.6 * coarse);
  }

  /**
   * Narrow bumps in wide ones as well: the exact N² KL on geometric grids, whose next orders in 1/N
   * are taken away twice. What is left is of order 1/N³ and below 1e−3.
   */
  @ParameterizedTest
  @MethodSource("designspace.line.LineCase#all")
  void theLimitOfGeometricGrids(LineCase law) {
    LineMarginalKl error = LineMarginalKl.of(law.name(), law.data());
    double[] scaled = new double[3];
    Arrays.setAll(
        scaled, i -> Math.pow(50 << i, 2) * error.at(NoiseGrid.geometric(LOW, HIGH, 50 << i)));
    double coarse = 2 * scaled[1] - scaled[0];
    double fine = 2 * scaled[2] - scaled[1];
    double expected = (4 * fine - coarse) / 3;
    LineMarginalClock clock = LineMarginalClock.of(law.name(), law.data(), LOW, HIGH);
    double limit = clock.limitNats(DensityClock.exponential());
    assertThat(limit / expected).as(law.name()).isCloseTo(1, within(1e-3));
    assertThat(clock.limitNats()).isLessThan(limit);
  }

  /** Narrow bumps 4 apart, where a has both signs: densities near the best one cost more. */
  @Test
  void isLeastWhereErrorsCancel() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {1, 3},
            Gaussian.isotropic(new double[] {-2.85}, 0.034),
            Gaussian.isotropic(new double[] {0.95}, 0.022));
    LineMarginalClock clock = LineMarginalClock.of("apart", data, LOW, HIGH);
    double least = clock.limitNats();
    for (int wave = 1; wave <= 20; wave++) {
      for (double size : new double[] {-0.2, 0.2}) {
        double phase = 2.0 * wave;
        double rate = 0.5 * wave;
        NoiseClock other =
            DensityClock.of(
                "near",
                "nothing",
                "",
                s -> clock.density(s) * (1 + size * Math.sin(phase + rate * Math.log(s))));
        assertThat(clock.limitNats(other)).isBetween(least * (1 + 1e-6), 1.2 * least);
      }
    }
    LineMarginalKl error = LineMarginalKl.of("apart", data);
    double coarse = 1e4 * error.at(clock.grid(LOW, HIGH, 100)) / least;
    double fine = 16e4 * error.at(clock.grid(LOW, HIGH, 400)) / least;
    // The density falls tenfold between the scales, so that the limit is far off in N.
    assertThat(coarse).isLessThan(1.4);
    assertThat(fine).isBetween(1.0, 1 + 0.6 * (coarse - 1));
  }

  /** φ = (s′p)″/p, by differences. */
  @Property(seed = "3", tries = 40)
  void source(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 4) double tau) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    SmoothedLine line = new SmoothedLine(Mixtures.random(random), tau);
    double x = 1.5 * random.nextGaussian();
    double h = 1e-3 * line.width();
    double[] flow = new double[3];
    for (int i = 0; i < 3; i++) {
      line.moveTo(x + (i - 1) * h);
      flow[i] = line.slope() * Math.exp(line.logDensity());
    }
    line.moveTo(x);
    double second = (flow[0] - 2 * flow[1] + flow[2]) / (h * h) / Math.exp(line.logDensity());
    double scale = Math.pow(line.width(), -4) * (1 + Math.pow(x / line.width(), 4));
    assertThat(line.source(x)).isCloseTo(second, within(1e-4 * scale));
  }

  @Test
  void anyRange() {
    GaussianMixture data = Mixtures.twoBumps(0.5, 0.3);
    LineMarginalClock clock = LineMarginalClock.of("two", data, 0.1, 10);
    assertThat(clock.grid(0.2, 5, 7).sigmaMax()).isEqualTo(5);
    assertThat(clock.label()).contains("two");
    assertThatThrownBy(() -> LineMarginalClock.of("two", data, 1, 0.1))
        .hasMessageContaining("sigmaMin");
  }
}
