package designspace.advice;

import designspace.core.Interrupts;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A mixture of K Gaussians fitted by expectation maximisation from a k-means++ start. Each
 * covariance is pulled towards the sample's own, shrunk to K parts of its volume, as by a few extra
 * points (Fraley and Raftery 2007), so that it stays positive definite.
 */
final class MixtureFit {
  private static final int ROUNDS = 30;
  private static final double EXTRA_POINTS = 2;

  /** Share of the pull that is round: directions that a small sample does not show. */
  private static final double ROUND = 0.05;

  /** So many points a dimension know a covariance. */
  private static final int ENOUGH = 10;

  /** Keeps a covariance positive definite that rounding might not. */
  private static final double POSITIVE = 1e-12;

  private final Points points;
  private final int bumps;
  private final double[][] prior;
  private double[] weights;
  private Gaussian[] laws;

  private MixtureFit(Points points, int bumps) {
    this.points = points;
    this.bumps = bumps;
    this.prior = prior();
  }

  static GaussianMixture of(Points points, int bumps, RandomStreams streams) {
    MixtureFit fit = new MixtureFit(points, bumps);
    if (bumps == 1) {
      return GaussianMixture.of(new double[] {1}, fit.one());
    }
    fit.start(streams);
    for (int round = 0; round < ROUNDS; round++) {
      Interrupts.check("the fit");
      fit.maximise(fit.posterior());
    }
    return GaussianMixture.of(fit.weights, fit.laws);
  }

  private double[][] prior() {
    int d = points.dimension();
    double[] all = new double[points.size()];
    Arrays.fill(all, 1);
    double[][] covariance = covariance(all, points.mean(), points.size());
    double trace = IntStream.range(0, d).mapToDouble(j -> covariance[j][j]).sum();
    double volume = Math.pow(bumps, -2.0 / d);
    for (int j = 0; j < d; j++) {
      for (int l = 0; l < d; l++) {
        double round = j == l ? ROUND * trace / d : 0;
        covariance[j][l] = volume * ((1 - ROUND) * covariance[j][l] + round);
      }
    }
    return covariance;
  }

  /** The sample's mean and covariance, which only a small sample needs to have pulled. */
  private Gaussian one() {
    int d = points.dimension();
    double[] all = new double[points.size()];
    Arrays.fill(all, 1);
    double[][] covariance = covariance(all, points.mean(), points.size());
    double trace = IntStream.range(0, d).mapToDouble(j -> covariance[j][j]).sum();
    boolean enough = points.size() > ENOUGH * d;
    for (int j = 0; j < d; j++) {
      covariance[j][j] += (enough ? POSITIVE : ROUND) * trace / d;
    }
    return Gaussian.of(points.mean(), covariance);
  }

  /** k-means++: each centre is drawn by its squared distance from those before. */
  private void start(RandomStreams streams) {
    RandomGenerator random = streams.stream(0);
    laws = new Gaussian[bumps];
    weights = new double[bumps];
    Arrays.fill(weights, 1.0 / bumps);
    double[] far = new double[points.size()];
    Arrays.fill(far, 1);
    for (int k = 0; k < bumps; k++) {
      double[] centre = points.row(drawn(far, random.nextDouble()));
      laws[k] = Gaussian.of(centre, prior);
      for (int i = 0; i < far.length; i++) {
        double square = square(points.row(i), centre);
        far[i] = k == 0 ? square : Math.min(far[i], square);
      }
    }
  }

  private static double square(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  private static int drawn(double[] mass, double u) {
    double rest = u * Arrays.stream(mass).sum();
    int i = 0;
    while (i < mass.length - 1 && (rest -= mass[i]) > 0) {
      i++;
    }
    return i;
  }

  /** π_k of each point, K×n. */
  private double[][] posterior() {
    double[][] posterior = new double[bumps][points.size()];
    IntStream.range(0, points.size())
        .parallel()
        .forEach(
            i -> {
              double[] x = points.row(i);
              double[] logs = new double[bumps];
              Arrays.setAll(logs, k -> Math.log(weights[k]) + laws[k].logDensity(0, x));
              double largest = Arrays.stream(logs).max().orElseThrow();
              double sum = Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum();
              for (int k = 0; k < bumps; k++) {
                posterior[k][i] = Math.exp(logs[k] - largest) / sum;
              }
            });
    return posterior;
  }

  private void maximise(double[][] posterior) {
    double[] next = new double[bumps];
    for (int k = 0; k < bumps; k++) {
      double mass = Arrays.stream(posterior[k]).sum();
      next[k] = (mass + 1.0 / bumps) / (points.size() + 1);
      if (mass > 1e-6) { // else nothing is known of it: it stays
        double[] mean = mean(posterior[k], mass);
        double[][] covariance = covariance(posterior[k], mean, mass);
        for (int j = 0; j < mean.length; j++) {
          for (int l = 0; l < mean.length; l++) {
            covariance[j][l] =
                (mass * covariance[j][l] + EXTRA_POINTS * prior[j][l]) / (mass + EXTRA_POINTS);
          }
        }
        laws[k] = Gaussian.of(mean, covariance);
      }
    }
    weights = next;
  }

  private double[] mean(double[] mass, double total) {
    double[] mean = new double[points.dimension()];
    for (int i = 0; i < mass.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += mass[i] * points.get(i, j) / total;
      }
    }
    return mean;
  }

  private double[][] covariance(double[] mass, double[] mean, double total) {
    int d = mean.length;
    double[][] covariance = new double[d][d];
    for (int i = 0; i < mass.length; i++) {
      double[] x = points.row(i);
      for (int j = 0; j < d; j++) {
        double left = mass[i] * (x[j] - mean[j]) / total;
        for (int l = 0; l <= j; l++) {
          covariance[j][l] += left * (x[l] - mean[l]);
        }
      }
    }
    for (int j = 0; j < d; j++) {
      for (int l = 0; l < j; l++) {
        covariance[l][j] = covariance[j][l];
      }
    }
    return covariance;
  }
}
