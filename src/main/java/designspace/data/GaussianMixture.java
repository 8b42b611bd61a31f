package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Σ w_k N(μ_k, Σ_k), covariances of any shape. Smoothed by noise it stays a mixture, with score Σ
 * π_k(x) ∇log N(x; μ_k, Σ_k+τI), where π(x) ∝ w N(x; μ, Σ+τI) are the posterior weights (lem-11).
 */
public final class GaussianMixture implements DataDistribution {
  private final double[] weights;
  private final Gaussian[] bumps;
  private final MixtureKernel kernel;

  private GaussianMixture(double[] weights, Gaussian[] bumps) {
    this.weights = weights;
    this.bumps = bumps;
    this.kernel = MixtureKernel.of(weights, bumps);
  }

  /** The given bumps with weights that need not sum to one. */
  public static GaussianMixture of(double[] weights, Gaussian... bumps) {
    Require.atLeast(1, "number of bumps", bumps.length, "a law has somewhere to be");
    Require.size("number of weights", weights.length, bumps.length, "each bump has one");
    double total = 0;
    for (int k = 0; k < weights.length; k++) {
      Require.dimension("bumps[" + k + "]", bumps[k].dimension(), bumps[0].dimension());
      total += Require.positive("weights[" + k + "]", weights[k], "it is a probability");
    }
    double sum = Require.finite("sum of weights", total, "weights are divided by it");
    return new GaussianMixture(Arrays.stream(weights).map(w -> w / sum).toArray(), bumps.clone());
  }

  /** Bumps of one width: standard deviation {@code c} at {@code centres} (K×d). */
  public static GaussianMixture of(double[] weights, Points centres, double c) {
    Gaussian[] bumps =
        IntStream.range(0, centres.size())
            .mapToObj(k -> Gaussian.isotropic(centres.row(k), c))
            .toArray(Gaussian[]::new);
    return of(weights, bumps);
  }

  @Override
  public int dimension() {
    return bumps[0].dimension();
  }

  /** K. */
  public int size() {
    return bumps.length;
  }

  /** w_k, summing to one. */
  public double weight(int k) {
    return weights[k];
  }

  /** N(μ_k, Σ_k). */
  public Gaussian bump(int k) {
    return bumps[k];
  }

  @Override
  public double[] mean() {
    double[] mean = new double[dimension()];
    for (int k = 0; k < bumps.length; k++) {
      double[] centre = bumps[k].mean();
      for (int j = 0; j < mean.length; j++) {
        mean[j] += weights[k] * centre[j];
      }
    }
    return mean;
  }

  @Override
  public double secondMoment() {
    double moment = 0;
    for (int k = 0; k < bumps.length; k++) {
      moment += weights[k] * bumps[k].secondMoment();
    }
    return moment;
  }

  @Override
  public double logDensity(double sigma, double... x) {
    double[] logs = new double[bumps.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.log(weights[k]) + bumps[k].logDensity(sigma, x);
    }
    return logSumExp(logs);
  }

  @Override
  public Information information() {
    return new LineQuadrature(this);
  }

  @Override
  public Points sample(int n, RandomStreams streams) {
    Require.atLeast(1, "n", n, "a sample has a point");
    double[][] points = new double[n][];
    for (int i = 0; i < n; i++) {
      RandomGenerator random = streams.stream(i);
      points[i] = bumps[pick(random.nextDouble())].draw(random);
    }
    return Points.of(points);
  }

  private int pick(double u) {
    int k = 0;
    for (double rest = u - weights[0]; rest > 0 && k < weights.length - 1; rest -= weights[k]) {
      k++;
    }
    return k;
  }

  @Override
  public Points score(double sigma, Points x) {
    Require.positive("sigma", sigma, "the score is that of the smoothed law");
    Require.dimension("x", x.dimension(), dimension());
    return kernel.score(sigma * sigma, x);
  }

  /** ln Σ e^a, shifted by the largest, so that far points do not underflow to 0/0. */
  static double logSumExp(double[] a) {
    double largest = Arrays.stream(a).max().orElseThrow();
    double sum = 0;
    for (double value : a) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  @Override
  public String toString() {
    return bumps.length + " bumps in " + dimension() + "-d";
  }
}
