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
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.6g ± %.1g (%s)", value, error, method);
  }
}
