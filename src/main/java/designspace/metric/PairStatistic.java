package designspace.metric;

import designspace.core.Estimate;
import designspace.core.Points;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The two-sample U-statistic U = Ū_aa + Ū_bb − 2Ū_ab of a kernel h of the squared distance, each Ū
 * a mean over pairs of different points, with its delete-one jackknife standard error.
 */
final class PairStatistic {
  private static final String WHY = "deleting one must leave a pair";

  private PairStatistic() {}

  static Estimate of(Points a, Points b, DoubleUnaryOperator kernel, String method) {
    Samples.check(a, b, 3, WHY);
    double[] within = rowSums(a, a, true, kernel);
    double[] across = rowSums(a, b, false, kernel);
    double[] withinB = rowSums(b, b, true, kernel);
    double[] acrossB = rowSums(b, a, false, kernel);
    double crossMean = mean(across) / b.size();
    double value = mean(within) / (a.size() - 1) + mean(withinB) / (b.size() - 1) - 2 * crossMean;
    double variance = jackknife(within, across, b.size()) + jackknife(withinB, acrossB, a.size());
    return new Estimate(value, Math.sqrt(variance), method);
  }

  /** Σ_j h(‖x_i − y_j‖²) for each i, without j = i within one sample. */
  private static double[] rowSums(Points x, Points y, boolean within, DoubleUnaryOperator kernel) {
    double[] from = x.toArray();
    double[] to = y.toArray();
    double[] sums = new double[x.size()];
    IntStream.range(0, sums.length)
        .parallel()
        .forEach(
            i -> {
              double sum = 0;
              for (int j = 0; j < y.size(); j++) {
                if (!within || j != i) {
                  double square = Samples.squaredDistance(from, i, to, j, x.dimension());
                  sum += kernel.applyAsDouble(square);
                }
              }
              sums[i] = sum;
            });
    return sums;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** (n−1)/n Σ(U₍₋ᵢ₎ − Ū)² over the points of one sample. */
  private static double jackknife(double[] within, double[] across, int others) {
    int n = within.length;
    double withinTotal = mean(within) * n;
    double acrossTotal = mean(across) * n;
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      double pairs = (n - 1.0) * (n - 2);
      double cross = (acrossTotal - across[i]) / ((n - 1.0) * others);
      left[i] = (withinTotal - 2 * within[i]) / pairs - 2 * cross;
    }
    double centre = mean(left);
    double square = 0;
    for (double value : left) {
      square += (value - centre) * (value - centre);
    }
    return square * (n - 1) / n;
  }
}
