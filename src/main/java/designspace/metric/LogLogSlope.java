package designspace.metric;

import designspace.core.Require;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The exponent of a power law y ∝ x^slope, by least squares on logarithms.
 *
 * @param slope the fitted exponent
 * @param halfWidth of its 95% confidence interval (Student's t, n−2 degrees of freedom)
 */
public record LogLogSlope(double slope, double halfWidth) {

  /** Fits at least three pairs of positive numbers. */
  public static LogLogSlope fit(double[] x, double[] y) {
    Require.atLeast(3, "number of points", x.length, "an interval needs a degree of freedom");
    Require.size("number of y", y.length, x.length, "each x has its y");
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      Require.positive("x[" + i + "]", x[i], "its logarithm is taken");
      Require.positive("y[" + i + "]", y[i], "its logarithm is taken");
      regression.addData(Math.log(x[i]), Math.log(y[i]));
    }
    return new LogLogSlope(regression.getSlope(), regression.getSlopeConfidenceInterval());
  }
}
