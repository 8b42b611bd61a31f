package designspace.core;

/** Logarithms without cancellation. */
public final class Logarithm {
  /** Below this |x| the series is both exact to rounding and at most 12 terms long. */
  private static final double SERIES_RADIUS = 0.4;

  private Logarithm() {}

  /**
   * ln(1+x) − x, accurate to rounding for every x &gt; −1; never positive.
   *
   * <p>With t = x/(2+x) and ln(1+x) = 2 artanh t it is −x·t + 2t³(1/3 + t²/5 + t⁴/7 + …). The
   * relative entropy of N(0,p) from N(0,q) is −½·log1pmx(p/q − 1), and one frozen-score step costs
   * −½·log1pmx(−Δτ/(λ+τ)): both are of second order in x and lost by the naive difference.
   */
  public static double log1pmx(double x) {
    if (!(Math.abs(x) < SERIES_RADIUS)) {
      return Math.log1p(x) - x;
    }
    double t = x / (2 + x);
    double tSquared = t * t;
    double sum = 0;
    for (int k = 12; k >= 0; k--) {
      sum = sum * tSquared + 1.0 / (2 * k + 3);
    }
    return -x * t + 2 * t * tSquared * sum;
  }
}
