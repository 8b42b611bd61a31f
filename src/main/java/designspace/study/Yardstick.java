package designspace.study;

/** What the study judges a schedule by; smaller is better. */
public enum Yardstick {
  /** Path KL of eq-10 (B1), nats, for the measured score error. */
  PATH_KL("path KL"),
  /** The same by differences: a logarithm shrinks where a part that all share grows. */
  PATH_NATS("path KL, nats"),
  /** Sliced W₂ between samples and p_δ. */
  WASSERSTEIN("sliced W₂"),
  /** MMD² between samples and p_δ; unbiased, hence it may be negative. */
  MMD("MMD²");

  private final String label;

  Yardstick(String label) {
    this.label = label;
  }

  /** The column of the study's table. */
  public String column(StudyGrid grid, int steps) {
    return switch (this) {
      case PATH_KL, PATH_NATS -> StudyColumns.path(grid, steps);
      case WASSERSTEIN -> StudyColumns.wasserstein(grid, steps);
      case MMD -> StudyColumns.mmd(grid, steps);
    };
  }

  /** How much worse a is than b: ln(a/b) or, for MMD² and in nats, the difference. */
  double excess(double a, double b) {
    return this == MMD || this == PATH_NATS ? a - b : Math.log(a / b);
  }

  @Override
  public String toString() {
    return label;
  }
}
