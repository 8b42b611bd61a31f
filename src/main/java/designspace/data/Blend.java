package designspace.data;

import java.util.function.IntFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Moments of a mixture from those of its parts: covariance within the parts plus spread between
 * their means.
 *
 * <p>Means are taken from the heaviest part, so that the others count however light they are, and
 * nothing cancels: every spread is a sum of squares.
 */
final class Blend {
  private final double logTotal;
  private final double[] shares;
  private final double[][] offsets;
  private final double[] anchor;
  private final double[] drift;

  /**
   * Parts of weight e^{logs[k]}, which need not sum to one, and means {@code means(k)}; asked only
   * of parts whose weight does not underflow.
   */
  Blend(double[] logs, IntFunction<double[]> means) {
    int heaviest = heaviest(logs);
    shares = new double[logs.length];
    offsets = new double[logs.length][];
    anchor = means.apply(heaviest);
    drift = new double[anchor.length];
    double total = 0;
    for (int k = 0; k < logs.length; k++) {
      shares[k] = Math.exp(logs[k] - logs[heaviest]);
      total += shares[k];
    }
    logTotal = logs[heaviest] + Math.log(total);
    if (Double.isNaN(logTotal) || logTotal == Double.NEGATIVE_INFINITY) {
      throw new ArithmeticException(
          "no part has any weight here (logarithms up to "
              + logs[heaviest]
              + "): is the point finite and the noise representable?");
    }
    for (int k = 0; k < logs.length; k++) {
      shares[k] /= total;
      if (shares[k] > 0) {
        offsets[k] = offset(means.apply(k), shares[k]);
      }
    }
  }

  private static int heaviest(double[] logs) {
    int heaviest = 0;
    for (int k = 1; k < logs.length; k++) {
      heaviest = logs[k] > logs[heaviest] ? k : heaviest;
    }
    return heaviest;
  }

  private double[] offset(double[] mean, double share) {
    double[] offset = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      offset[j] = mean[j] - anchor[j];
      drift[j] += share * offset[j];
    }
    return offset;
  }

  /** ln Σ e^{logs[k]}. */
  double logTotal() {
    return logTotal;
  }

  /** Length d. */
  double[] mean() {
    double[] mean = anchor.clone();
    for (int j = 0; j < mean.length; j++) {
      mean[j] += drift[j];
    }
    return mean;
  }

  /** The mean of one number per part. */
  double average(double[] values) {
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      sum += shares[k] * values[k];
    }
    return sum;
  }

  /** tr Cov for parts of these total variances. */
  double variance(double[] within) {
    double sum = average(within);
    for (int k = 0; k < shares.length; k++) {
      for (int j = 0; shares[k] > 0 && j < drift.length; j++) {
        double deviation = offsets[k][j] - drift[j];
        sum += shares[k] * deviation * deviation;
      }
    }
    return sum;
  }

  /** Cov, d×d, for parts of these covariances. */
  RealMatrix covariance(IntFunction<RealMatrix> within) {
    RealMatrix sum = new Array2DRowRealMatrix(drift.length, drift.length);
    for (int k = 0; k < shares.length; k++) {
      if (shares[k] > 0) {
        sum = sum.add(within.apply(k).scalarMultiply(shares[k]));
        addSpread(sum, k);
      }
    }
    return sum;
  }

  private void addSpread(RealMatrix sum, int k) {
    for (int i = 0; i < drift.length; i++) {
      for (int j = 0; j < drift.length; j++) {
        double product = (offsets[k][i] - drift[i]) * (offsets[k][j] - drift[j]);
        sum.addToEntry(i, j, shares[k] * product);
      }
    }
  }
}
