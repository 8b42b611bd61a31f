package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.random.RandomGenerator;

/**
 * Σ w_i N(μ_i, c²I): bumps of one width. Smoothed by noise it stays a mixture, with score Σ π_i(x)
 * (μ_i − x)/(c²+τ), where π(x) ∝ w exp(−‖x−μ‖²/2(c²+τ)) are the posterior weights (lem-11).
 */
public final class GaussianMixture implements DataDistribution {
  private final double[] weights;
  private final Points centres;
  private final double c;

  private GaussianMixture(double[] weights, Points centres, double c) {
    this.weights = weights;
    this.centres = centres;
    this.c = c;
  }

  /**
   * Bumps of standard deviation {@code c} at {@code centres} (K×d) with the given weights, which
   * need not sum to one.
   */
  public static GaussianMixture of(double[] weights, Points centres, double c) {
    Require.positive("c", c, "a density needs a positive standard deviation");
    Require.size("number of weights", weights.length, centres.size(), "each bump has one");
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += Require.positive("weights[" + i + "]", weights[i], "it is a probability");
    }
    double[] normalised = weights.clone();
    for (int i = 0; i < weights.length; i++) {
      normalised[i] /= total;
    }
    for (double coordinate : centres.toArray()) {
      Require.finite("centre coordinate", coordinate, "a bump has a place");
    }
    return new GaussianMixture(normalised, centres, c);
  }

  @Override
  public int dimension() {
    return centres.dimension();
  }

  @Override
  public double[] mean() {
    double[] mean = new double[dimension()];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += weights[i] * centres.get(i, j);
      }
    }
    return mean;
  }

  @Override
  public double secondMoment() {
    double moment = dimension() * c * c;
    for (int i = 0; i < weights.length; i++) {
      for (double coordinate : centres.row(i)) {
        moment += weights[i] * coordinate * coordinate;
      }
    }
    return moment;
  }

  /** p_τ(x), τ = σ²; a density on ℝᵈ. */
  public double density(double sigma, double... x) {
    Require.notNegative("sigma", sigma, "it is a standard deviation");
    Require.dimension("x", x.length, dimension());
    double variance = c * c + sigma * sigma;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.exp(-squaredDistance(i, x) / (2 * variance));
    }
    return sum / Math.pow(2 * Math.PI * variance, 0.5 * x.length);
  }

  @Override
  public Points sample(int n, RandomStreams streams) {
    Require.atLeast(1, "n", n, "a sample has a point");
    int d = dimension();
    double[] values = new double[n * d];
    for (int i = 0; i < n; i++) {
      RandomGenerator random = streams.stream(i);
      int bump = pick(random.nextDouble());
      for (int j = 0; j < d; j++) {
        values[i * d + j] = centres.get(bump, j) + c * random.nextGaussian();
      }
    }
    return Points.owning(values, d);
  }

  private int pick(double u) {
    int i = 0;
    for (double rest = u - weights[0]; rest > 0 && i < weights.length - 1; rest -= weights[i]) {
      i++;
    }
    return i;
  }

  @Override
  public Points score(double sigma, Points x) {
    Require.positive("sigma", sigma, "the score is that of the smoothed law");
    Require.dimension("x", x.dimension(), dimension());
    double variance = c * c + sigma * sigma;
    double[] values = new double[x.size() * dimension()];
    for (int i = 0; i < x.size(); i++) {
      double[] point = x.row(i);
      double[] posterior = posterior(variance, point);
      for (int j = 0; j < point.length; j++) {
        double pull = 0;
        for (int k = 0; k < posterior.length; k++) {
          pull += posterior[k] * (centres.get(k, j) - point[j]);
        }
        values[i * point.length + j] = pull / variance;
      }
    }
    return Points.owning(values, dimension());
  }

  // Shifted by the largest exponent, so that far points do not underflow to 0/0.
  private double[] posterior(double variance, double[] x) {
    double[] posterior = new double[weights.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < posterior.length; k++) {
      posterior[k] = Math.log(weights[k]) - squaredDistance(k, x) / (2 * variance);
      largest = Math.max(largest, posterior[k]);
    }
    double sum = 0;
    for (int k = 0; k < posterior.length; k++) {
      posterior[k] = Math.exp(posterior[k] - largest);
      sum += posterior[k];
    }
    for (int k = 0; k < posterior.length; k++) {
      posterior[k] /= sum;
    }
    return posterior;
  }

  private double squaredDistance(int bump, double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      double difference = x[j] - centres.get(bump, j);
      sum += difference * difference;
    }
    return sum;
  }

  @Override
  public String toString() {
    return weights.length + " bumps of width " + c + " in " + dimension() + "-d";
  }
}
