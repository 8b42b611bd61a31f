package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Σ w_k Uniform(box_k) on axis-parallel boxes, which may overlap. Smoothed by noise, p_τ(x) = Σ
 * (w_k/vol_k) Π_j [Φ((b−x)/σ) − Φ((a−x)/σ)]; given X_τ = x and the box, each coordinate of X₀ is
 * N(x, τ) cut to [a, b].
 */
public final class Boxes implements DataDistribution {
  private final double[] weights;
  private final Points low;
  private final Points high;

  private Boxes(double[] weights, Points low, Points high) {
    this.weights = weights;
    this.low = low;
    this.high = high;
  }

  /**
   * Boxes with corners {@code low} and {@code high} (both K×d), weighted by their volumes: uniform
   * on the union if they do not overlap.
   */
  public static Boxes of(Points low, Points high) {
    checkCorners(low, high);
    double[] logs =
        IntStream.range(0, low.size()).mapToDouble(k -> logVolume(low, high, k)).toArray();
    double largest = Arrays.stream(logs).max().orElseThrow(); // volumes may underflow
    return of(Arrays.stream(logs).map(log -> Math.exp(log - largest)).toArray(), low, high);
  }

  /** Boxes with corners {@code low} and {@code high} (both K×d); weights need not sum to one. */
  public static Boxes of(double[] weights, Points low, Points high) {
    checkCorners(low, high);
    Require.size("number of weights", weights.length, low.size(), "each box has one");
    return new Boxes(Draws.probabilities(weights), low, high);
  }

  private static void checkCorners(Points low, Points high) {
    Require.atLeast(1, "number of boxes", low.size(), "a law has somewhere to be");
    Require.size("number of upper corners", high.size(), low.size(), "each box has two corners");
    Require.dimension("high", high.dimension(), low.dimension());
    for (int k = 0; k < low.size(); k++) {
      for (int j = 0; j < low.dimension(); j++) {
        String at = "[" + k + "][" + j + "]";
        double a = Require.finite("low" + at, low.get(k, j), "a box is bounded");
        double b = Require.finite("high" + at, high.get(k, j), "a box is bounded");
        Require.ordered("low" + at, a, "high" + at, b, "a density needs a volume");
      }
    }
  }

  private static double logVolume(Points low, Points high, int k) {
    return IntStream.range(0, low.dimension())
        .mapToDouble(j -> Math.log(high.get(k, j) - low.get(k, j)))
        .sum();
  }

  @Override
  public int dimension() {
    return low.dimension();
  }

  /** K. */
  public int size() {
    return weights.length;
  }

  /** w_k, summing to one. */
  public double weight(int k) {
    return weights[k];
  }

  /** Where the boxes begin and end along coordinate j; length 2K. */
  double[] edges(int j) {
    double[] edges = Arrays.copyOf(low.column(j), 2 * size());
    System.arraycopy(high.column(j), 0, edges, size(), size());
    return edges;
  }

  @Override
  public double[] mean() {
    return parts().mean();
  }

  @Override
  public RealMatrix covariance() {
    return parts()
        .covariance(
            k -> {
              double[] variances = new double[dimension()];
              Arrays.setAll(variances, j -> side(k, j) * side(k, j) / 12);
              return MatrixUtils.createRealDiagonalMatrix(variances);
            });
  }

  private Blend parts() {
    return new Blend(Arrays.stream(weights).map(Math::log).toArray(), this::centre);
  }

  private double[] centre(int k) {
    double[] centre = new double[dimension()];
    Arrays.setAll(centre, j -> low.get(k, j) + 0.5 * side(k, j));
    return centre;
  }

  /** Coordinate j of the lower corner of box k. */
  double low(int k, int j) {
    return low.get(k, j);
  }

  /** Length of box k along coordinate j. */
  double side(int k, int j) {
    return high.get(k, j) - low.get(k, j);
  }

  @Override
  public Points sample(int n, RandomStreams streams) {
    return Draws.of(n, streams, this::draw);
  }

  private double[] draw(RandomGenerator random) {
    int k = Draws.pick(weights, random.nextDouble());
    double[] x = new double[dimension()];
    Arrays.setAll(x, j -> low.get(k, j) + side(k, j) * random.nextDouble());
    return x;
  }

  @Override
  public double logDensity(double sigma, double... x) {
    double tau = Smoothing.tauOfDensity(sigma, x.length, dimension(), false);
    if (tau > 0) {
      return new BoxPosterior(this, sigma, x).logDensity();
    }
    double[] logs =
        IntStream.range(0, size())
            .filter(k -> contains(k, x))
            .mapToDouble(k -> Math.log(weights[k]) - logVolume(low, high, k))
            .toArray();
    return logs.length == 0 ? Double.NEGATIVE_INFINITY : GaussianMixture.logSumExp(logs);
  }

  private boolean contains(int k, double[] x) {
    return IntStream.range(0, x.length)
        .allMatch(j -> low.get(k, j) <= x[j] && x[j] <= high.get(k, j));
  }

  @Override
  public Points score(double sigma, Points x) {
    Smoothing.tau(sigma, x.dimension(), dimension());
    return x.map(point -> new BoxPosterior(this, sigma, point).score());
  }

  @Override
  public Points posteriorMean(double sigma, Points x) {
    Smoothing.tau(sigma, x.dimension(), dimension());
    return x.map(point -> new BoxPosterior(this, sigma, point).mean());
  }

  @Override
  public RealMatrix posteriorCovariance(double sigma, double... x) {
    Smoothing.tau(sigma, x.length, dimension());
    return new BoxPosterior(this, sigma, x).covariance();
  }

  @Override
  public double[] posteriorVariance(double sigma, Points x) {
    Smoothing.tau(sigma, x.dimension(), dimension());
    return IntStream.range(0, x.size())
        .mapToDouble(i -> new BoxPosterior(this, sigma, x.row(i)).variance())
        .toArray();
  }

  @Override
  public Information information() {
    return dimension() == 1 ? new LineQuadrature(this) : new SampledInformation(this);
  }

  @Override
  public String toString() {
    return size() + " boxes in " + dimension() + "-d";
  }
}
