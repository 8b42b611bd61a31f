package designspace.core;

/** Logarithms without cancellation. */
public final class Logarithm {
  /** Below this |x|, 13 terms of the series reach rounding. */
  private static final double SERIES_RADIUS = 0.4;

  private Logarithm() {}

  /**
   * x − 1 − ln x, never negative: twice the relative entropy of N(0, x) from N(0, 1).
   *
   * @param x positive
   * @param xMinusOne x − 1, which the caller knows without cancellation
   */
  public static double klGap(double x, double xMinusOne) {
    return Math.abs(xMinusOne) < SERIES_RADIUS ? -log1pmx(xMinusOne) : xMinusOne - Math.log(x);
  }

  /**
   * ln(1+x) − x for x &gt; −1 to a few units in the last place; never positive.
   *
   * <p>With t = x/(2+x) and ln(1+x) = 2 artanh t it is −x·t + 2t³(1/3 + t²/5 + t⁴/7 + …), of second
   * order in x, where the naive difference loses half the digits.
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
