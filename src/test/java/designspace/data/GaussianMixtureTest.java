package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.analysis.integration.RombergIntegrator;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {
  private static final Points CENTRES = Points.of(new double[] {-2, 1}, new double[] {3, 0});
  private final GaussianMixture data = GaussianMixture.of(new double[] {1, 3}, CENTRES, 0.7);
  private final GaussianMixture tilted =
      GaussianMixture.of(
          new double[] {1, 3},
          Gaussian.of(new double[] {-2, 1}, new double[][] {{1, 0.6}, {0.6, 0.5}}),
          Gaussian.of(new double[] {3, 0}, new double[][] {{0.3, -0.2}, {-0.2, 0.9}}));

  /** Central differences of ln p with step h: error of order h² times the third derivative. */
  @Property(seed = "1")
  void scoreIsTheGradientOfTheLogDensity(
      @ForAll @DoubleRange(min = -4, max = 5) double x,
      @ForAll @DoubleRange(min = -3, max = 3) double y,
      @ForAll @DoubleRange(min = 0.1, max = 3) double sigma,
      @ForAll boolean oneWidth) {
    GaussianMixture data = oneWidth ? this.data : tilted;
    double h = 1e-5;
    double dx = (data.logDensity(sigma, x + h, y) - data.logDensity(sigma, x - h, y)) / (2 * h);
    double dy = (data.logDensity(sigma, x, y + h) - data.logDensity(sigma, x, y - h)) / (2 * h);
    double[] score = data.score(sigma, Points.of(new double[] {x, y})).row(0);
    assertThat(score).containsExactly(new double[] {dx, dy}, within(1e-6));
  }

  @Property(seed = "2")
  void oneBumpIsAGaussian(@ForAll @DoubleRange(min = -50, max = 50) double x) {
    GaussianMixture one = GaussianMixture.of(new double[] {5}, Points.of(new double[] {2}), 0.3);
    Gaussian gaussian = Gaussian.isotropic(new double[] {2}, 0.3);
    Points point = Points.of(new double[] {x});
    assertThat(one.score(0.4, point).get(0, 0))
        .isCloseTo(gaussian.score(0.4, point).get(0, 0), within(1e-12 * Math.abs(x) + 1e-12));
  }

  @Test
  void isStableFarAwayAndAtAnyNoise() {
    for (double sigma : new double[] {1e-6, 1, 1e6}) {
      for (double x : new double[] {-1e8, 0, 1e8}) {
        double[] score = data.score(sigma, Points.of(new double[] {x, x})).row(0);
        assertThat(Double.isFinite(score[0]) && Double.isFinite(score[1])).isTrue();
      }
    }
  }

  @Test
  void densityIntegratesToOne() {
    GaussianMixture line =
        GaussianMixture.of(
            new double[] {0.3, 0.7}, Points.of(new double[] {-1}, new double[] {2}), 0.5);
    double mass =
        new RombergIntegrator().integrate(1_000_000, x -> Math.exp(line.logDensity(0.3, x)), -8, 9);
    assertThat(mass).isCloseTo(1, within(1e-6)); // Romberg's default accuracy
  }

  @Test
  void samplesHaveItsMoments() {
    int n = 100_000;
    Points sample = data.sample(n, new RandomStreams(4));
    double[] mean = {0.25 * -2 + 0.75 * 3, 0.25};
    assertThat(data.mean()).containsExactly(mean, within(1e-15));
    double second = 0;
    for (double value : sample.toArray()) {
      second += value * value / n;
    }
    for (int j = 0; j < 2; j++) {
      double standardError = Math.sqrt(sample.variance()[j] / n);
      assertThat(sample.mean()[j]).isCloseTo(mean[j], within(4 * standardError));
    }
    // ‖x‖² has a standard deviation of about 4 here.
    assertThat(second).isCloseTo(data.secondMoment(), within(4 * 5 / Math.sqrt(n)));
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> GaussianMixture.of(new double[] {1}, CENTRES, 1))
        .hasMessageContaining("number of weights = 1: expected 2");
    assertThatThrownBy(() -> GaussianMixture.of(new double[] {1, -1}, CENTRES, 1))
        .hasMessageContaining("weights[1] = -1.0");
    assertThatThrownBy(() -> GaussianMixture.of(new double[] {1, 1}, CENTRES, 0))
        .hasMessageContaining("c = 0.0");
    assertThatThrownBy(
            () -> GaussianMixture.of(new double[] {1}, Points.of(new double[] {Double.NaN}), 1))
        .hasMessageContaining("mean[0] = NaN");
  }
}
