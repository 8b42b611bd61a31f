package designspace.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class IsotropicKernelTest {
  /** Rounding of the textbook form, relative to the largest of what it sums. */
  private static final double ROUNDING = 1e-13;

  private static final double EPSILON = Math.ulp(1.0);

  private final List<double[]> centres = new ArrayList<>();
  private double[] logWeights = {};
  private double[] variances = {};

  /** Centres of order 1; a third of the variances is 0. */
  private IsotropicKernel random(RandomGenerator random, int k, int d) {
    centres.clear();
    IntStream.range(0, k).forEach(i -> centres.add(normal(random, d, 1)));
    logWeights = random.doubles(k, -3, 0).toArray();
    variances = random.doubles(k, -1, 2).map(v -> Math.max(0, v)).toArray();
    return new IsotropicKernel(logWeights, centres.toArray(double[][]::new), variances);
  }

  private static double[] normal(RandomGenerator random, int d, double scale) {
    return IntStream.range(0, d).mapToDouble(j -> scale * random.nextGaussian()).toArray();
  }

  private static double logSumExp(double[] a) {
    double largest = Arrays.stream(a).max().orElseThrow();
    return largest + Math.log(Arrays.stream(a).map(v -> Math.exp(v - largest)).sum());
  }

  /** The formulas as they stand, one point at a time. */
  private final class Textbook {
    final double[] posterior = new double[logWeights.length];
    final double logDensity;
    final double[] score;

    /** Error of an exponent: rounding of each, to which rounding of the largest is added. */
    double exponentError;

    double largestPull;

    Textbook(double tau, double... x) {
      for (int k = 0; k < posterior.length; k++) {
        double square = 0;
        for (int j = 0; j < x.length; j++) {
          square += Math.pow(x[j] - centres.get(k)[j], 2) / (variances[k] + tau);
        }
        double logNorm = 0.5 * x.length * Math.log(2 * Math.PI * (variances[k] + tau));
        posterior[k] = logWeights[k] - logNorm - 0.5 * square;
      }
      logDensity = logSumExp(posterior);
      score = new double[x.length];
      for (int k = 0; k < posterior.length; k++) {
        double size = Math.abs(posterior[k]) + Math.abs(logDensity);
        posterior[k] = Math.exp(posterior[k] - logDensity);
        exponentError = Math.max(exponentError, posterior[k] > 1e-300 ? size * EPSILON : 0);
        for (int j = 0; j < x.length; j++) {
          double pull = posterior[k] * (centres.get(k)[j] - x[j]) / (variances[k] + tau);
          score[j] += pull;
          largestPull = Math.max(largestPull, Math.abs(pull));
        }
      }
    }
  }

  @Property(seed = "1", tries = 300)
  void agreesWithTheTextbook(
      @ForAll Random seed,
      @ForAll @IntRange(min = 1, max = 100) int k,
      @ForAll @IntRange(min = 1, max = 9) int d,
      @ForAll @DoubleRange(min = -6, max = 6) @Scale(4) double power) {
    IsotropicKernel kernel = random(seed, k, d);
    double sigma = Math.pow(10, power);
    double tau = sigma * sigma;
    double[] near = normal(seed, d, sigma);
    IntStream.range(0, d).forEach(j -> near[j] += centres.get(0)[j]);
    Points x = Points.of(near, normal(seed, d, 1 + sigma), normal(seed, d, 1e8));
    for (int i = 0; i < x.size(); i++) {
      Textbook textbook = new Textbook(tau, x.row(i));
      // An exponent of 1e15, say, is known to 0.1 only, in either form; what it weighs then is too.
      double scale = textbook.largestPull * (ROUNDING + 4 * d * textbook.exponentError);
      assertThat(kernel.score(tau, x).row(i)).containsExactly(textbook.score, within(scale));
      double logError = ROUNDING * (1 + Math.abs(textbook.logDensity));
      assertThat(kernel.logDensities(tau, x)[i]).isCloseTo(textbook.logDensity, within(logError));
    }
  }

  @Property(seed = "2", tries = 100)
  void oneComponentIsAGaussian(
      @ForAll Random seed,
      @ForAll @DoubleRange(min = -6, max = 6) @Scale(4) double power,
      @ForAll @DoubleRange(min = 0.01, max = 3) double c) {
    double[] mean = normal(seed, 3, 2);
    double sigma = Math.pow(10, power);
    IsotropicKernel one =
        new IsotropicKernel(new double[1], new double[][] {mean}, new double[] {c * c});
    Gaussian gaussian = Gaussian.isotropic(mean, c);
    Points x = Points.of(normal(seed, 3, 2 + sigma), normal(seed, 3, 1e8));
    for (int i = 0; i < x.size(); i++) {
      double[] score = gaussian.score(sigma, x).row(i);
      for (int j = 0; j < 3; j++) {
        assertThat(one.score(sigma * sigma, x).get(i, j) / score[j]).isCloseTo(1, within(1e-15));
      }
      double logDensity = gaussian.logDensity(sigma, x.row(i));
      assertThat(one.logDensities(sigma * sigma, x)[i])
          .isCloseTo(logDensity, within(1e-14 * (1 + Math.abs(logDensity))));
    }
  }

  /** What each coordinate of a score says does not change when components are named twice. */
  @Test
  void aComponentTwiceIsOneOfDoubleWeight() {
    RandomGenerator seed = new RandomStreams(3).stream(0);
    IsotropicKernel once = random(seed, 50, 5);
    double[][] twice =
        IntStream.range(0, 100).mapToObj(k -> centres.get(k % 50)).toArray(double[][]::new);
    double[] logs = IntStream.range(0, 100).mapToDouble(k -> logWeights[k % 50]).toArray();
    double[] widths = IntStream.range(0, 100).mapToDouble(k -> variances[k % 50]).toArray();
    Points x = Points.owning(normal(seed, 500, 2), 5);
    double[] expected = once.score(0.1, x).toArray();
    assertThat(new IsotropicKernel(logs, twice, widths).score(0.1, x).toArray())
        .containsExactly(expected, within(1e-13));
  }

  /** Far from everything, at little noise, the nearest centre of a large cloud has all weight. */
  @Test
  void aCloudOfTenThousandPullsToItsNearest() {
    RandomGenerator seed = new RandomStreams(4).stream(0);
    int n = 10_000;
    double[][] cloud = new double[n][];
    for (int k = 0; k < n; k++) {
      cloud[k] = normal(seed, 2, 1);
    }
    IsotropicKernel kernel = new IsotropicKernel(new double[n], cloud, new double[n]);
    double sigma = 1e-6;
    double[][] near = new double[300][];
    for (int i = 0; i < near.length; i++) {
      near[i] = new double[] {cloud[33 * i][0] + sigma, cloud[33 * i][1] - 2 * sigma};
    }
    Points score = kernel.score(sigma * sigma, Points.of(near));
    for (int i = 0; i < near.length; i++) {
      for (int j = 0; j < 2; j++) {
        double pull = (cloud[33 * i][j] - near[i][j]) / (sigma * sigma);
        assertThat(score.get(i, j) / pull).isCloseTo(1, within(1e-15));
      }
    }
  }

  /** Bit for bit, in blocks that are full, cut and single; cold code and compiled. */
  @Test
  void aPointDoesNotSeeItsBatch() {
    RandomGenerator seed = new RandomStreams(5).stream(0);
    for (int d : new int[] {1, 2, 7, 16, 300}) {
      IsotropicKernel kernel = random(seed, 70, d);
      Points x = Points.owning(normal(seed, 601 * d, 2), d);
      double[] score = kernel.score(0.3, x).toArray();
      double[] logs = kernel.logDensities(0.3, x);
      for (int from = 0, size = 1; from < x.size(); from += size, size = size * 2 + 1) {
        int to = Math.min(x.size(), from + size);
        Points part = x.slice(from, to);
        double[] slice = Points.owning(score.clone(), d).slice(from, to).toArray();
        assertThat(kernel.score(0.3, part).toArray()).isEqualTo(slice);
        for (int i = from; i < to; i++) {
          assertThat(kernel.logDensities(0.3, part)[i - from]).isEqualTo(logs[i]);
        }
      }
    }
  }

  @Test
  void noPointsNoScores() {
    IsotropicKernel kernel = random(new RandomStreams(6).stream(0), 3, 2);
    assertThat(kernel.score(1, Points.owning(new double[0], 2)).size()).isZero();
  }

  /** Up to the largest noise that has a square, where 1/(v+τ) alone would underflow. */
  @Test
  void keepsItsDigitsAtAnyNoise() {
    GaussianMixture two =
        GaussianMixture.of(
            new double[] {1, 2}, Points.of(new double[] {-1, 0}, new double[] {1, 1}), 0.5);
    for (double sigma : new double[] {1e-140, 1, 1e120, 1e131, 1e140}) {
      double[] x = {0.3 * sigma, -sigma};
      double[] score = two.score(sigma, Points.of(x)).row(0);
      double total = 0.25 + sigma * sigma;
      if (sigma > 1) {
        assertThat(score[0] * total / -x[0]).isCloseTo(1, within(1e-12));
      }
      assertThat(two.logDensity(sigma, Points.of(x))[0])
          .isCloseTo(two.logDensity(sigma, x), within(1e-12 * 650));
    }
  }
}
