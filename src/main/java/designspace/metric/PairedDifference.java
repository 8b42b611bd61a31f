package designspace.metric;

import designspace.core.Estimate;
import designspace.core.Require;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of a_i − b_i over pairs that share everything but what is compared.
 *
 * @param mean of the differences
 * @param halfWidth of its 95% confidence interval (Student's t, n−1 degrees of freedom)
 */
public record PairedDifference(double mean, double halfWidth) {
  /** Of at least two pairs. */
  public static PairedDifference of(double[] a, double[] b) {
    Require.size("number of b", b.length, a.length, "each a has its b");
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    Estimate estimate = Estimate.mean(differences);
    double quantile = new TDistribution(a.length - 1).inverseCumulativeProbability(0.975);
    return new PairedDifference(estimate.value(), quantile * estimate.error());
  }

  /** The end of the interval below the mean. */
  public double low() {
    return mean - halfWidth;
  }

  /** The end of the interval above the mean. */
  public double high() {
    return mean + halfWidth;
  }

  /** −1 if the whole interval lies below 0, 1 if above, 0 if it holds 0. */
  public int sign() {
    return low() > 0 ? 1 : high() < 0 ? -1 : 0;
  }
}
