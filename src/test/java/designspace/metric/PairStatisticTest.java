package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import java.util.Arrays;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** MMD and energy distance. */
class PairStatisticTest {
  private static final int REPEATS = 300;
  private static final MaximumMeanDiscrepancy MMD = MaximumMeanDiscrepancy.gaussian(0.5, 2);

  /** Estimates from independent pairs of samples of 40 and 30. */
  private static Estimate[] repeated(
      int d, double shift, double c, BiFunction<Points, Points, Estimate> distance) {
    Estimate[] estimates = new Estimate[REPEATS];
    for (int r = 0; r < REPEATS; r++) {
      Points a = Draw.normal(40, d, 1000 + r);
      Points b = Draw.normal(30, d, shift, c, 5000 + r);
      estimates[r] = distance.apply(a, b);
    }
    return estimates;
  }

  private static Estimate mean(Estimate... estimates) {
    return Estimate.mean(Arrays.stream(estimates).mapToDouble(Estimate::value).toArray());
  }

  /** Root mean square of the stated errors over the estimates' own spread. */
  private static double errorRatio(Estimate... estimates) {
    double square = Arrays.stream(estimates).mapToDouble(e -> e.error() * e.error()).sum();
    return Math.sqrt(square / REPEATS) / (mean(estimates).error() * Math.sqrt(REPEATS));
  }

  /** E k(X,Y) for X−Y ~ N(m, s²I): (ℓ²/(ℓ²+s²))^{d/2} e^{−‖m‖²/2(ℓ²+s²)}. */
  private static double kernelMean(double width, double m, double s2, int d) {
    double total = width * width + s2;
    return Math.pow(width * width / total, d / 2.0) * Math.exp(-m * m / (2 * total));
  }

  private static double mmdSquare(int d, double shift, double c) {
    double sum = 0;
    for (double width : new double[] {0.5, 2}) {
      double within = kernelMean(width, 0, 2, d) + kernelMean(width, 0, 2 * c * c, d);
      sum += (within - 2 * kernelMean(width, shift, 1 + c * c, d)) / 2;
    }
    return sum;
  }

  @Test
  void mmdIsUnbiasedAndItsErrorHonest() {
    Estimate[] apart = repeated(2, 1, 1.5, MMD::square);
    Estimate mean = mean(apart);
    assertThat(mean.value()).isCloseTo(mmdSquare(2, 1, 1.5), within(4 * mean.error()));
    assertThat(errorRatio(apart)).isBetween(0.85, 1.25);
    Estimate[] equal = repeated(2, 0, 1, MMD::square);
    assertThat(mean(equal).value()).isCloseTo(0, within(4 * mean(equal).error()));
    // Efron and Stein: not too small; √2 for a degenerate statistic of pairs.
    assertThat(errorRatio(equal)).isBetween(1.1, 1.7);
  }

  @Test
  void energyDistanceIsUnbiasedAndItsErrorHonest() {
    Estimate[] apart = repeated(1, 1, 1.5, EnergyDistance::between);
    Estimate mean = mean(apart);
    double exact =
        2 * meanAbsolute(1, Math.sqrt(1 + 2.25))
            - meanAbsolute(0, Math.sqrt(2))
            - meanAbsolute(0, Math.sqrt(4.5));
    assertThat(mean.value()).isCloseTo(exact, within(4 * mean.error()));
    assertThat(errorRatio(apart)).isBetween(0.85, 1.25);
    Estimate[] equal = repeated(3, 0, 1, EnergyDistance::between);
    assertThat(mean(equal).value()).isCloseTo(0, within(4 * mean(equal).error()));
    assertThat(errorRatio(equal)).isBetween(1.1, 1.7);
  }

  /** E|Z| for Z ~ N(m, s²). */
  private static double meanAbsolute(double m, double s) {
    NormalDistribution normal = new NormalDistribution();
    return 2 * s * normal.density(m / s) + m * (2 * normal.cumulativeProbability(m / s) - 1);
  }

  /** Between empirical laws 2∫(F−G)² is the statistic with each point paired with itself too. */
  @Property(seed = "1", tries = 30)
  void energyOnTheLineIsTwiceTheSquaredAreaBetweenDistributionFunctions(
      @ForAll @IntRange(min = 3, max = 30) int n, @ForAll @IntRange(min = 3, max = 30) int m) {
    Points a = Draw.normal(n, 1, n);
    Points b = Draw.normal(m, 1, 1, 2, 100 + m);
    double[] all = Arrays.copyOf(a.toArray(), n + m);
    System.arraycopy(b.toArray(), 0, all, n, m);
    Arrays.sort(all);
    double area = 0;
    for (int i = 1; i < all.length; i++) {
      double gap = LineWassersteinTest.cdf(a, all[i - 1]) - LineWassersteinTest.cdf(b, all[i - 1]);
      area += 2 * gap * gap * (all[i] - all[i - 1]);
    }
    double own = meanDistance(a) / (n - 1) + meanDistance(b) / (m - 1);
    assertThat(EnergyDistance.between(a, b).value() + own).isCloseTo(area, within(1e-12));
  }

  /** Over all n² pairs. */
  private static double meanDistance(Points sample) {
    double mean = 0;
    for (double x : sample.toArray()) {
      for (double y : sample.toArray()) {
        mean += Math.abs(x - y) / sample.size() / sample.size();
      }
    }
    return mean;
  }

  @Property(seed = "2", tries = 20)
  void symmetryAndInvariances(@ForAll long seed) {
    Points a = Draw.normal(20, 2, seed);
    Points b = Draw.normal(15, 2, 1, 2, seed + 1);
    Points movedA = Draw.turned(Draw.shifted(a, 3, 4));
    Points movedB = Draw.turned(Draw.shifted(b, 3, 4));
    double energy = EnergyDistance.between(a, b).value();
    assertThat(EnergyDistance.between(b, a).value()).isCloseTo(energy, within(1e-12));
    assertThat(EnergyDistance.between(movedA, movedB).value()).isCloseTo(energy, within(1e-12));
    double mmd = MMD.square(a, b).value();
    assertThat(MMD.square(b, a).value()).isCloseTo(mmd, within(1e-12));
    assertThat(MMD.square(movedA, movedB).value()).isCloseTo(mmd, within(1e-12));
  }

  /** 1 − e^{−s/2ℓ²} ≈ s/2ℓ²: a very wide kernel sees the means, whose U-statistic is known. */
  @Test
  void aWideKernelSeesTheMeans() {
    Points a = Draw.normal(50, 2, 1);
    Points b = Draw.normal(60, 2, 1, 2, 2);
    double means = 0;
    for (int j = 0; j < 2; j++) {
      double gap = a.mean()[j] - b.mean()[j];
      means += gap * gap - a.variance()[j] / 50 - b.variance()[j] / 60;
    }
    double width = 1e3;
    double scaled = MaximumMeanDiscrepancy.gaussian(width).square(a, b).value() * width * width;
    assertThat(scaled).isCloseTo(means, within(1e-4));
  }

  @Test
  void medianBandwidth() {
    Points a = Points.of(new double[] {0}, new double[] {1});
    Points b = Points.of(new double[] {3});
    assertThat(MaximumMeanDiscrepancy.medianBandwidth(a, b)).isEqualTo(2);
    // ‖X−Y‖² / 2 is χ² of 2 degrees, whose median is 2 ln 2.
    double large =
        MaximumMeanDiscrepancy.medianBandwidth(Draw.normal(3000, 2, 1), Draw.normal(2000, 2, 2));
    assertThat(large).isCloseTo(Math.sqrt(4 * Math.log(2)), within(0.06));
    assertThatThrownBy(() -> MaximumMeanDiscrepancy.medianBandwidth(b, b))
        .hasMessageContaining("median distance = 0.0");
  }

  @Test
  void refusals() {
    Points a = Draw.normal(5, 2, 1);
    assertThatThrownBy(MaximumMeanDiscrepancy::gaussian)
        .hasMessageContaining("number of bandwidths = 0");
    assertThatThrownBy(() -> MaximumMeanDiscrepancy.gaussian(1, 0))
        .hasMessageContaining("bandwidths[1] = 0.0");
    assertThatThrownBy(() -> MMD.square(a, Draw.normal(2, 2, 1)))
        .hasMessageContaining("number of points in b = 2: expected an integer of at least 3");
    assertThatThrownBy(() -> EnergyDistance.between(a, Draw.normal(5, 3, 1)))
        .hasMessageContaining("dimension of b = 3: expected 2");
    Points holed = Points.of(new double[] {0}, new double[] {1}, new double[] {Double.NaN});
    assertThatThrownBy(() -> EnergyDistance.between(holed, holed))
        .hasMessageContaining("a[2][0] = NaN");
  }
}
