package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class MetricTest {
  @Property(seed = "1", tries = 50)
  void klIsTheIntegralOfTheLogRatio(
      @ForAll @DoubleRange(min = -2, max = 2) double mean,
      @ForAll @DoubleRange(min = 0.3, max = 3) double p,
      @ForAll @DoubleRange(min = 0.5, max = 3) double q) {
    NormalDistribution truth = new NormalDistribution(mean, p);
    NormalDistribution model = new NormalDistribution(0, q);
    double integral =
        new SimpsonIntegrator(1e-10, 1e-12, 5, 30)
            .integrate(
                10_000_000,
                x -> truth.density(x) * (truth.logDensity(x) - model.logDensity(x)),
                mean - 12 * p,
                mean + 12 * p);
    double kl =
        GaussianDistance.klNats(
            Gaussian.isotropic(new double[] {mean}, p), Gaussian.isotropic(1, q));
    assertThat(kl).isCloseTo(integral, within(1e-7));
  }

  /** A rotation of both laws changes nothing; commuting covariances have simple closed forms. */
  @Test
  void agreesWithTheCommutingClosedFormsAfterARotation() {
    Gaussian p = rotated(4, 0.25, 1, 2);
    Gaussian q = rotated(1, 9, 0, 0);
    double kl =
        0.5 * (4 - 1 - Math.log(4))
            + 0.5 * (0.25 / 9 - 1 - Math.log(0.25 / 9))
            + 0.5 * (1 + 4 / 9.0);
    assertThat(GaussianDistance.klNats(p, q)).isCloseTo(kl, within(1e-12));
    double w2 = Math.sqrt(1 + 4 + (2 - 1) * (2 - 1) + (0.5 - 3) * (0.5 - 3));
    assertThat(GaussianDistance.wasserstein2(p, q)).isCloseTo(w2, within(1e-12));
  }

  /** N(R(m₁,m₂), R diag(a,b) Rᵀ) for a rotation R by one radian. */
  private static Gaussian rotated(double a, double b, double m1, double m2) {
    double cos = Math.cos(1);
    double sin = Math.sin(1);
    double off = (a - b) * sin * cos;
    return Gaussian.of(
        new double[] {cos * m1 - sin * m2, sin * m1 + cos * m2},
        new double[][] {
          {a * cos * cos + b * sin * sin, off}, {off, a * sin * sin + b * cos * cos}
        });
  }

  @Property(seed = "2")
  void axiomsOnRandomCovariances(@ForAll long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    Gaussian a = randomGaussian(random);
    Gaussian b = randomGaussian(random);
    Gaussian c = randomGaussian(random);
    assertThat(GaussianDistance.klNats(a, b)).isPositive();
    assertThat(GaussianDistance.klNats(a, a)).isCloseTo(0, within(1e-12));
    assertThat(GaussianDistance.wasserstein2(a, a)).isCloseTo(0, within(1e-6)); // √ of rounding
    double ab = GaussianDistance.wasserstein2(a, b);
    assertThat(GaussianDistance.wasserstein2(b, a)).isCloseTo(ab, within(1e-7));
    double detour = GaussianDistance.wasserstein2(a, c) + GaussianDistance.wasserstein2(c, b);
    assertThat(ab).isLessThanOrEqualTo(detour + 1e-7);
  }

  /** Mean and AAᵀ + 0.1 I with standard normal entries. */
  private static Gaussian randomGaussian(RandomGenerator random) {
    double[] mean = new double[3];
    double[][] root = new double[3][3];
    double[][] covariance = new double[3][3];
    for (int i = 0; i < 3; i++) {
      mean[i] = random.nextGaussian();
      for (int j = 0; j < 3; j++) {
        root[i][j] = random.nextGaussian();
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        covariance[i][j] = i == j ? 0.1 : 0;
        for (int k = 0; k < 3; k++) {
          covariance[i][j] += root[i][k] * root[j][k];
        }
      }
    }
    return Gaussian.of(mean, covariance);
  }

  @Test
  void refusesLawsOnDifferentSpaces() {
    Gaussian line = Gaussian.isotropic(1, 1);
    Gaussian plane = Gaussian.isotropic(2, 1);
    assertThatThrownBy(() -> GaussianDistance.klNats(line, plane))
        .hasMessageContaining("dimension of q = 2: expected 1");
    assertThatThrownBy(() -> GaussianDistance.wasserstein2(line, plane))
        .hasMessageContaining("dimension of q = 2: expected 1");
  }

  @Test
  void slopesOfPowerLaws() {
    double[] x = {1, 2, 4, 8};
    LogLogSlope exact = LogLogSlope.fit(x, new double[] {3, 3 / 4.0, 3 / 16.0, 3 / 64.0});
    assertThat(exact.slope()).isCloseTo(-2, within(1e-14));
    assertThat(exact.halfWidth()).isLessThan(1e-7); // √ of rounding
    assertThatThrownBy(() -> LogLogSlope.fit(new double[] {1, 2}, new double[] {1, 2}))
        .hasMessageContaining("number of points = 2");
    assertThatThrownBy(() -> LogLogSlope.fit(x, new double[] {1, 0, 1, 1}))
        .hasMessageContaining("y[1] = 0.0");
  }

  /** The interval covers the truth in about 95% of noisy fits. */
  @Test
  void slopeIntervalsCoverTheTruth() {
    int covered = 0;
    int fits = 2000;
    double[] x = {1, 2, 4, 8, 16, 32};
    for (int i = 0; i < fits; i++) {
      RandomGenerator random = new RandomStreams(5).stream(i);
      double[] y = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        y[j] = Math.pow(x[j], -1.5) * Math.exp(0.1 * random.nextGaussian());
      }
      LogLogSlope slope = LogLogSlope.fit(x, y);
      covered += Math.abs(slope.slope() + 1.5) <= slope.halfWidth() ? 1 : 0;
    }
    // Four standard errors of a proportion of 0.95 in 2000.
    assertThat(covered / (double) fits).isCloseTo(0.95, within(0.0195));
  }

  @Test
  void klRefusesLawsOnASubspace() {
    Gaussian flat = Gaussian.onSubspace(new double[2], new double[] {1, 1});
    Gaussian full = Gaussian.isotropic(2, 1);
    assertThatThrownBy(() -> GaussianDistance.klNats(flat, full)).hasMessageContaining("p = ");
    assertThatThrownBy(() -> GaussianDistance.klNats(full, flat)).hasMessageContaining("q = ");
  }
}
