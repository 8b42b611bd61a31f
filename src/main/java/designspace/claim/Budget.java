package designspace.claim;

/** How much work an experiment may do. */
public enum Budget {
  /** Seconds: every run, and the tests. */
  QUICK,
  /** Longer: smaller error bars and longer ranges. */
  FULL;

  /** The size for this budget. */
  public int size(int quick, int full) {
    return this == QUICK ? quick : full;
  }

  /** FULL if the environment variable {@code KIT_BUDGET} says {@code full}, else QUICK. */
  public static Budget chosen() {
    return "full".equalsIgnoreCase(System.getenv("KIT_BUDGET")) ? FULL : QUICK;
  }
}
