package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class BoxesTest {
  private static final Points LOW = Points.of(new double[] {-1, 0}, new double[] {2, 0});
  private static final Points HIGH = Points.of(new double[] {1, 1}, new double[] {3, 6});

  private static double integral(DoubleUnaryOperator f, double low, double high) {
    return new IterativeLegendreGaussIntegrator(16, 1e-13, 1e-13)
        .integrate(1_000_000, f::applyAsDouble, low, high);
  }

  /** Density and posterior moments of U(0, 1) by numerical integration over X₀. */
  @Property(seed = "1", tries = 200)
  void oneIntervalByQuadrature(
      @ForAll @DoubleRange(min = -2, max = 3) double x,
      @ForAll @DoubleRange(min = 0.3, max = 3) double sigma) {
    Boxes unit = Boxes.of(Points.of(new double[] {0}), Points.of(new double[] {1}));
    DoubleUnaryOperator joint =
        y -> Math.exp(-0.5 * Math.pow((x - y) / sigma, 2)) / (sigma * Math.sqrt(2 * Math.PI));
    double density = integral(joint, 0, 1);
    double mean = integral(y -> y * joint.applyAsDouble(y), 0, 1) / density;
    double variance =
        integral(y -> (y - mean) * (y - mean) * joint.applyAsDouble(y), 0, 1) / density;
    // The integrator's own accuracy; the density can be as small as 1e−10.
    assertThat(Math.exp(unit.logDensity(sigma, x)) / density).isCloseTo(1, within(1e-10));
    Points at = Points.of(new double[] {x});
    assertThat(unit.posteriorMean(sigma, at).get(0, 0)).isCloseTo(mean, within(1e-10));
    assertThat(unit.posteriorVariance(sigma, at)[0]).isCloseTo(variance, within(1e-10));
    assertThat(unit.score(sigma, at).get(0, 0))
        .isCloseTo((mean - x) / (sigma * sigma), within(1e-8));
  }

  @Test
  void withoutNoiseTheDensityIsFlat() {
    Boxes data = Boxes.of(LOW, HIGH); // volumes 2 and 6
    assertThat(data.weight(0)).isCloseTo(2.0 / 8, within(1e-15));
    for (double[] inside : new double[][] {{0, 0.5}, {1, 1}, {2.5, 5}, {-1, 0}}) {
      assertThat(data.logDensity(0, inside)).isCloseTo(-Math.log(8), within(1e-15));
    }
    assertThat(data.logDensity(0, 1.5, 0.5)).isEqualTo(Double.NEGATIVE_INFINITY);
    Boxes weighted = Boxes.of(new double[] {1, 1}, LOW, HIGH);
    assertThat(weighted.logDensity(0, 2.5, 5)).isCloseTo(Math.log(0.5 / 6), within(1e-15));
    assertThat(Laws.OVERLAPPING.logDensity(0, 0.5, 0.05))
        .isCloseTo(Math.log(1 / 3.0 / 3 + 2 / 3.0 / 0.2), within(1e-14));
  }

  /** 0.1^400 is below the least double. */
  @Test
  void volumesMayUnderflow() {
    int d = 400;
    double[] side = new double[d];
    Arrays.fill(side, 0.1);
    double[] middle = new double[d];
    Arrays.fill(middle, 0.05);
    Boxes cube = Boxes.of(Points.of(new double[d]), Points.of(side));
    double expected = d * Math.log(10);
    assertThat(cube.logDensity(0, middle)).isCloseTo(expected, within(1e-12 * expected));
    assertThat(cube.logDensity(1e-6, middle)).isCloseTo(expected, within(1e-12 * expected));
  }

  /** One box is a product: log densities, scores and posteriors go by coordinate. */
  @Property(seed = "2", tries = 200)
  void oneBoxIsAProduct(
      @ForAll @DoubleRange(min = -5, max = 5) double x,
      @ForAll @DoubleRange(min = -5, max = 5) double y,
      @ForAll @DoubleRange(min = 0.01, max = 5) double sigma) {
    Boxes box = Boxes.of(LOW.slice(0, 1), HIGH.slice(0, 1));
    Boxes first = Boxes.of(Points.of(new double[] {-1}), Points.of(new double[] {1}));
    Boxes second = Boxes.of(Points.of(new double[] {0}), Points.of(new double[] {1}));
    double sum = first.logDensity(sigma, x) + second.logDensity(sigma, y);
    assertThat(box.logDensity(sigma, x, y)).isCloseTo(sum, within(1e-14 * (1 + Math.abs(sum))));
    RealMatrix covariance = box.posteriorCovariance(sigma, x, y);
    double variance = second.posteriorVariance(sigma, Points.of(new double[] {y}))[0];
    assertThat(covariance.getEntry(1, 1)).isCloseTo(variance, within(1e-14 * variance));
    assertThat(covariance.getEntry(0, 1)).isZero();
  }

  @Test
  void deepInsideThereIsNoScoreAndTheNoiseIsNotRemoved() {
    Boxes data = Boxes.of(LOW, HIGH);
    Points inside = Points.of(new double[] {0.2, 0.4}, new double[] {2.5, 3});
    double sigma = 1e-6;
    assertThat(data.score(sigma, inside).toArray()).containsExactly(0, 0, 0, 0);
    assertThat(data.posteriorVariance(sigma, inside))
        .containsExactly(new double[] {2e-12, 2e-12}, within(1e-25));
  }

  /** From 1000 standard deviations away the nearest face is all that counts: x₀ − a ~ Exp(d/τ). */
  @Test
  void farAwayTheNearestFaceCounts() {
    Boxes unit = Boxes.of(Points.of(new double[] {0}), Points.of(new double[] {1}));
    double sigma = 0.01;
    Points far = Points.of(new double[] {-10}, new double[] {11});
    double scale = sigma * sigma / 10; // up to a relative (σ/10)² = 1e−6
    double[] mean = unit.posteriorMean(sigma, far).toArray();
    assertThat(mean[0] / scale).isCloseTo(1, within(1e-5));
    assertThat((1 - mean[1]) / scale).isCloseTo(1, within(1e-5));
    for (double variance : unit.posteriorVariance(sigma, far)) {
      assertThat(variance / (scale * scale)).isCloseTo(1, within(1e-5));
    }
    assertThat(unit.score(sigma, far).get(0, 0) / (10 / (sigma * sigma)))
        .isCloseTo(1, within(1e-5));
    assertThat(unit.logDensity(sigma, -10))
        .isCloseTo(-5e5 - Math.log(1e3 * Math.sqrt(2 * Math.PI)), within(2e-6));
  }

  /** A box that is tiny against σ is a point: its posterior is its prior. */
  @Test
  void aTinyBoxKeepsItsMoments() {
    double side = 1e-8;
    Boxes tiny = Boxes.of(Points.of(new double[] {0}), Points.of(new double[] {side}));
    Points x = Points.of(new double[] {0.3}, new double[] {-40});
    for (double variance : tiny.posteriorVariance(1, x)) {
      assertThat(variance / (side * side / 12)).isCloseTo(1, within(1e-12));
    }
    for (double mean : tiny.posteriorMean(1, x).toArray()) {
      assertThat(mean / (side / 2)).isCloseTo(1, within(1e-6)); // 40·side/6
    }
    assertThat(tiny.logDensity(1, 0.3))
        .isCloseTo(Gaussian.point(0).logDensity(1, 0.3), within(1e-8));
  }

  @Test
  void refusesWhatIsNoBox() {
    assertThatThrownBy(() -> Boxes.of(HIGH, LOW))
        .hasMessageContaining("low[0][0] = 1.0: expected less than high[0][0] = -1.0");
    assertThatThrownBy(() -> Boxes.of(LOW, LOW))
        .hasMessageContaining("low[0][0] = -1.0: expected less than high[0][0] = -1.0");
    assertThatThrownBy(() -> Boxes.of(new double[] {1}, LOW, HIGH))
        .hasMessageContaining("number of weights = 1: expected 2");
    assertThatThrownBy(() -> Boxes.of(LOW, HIGH.slice(0, 1)))
        .hasMessageContaining("number of upper corners = 1: expected 2");
    assertThatThrownBy(() -> Boxes.of(LOW, Points.of(new double[] {2}, new double[] {3})))
        .hasMessageContaining("dimension of high = 1: expected 2");
    assertThatThrownBy(() -> Boxes.of(new double[] {1, 0}, LOW, HIGH))
        .hasMessageContaining("weights[1] = 0.0");
    Points infinite = Points.of(new double[] {0, 0}, new double[] {Double.NEGATIVE_INFINITY, 0});
    assertThatThrownBy(() -> Boxes.of(infinite, HIGH)).hasMessageContaining("low[1][0] = -Inf");
    assertThatThrownBy(() -> Boxes.of(LOW, HIGH).logDensity(-1, 0, 0))
        .hasMessageContaining("sigma = -1.0");
  }
}
