package designspace.bound;

/**
 * One part of an assumption: a number that must lie between two constants.
 *
 * @param part what must
 * @param measured the number
 * @param least 0 for none
 * @param most ∞ for none
 */
public record Condition(String part, double measured, double least, double most) {
  /** Reported and not required: the statement's constant is not known. */
  static Condition reported(String part, double measured) {
    return new Condition(part, measured, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * min(measured/least, most/measured): by what factor it holds if above 1, fails if below; ∞ if
   * nothing is required, 0 for a number that is not positive.
   */
  public double margin() {
    if (!required()) {
      return Double.POSITIVE_INFINITY;
    }
    double fromAbove = most == Double.POSITIVE_INFINITY ? most : most / measured;
    return measured > 0 ? Math.min(measured / least, fromAbove) : 0;
  }

  /** Whether it lies between them. */
  public boolean holds() {
    return margin() >= 1;
  }

  /** Whether the statement, as far as it is known, asks for anything. */
  public boolean required() {
    return least > 0 || most < Double.POSITIVE_INFINITY;
  }
}
