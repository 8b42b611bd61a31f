package designspace.advice;

import designspace.core.Points;
import java.util.stream.IntStream;

/**
 * Equal bumps N(x_k, h²I) at the points of a sample. With v = h²+τ and posterior weights π, S = Σ
 * π_k (x_k−x)/v and ∇·S = −d/v + Σ π_k ‖x_k−m‖²/v², m = Σ π_k x_k. Cost O(nKd).
 */
final class KernelGuess implements Guess {
  private static final int NONE = -1;

  private final double[] centres;
  private final int dimension;
  private final double width;

  KernelGuess(Points centres, double width) {
    this.centres = centres.toArray();
    this.dimension = centres.dimension();
    this.width = width;
  }

  @Override
  public String label() {
    return "kernels of width " + Say.number(width);
  }

  @Override
  public double[] shown(double sigma, Points noisy) {
    double v = width * width + sigma * sigma;
    double[] x = noisy.toArray();
    return IntStream.range(0, noisy.size())
        .parallel()
        .mapToDouble(
            i -> {
              Sums sums = sums(x, i, v, NONE);
              double spread = Math.max(0, sums.square - sums.shift);
              return (2 * (dimension - spread / v) - sums.shift / v) / v;
            })
        .toArray();
  }

  /** Σ π_k ‖x_k−m‖² at each noisy point: tr Cov(X₀|x) of the cloud if h = 0. */
  double[] spread(double sigma, Points noisy) {
    double v = width * width + sigma * sigma;
    double[] x = noisy.toArray();
    return IntStream.range(0, noisy.size())
        .parallel()
        .mapToDouble(
            i -> {
              Sums sums = sums(x, i, v, NONE);
              return Math.max(0, sums.square - sums.shift);
            })
        .toArray();
  }

  @Override
  public double[] logDensity(Points clean) {
    double v = width * width;
    double[] x = clean.toArray();
    int count = centres.length / dimension;
    double scale = Math.log(count) + 0.5 * dimension * Math.log(2 * Math.PI * v);
    return IntStream.range(0, clean.size())
        .parallel()
        .mapToDouble(i -> sums(x, i, v, NONE).logTotal - scale)
        .toArray();
  }

  /** The mean of ln p₀ at the first centres, each under the kernels of all others. */
  double likelihoodOfOwn(int most) {
    double v = width * width;
    int others = centres.length / dimension - 1;
    double scale = Math.log(others) + 0.5 * dimension * Math.log(2 * Math.PI * v);
    return IntStream.range(0, Math.min(most, others + 1))
        .parallel()
        .mapToDouble(i -> sums(centres, i, v, i).logTotal - scale)
        .average()
        .orElseThrow();
  }

  /**
   * What the posterior weights of one point add up to.
   *
   * @param logTotal ln Σ e^{−‖x_k−x‖²/2v}
   * @param square Σ π_k ‖x_k−x‖²
   * @param shift ‖Σ π_k (x_k−x)‖²
   */
  private record Sums(double logTotal, double square, double shift) {}

  /** Without one centre, which may be none. */
  private Sums sums(double[] x, int i, double v, int without) {
    int count = centres.length / dimension;
    double[] squares = new double[count];
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int q = 0; q < dimension; q++) {
        double difference = centres[k * dimension + q] - x[i * dimension + q];
        sum += difference * difference;
      }
      squares[k] = k == without ? Double.POSITIVE_INFINITY : sum;
      least = Math.min(least, squares[k]);
    }
    double total = 0;
    double square = 0;
    double[] mean = new double[dimension];
    for (int k = 0; k < count; k++) {
      double exponent = (least - squares[k]) / (2 * v);
      if (exponent > -40) { // less is lost in rounding
        double weight = Math.exp(exponent);
        total += weight;
        square += weight * squares[k];
        for (int q = 0; q < dimension; q++) {
          mean[q] += weight * (centres[k * dimension + q] - x[i * dimension + q]);
        }
      }
    }
    double shift = 0;
    for (double component : mean) {
      shift += component / total * (component / total);
    }
    return new Sums(Math.log(total) - least / (2 * v), square / total, shift);
  }
}
