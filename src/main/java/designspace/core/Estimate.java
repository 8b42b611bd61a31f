package designspace.core;

import java.util.Locale;

/**
 * A number with its error.
 *
 * @param value best value
 * @param error 0 for a closed form, the difference of two resolutions for a quadrature, one
 *     standard error for a simulation
 * @param method how it was obtained
 */
public record Estimate(double value, double error, String method) {
  /** A number known to rounding. */
  public static Estimate exact(double value) {
    return new Estimate(value, 0, "closed form");
  }

  /** The mean of independent values with its standard error; at least two. */
  public static Estimate mean(double... values) {
    Require.atLeast(2, "number of values", values.length, "a standard error needs two");
    double mean = 0;
    for (double value : values) {
      mean += Require.finite("value", value, "a mean is of numbers") / values.length;
    }
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(square / (values.length - 1) / values.length);
    return new Estimate(mean, error, "mean of " + values.length);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.6g ± %.1g (%s)", value, error, method);
  }
}
