package designspace.claim;

/**
 * One comparison of a measured number with an expected one.
 *
 * @param quantity what was measured, with its unit
 * @param measured the run's number
 * @param relation how it should stand to the expected number
 * @param expected a closed form, a reference value or a bound
 * @param tolerance how strictly, and why
 */
public record Check(
    String quantity, double measured, Relation relation, double expected, Tolerance tolerance) {

  /** How a measured number should stand to the expected one. */
  public enum Relation {
    /** Equal within the tolerance. */
    EQUAL("="),
    /** At most the expected number, up to the tolerance. */
    AT_MOST("≤"),
    /** At least the expected number, up to the tolerance. */
    AT_LEAST("≥");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    @Override
    public String toString() {
      return symbol;
    }
  }

  /** Measured = expected. */
  public static Check equal(String quantity, double measured, double expected, Tolerance within) {
    return new Check(quantity, measured, Relation.EQUAL, expected, within);
  }

  /** Measured ≤ expected. */
  public static Check atMost(String quantity, double measured, double bound, Tolerance within) {
    return new Check(quantity, measured, Relation.AT_MOST, bound, within);
  }

  /** Measured ≥ expected. */
  public static Check atLeast(String quantity, double measured, double bound, Tolerance within) {
    return new Check(quantity, measured, Relation.AT_LEAST, bound, within);
  }

  /** Whether the relation holds within the tolerance; false for NaN. */
  public boolean passes() {
    double excess = measured - expected;
    double allowed = tolerance.around(expected);
    return switch (relation) {
      case EQUAL -> Math.abs(excess) <= allowed;
      case AT_MOST -> excess <= allowed;
      case AT_LEAST -> excess >= -allowed;
    };
  }
}
