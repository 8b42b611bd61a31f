package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** What every law promises. */
class DataDistributionTest {
  /** One in 16 000 for a normal error; the seeds are fixed. */
  private static final double STANDARD_ERRORS = 4;

  /** σ below 10^−0.7 = 0.2 would make derivatives of order 5 too large for the differences. */
  private static final double LEAST_POWER = -0.7;

  /**
   * Central differences of fourth order with h = σ/1000: of f⁗′ they miss h⁴/30, here below 1e−6 of
   * the scale 1/σ (for the gradient) or 1/τ (for the Hessian); rounding is smaller.
   */
  private static final double DIFFERENCE_TOLERANCE = 1e-6;

  @Provide
  Arbitrary<DataDistribution> laws() {
    return Arbitraries.of(Laws.ALL);
  }

  private static double[] place(DataDistribution law, double sigma, long seed) {
    return noisy(law, 1, sigma, seed).row(0);
  }

  private static Points noisy(DataDistribution law, int n, double sigma, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    return law.sample(n, streams.fork(0)).plusNoise(sigma, streams.fork(1));
  }

  private static double derivative(DoubleUnaryOperator f, double h) {
    double near = f.applyAsDouble(h) - f.applyAsDouble(-h);
    double far = f.applyAsDouble(2 * h) - f.applyAsDouble(-2 * h);
    return (8 * near - far) / (12 * h);
  }

  private static double[] moved(double[] x, int j, double by) {
    double[] moved = x.clone();
    moved[j] += by;
    return moved;
  }

  @Property(seed = "1", tries = 500)
  void scoreIsTheGradientOfTheLogDensity(
      @ForAll("laws") DataDistribution law,
      @ForAll @DoubleRange(min = LEAST_POWER, max = 2) @Scale(6) double power,
      @ForAll long seed) {
    double sigma = Math.pow(10, power);
    double[] x = place(law, sigma, seed);
    double[] score = law.score(sigma, Points.of(x)).row(0);
    for (int j = 0; j < x.length; j++) {
      int axis = j;
      double slope = derivative(h -> law.logDensity(sigma, moved(x, axis, h)), sigma / 1000);
      assertThat(score[j]).isCloseTo(slope, within(DIFFERENCE_TOLERANCE / sigma));
    }
    double log = law.logDensity(sigma, x);
    assertThat(law.logDensity(sigma, Points.of(x))) // the order of a sum
        .containsExactly(new double[] {log}, within(1e-12 * (1 + Math.abs(log))));
  }

  /** lem-11: Cov(X₀|x) = τI + τ²∇²log p. */
  @Property(seed = "2", tries = 500)
  void posteriorCovarianceIsTheHessian(
      @ForAll("laws") DataDistribution law,
      @ForAll @DoubleRange(min = LEAST_POWER, max = 2) @Scale(6) double power,
      @ForAll long seed) {
    double sigma = Math.pow(10, power);
    double tau = sigma * sigma;
    double[] x = place(law, sigma, seed);
    RealMatrix covariance = law.posteriorCovariance(sigma, x);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        int row = i;
        int axis = j;
        double second =
            derivative(
                h -> law.score(sigma, Points.of(moved(x, axis, h))).get(0, row), sigma / 1000);
        double expected = (i == j ? tau : 0) + tau * tau * second;
        assertThat(covariance.getEntry(i, j))
            .isCloseTo(expected, within(DIFFERENCE_TOLERANCE * tau));
      }
    }
    double trace = covariance.getTrace();
    assertThat(law.posteriorVariance(sigma, Points.of(x)))
        .containsExactly(new double[] {trace}, within(1e-12 * trace)); // the order of the sum
  }

  /** Tweedie (lem-11); τ∇log p and x cancel to rounding of the larger. */
  @Property(seed = "3", tries = 500)
  void posteriorMeanIsTheDenoiser(
      @ForAll("laws") DataDistribution law,
      @ForAll @DoubleRange(min = -6, max = 6) @Scale(6) double power,
      @ForAll long seed) {
    double sigma = Math.pow(10, power);
    double[] x = place(law, sigma, seed);
    double[] mean = law.posteriorMean(sigma, Points.of(x)).row(0);
    double[] score = law.score(sigma, Points.of(x)).row(0);
    for (int j = 0; j < x.length; j++) {
      double expected = x[j] + sigma * sigma * score[j];
      assertThat(mean[j]).isCloseTo(expected, within(1e-13 * (10 + Math.abs(x[j]))));
    }
  }

  @Test
  void noiseOfOneMillionLeavesThePrior() {
    for (DataDistribution law : Laws.ALL) {
      double sigma = 1e6;
      double[] x = place(law, sigma, 5);
      double[] mean = law.posteriorMean(sigma, Points.of(x)).row(0);
      RealMatrix off = law.posteriorCovariance(sigma, x).subtract(law.covariance());
      // The first correction is Cov·x/τ, about 1e−6 Cov, and one more moment for the covariance.
      double tolerance = 1e-5 * law.secondMoment();
      assertThat(mean).as("%s", law).containsExactly(law.mean(), within(tolerance));
      assertThat(off.getNorm()).as("%s", law).isLessThan(1e-5 * (1 + law.secondMoment()));
    }
  }

  @Test
  void isFiniteFarAwayAndAtAnyNoise() {
    for (DataDistribution law : Laws.ALL) {
      for (double sigma : new double[] {1e-6, 1e-3, 1, 1e3, 1e6}) {
        for (double place : new double[] {0, 1, -1e3, 1e8}) {
          double[] x = new double[law.dimension()];
          Arrays.fill(x, place);
          assertThat(law.logDensity(sigma, x)).as("%s", law).isFinite();
          assertThat(law.score(sigma, Points.of(x)).row(0)).doesNotContain(Double.NaN);
          assertThat(law.posteriorVariance(sigma, Points.of(x))[0])
              .as("%s at σ = %s, x = %s", law, sigma, place)
              .isBetween(0.0, law.dimension() * Math.max(sigma * sigma, 100));
        }
      }
    }
  }

  @Test
  void samplesHaveItsMoments() {
    int n = 20_000;
    for (DataDistribution law : Laws.ALL) {
      Points sample = law.sample(n, new RandomStreams(11));
      double[] mean = law.mean();
      double[] squares = new double[n];
      for (int i = 0; i < mean.length; i++) {
        near(Estimate.mean(sample.column(i)), mean[i], law);
        for (int j = 0; j < mean.length; j++) {
          near(Estimate.mean(products(sample, mean, i, j)), law.covariance().getEntry(i, j), law);
        }
        double[] column = sample.column(i);
        Arrays.setAll(squares, k -> squares[k] + column[k] * column[k]);
      }
      near(Estimate.mean(squares), law.secondMoment(), law);
      assertThat(law.sample(10, new RandomStreams(11))).isEqualTo(sample.slice(0, 10));
    }
  }

  private static double[] products(Points sample, double[] mean, int i, int j) {
    double[] products = new double[sample.size()];
    Arrays.setAll(products, k -> (sample.get(k, i) - mean[i]) * (sample.get(k, j) - mean[j]));
    return products;
  }

  /** Within standard errors, or rounding where a law on a subspace leaves no error. */
  private static void near(Estimate estimate, double expected, DataDistribution law) {
    assertThat(estimate.value())
        .as("%s", law)
        .isCloseTo(expected, within(STANDARD_ERRORS * estimate.error() + 1e-13));
  }

  @Test
  void smoothedDensityIntegratesToOne() {
    double sigma = 0.4;
    double h = sigma / 2; // the trapezoidal rule then errs by 2e^{−2π²·4}, far below rounding
    double reach = 9;
    for (DataDistribution law : Laws.ALL) {
      if (law.dimension() <= 2) {
        boolean line = law.dimension() == 1;
        double mass = 0;
        for (double x = -reach; x <= reach; x += h) {
          for (double y = -reach; y <= (line ? -reach : reach); y += h) {
            double[] at = line ? new double[] {x} : new double[] {x, y};
            mass += Math.exp(law.logDensity(sigma, at)) * (line ? h : h * h);
          }
        }
        // The widest law, N(−2, 1.2²) along y, keeps 1e−8 of its mass outside.
        assertThat(mass).as("%s", law).isCloseTo(1, within(1e-7));
      }
    }
  }

  /** d mmse/dτ = E tr Cov(X₀|X_τ)²/τ² (lem-11), with the same noise on both sides. */
  @Test
  void mmseGrowsByTheSquaredCovariance() {
    int n = 4000;
    double sigma = 0.7;
    double step = 1e-3;
    for (DataDistribution law : Laws.ALL) {
      double[] low = law.posteriorVariance(sigma - step, noisy(law, n, sigma - step, 21));
      double[] high = law.posteriorVariance(sigma + step, noisy(law, n, sigma + step, 21));
      Points x = noisy(law, n, sigma, 21);
      double[] gap = new double[n];
      for (int i = 0; i < n; i++) {
        RealMatrix covariance = law.posteriorCovariance(sigma, x.row(i));
        double norm = covariance.getFrobeniusNorm() / (sigma * sigma);
        gap[i] = (high[i] - low[i]) / (4 * sigma * step) - norm * norm;
      }
      Estimate mean = Estimate.mean(gap);
      // Central difference: relative error of order (step/σ)² = 2e−6.
      assertThat(mean.value())
          .as("%s", law)
          .isCloseTo(0, within(STANDARD_ERRORS * mean.error() + 1e-5));
    }
  }

  /** lem-11: J = d/τ − mmse/τ². */
  @Test
  void fisherInformationAndMmseAreTied() {
    for (DataDistribution law : Laws.ALL) {
      Information information = law.information();
      for (double tau : new double[] {1e-3, 0.1, 1, 100}) {
        Estimate j = information.fisherInformation(tau);
        Estimate mmse = information.mmse(tau);
        double other = law.dimension() / tau - mmse.value() / (tau * tau);
        double error = Math.hypot(j.error(), mmse.error() / (tau * tau));
        assertThat(j.value())
            .as("%s at τ = %s", law, tau)
            .isCloseTo(other, within(STANDARD_ERRORS * error + 1e-12 / tau));
      }
    }
  }

  @Test
  void refusesWhatHasNoPosterior() {
    for (DataDistribution law : Laws.ALL) {
      double[] x = new double[law.dimension()];
      double[] longer = new double[law.dimension() + 1];
      String size = "dimension of x = " + longer.length + ": expected " + x.length;
      assertThatThrownBy(() -> law.posteriorCovariance(0, x)).hasMessageContaining("sigma = 0.0");
      assertThatThrownBy(() -> law.posteriorVariance(0, Points.of(x)))
          .hasMessageContaining("sigma = 0.0");
      assertThatThrownBy(() -> law.posteriorMean(-1, Points.of(x)))
          .hasMessageContaining("sigma = -1.0: expected a positive finite number");
      assertThatThrownBy(() -> law.score(Double.NaN, Points.of(x)))
          .hasMessageContaining("sigma = NaN");
      assertThatThrownBy(() -> law.posteriorCovariance(1, longer)).hasMessageContaining(size);
      assertThatThrownBy(() -> law.posteriorMean(1, Points.of(longer))).hasMessageContaining(size);
      assertThatThrownBy(() -> law.logDensity(1, longer)).hasMessageContaining(size);
      assertThatThrownBy(() -> law.logDensity(1, Points.of(longer))).hasMessageContaining(size);
      assertThatThrownBy(() -> law.sample(0, new RandomStreams(1))).hasMessageContaining("n = 0");
    }
  }
}
