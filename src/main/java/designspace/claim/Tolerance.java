package designspace.claim;

import designspace.core.Require;

/**
 * How far a measured number may lie from the expected one, and why.
 *
 * @param value allowed difference, a fraction of the expected number if {@code relative}
 * @param relative whether {@code value} is a fraction
 * @param reason rounding, printed digits, finite difference, standard errors …
 */
public record Tolerance(double value, boolean relative, String reason) {
  public Tolerance {
    Require.notNegative("tolerance", value, "it is a distance");
  }

  /** An allowed difference. */
  public static Tolerance absolute(double value, String reason) {
    return new Tolerance(value, false, reason);
  }

  /** An allowed fraction of the expected number. */
  public static Tolerance relative(double value, String reason) {
    return new Tolerance(value, true, reason);
  }

  /** Half a unit in the last of so many significant digits of {@code printed}. */
  public static Tolerance printedDigits(double printed, int digits) {
    double exponent = Math.floor(Math.log10(Math.abs(printed))) + 1 - digits;
    return absolute(
        0.5 * Math.pow(10, exponent),
        "half a unit of digit " + digits + " of an independent computation");
  }

  /** The allowed difference from {@code expected}. */
  public double around(double expected) {
    return relative ? value * Math.abs(expected) : value;
  }
}
