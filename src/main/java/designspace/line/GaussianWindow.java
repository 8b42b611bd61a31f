package designspace.line;

/**
 * The normal density sampled at whole numbers about any centre: with the nearest number n and f =
 * centre − n, e^{−(j−f)²/2w²} = e^{−j²/2w²} (e^{f/w²})^j e^{−f²/2w²}, so that a window costs few
 * exponentials and else products.
 */
final class GaussianWindow {
  /** Where a normal density is cut: 1e−17 of its mass lies outside. */
  static final double REACH = 8.6;

  private final double width;
  private final double[] table;
  private double zeroth;
  private double first;
  private double second;

  /**
   * Of one standard deviation.
   *
   * @param width in spacings
   */
  GaussianWindow(double width) {
    this.width = width;
    table = new double[(int) Math.ceil(REACH * width) + 1];
    for (int j = 0; j < table.length; j++) {
      double z = j / width;
      table[j] = Math.exp(-0.5 * z * z) / (width * Math.sqrt(2 * Math.PI));
    }
  }

  /** Adds mass·N(j; centre, w²) to the values at j. */
  void spread(double[] values, double centre, double mass) {
    int middle = (int) Math.rint(centre);
    double f = (centre - middle) / width;
    double scale = mass * Math.exp(-0.5 * f * f);
    for (int side = 1; side >= -1; side -= 2) {
      int start = start(side, middle, values.length);
      int end = end(side, middle, values.length);
      double ratio = Math.exp(side * f / width);
      double factor = scale * Math.exp(start * side * f / width);
      for (int j = start; j <= end; j++) {
        values[middle + side * j] += factor * table[j];
        factor *= ratio;
      }
    }
  }

  /** Takes the sums over j of values·N(j; centre, w²)·zⁿ, n ≤ 2, z = (j − centre)/w. */
  void gather(double[] values, double centre) {
    int middle = (int) Math.rint(centre);
    double f = (centre - middle) / width;
    double sum = 0;
    double odd = 0;
    double even = 0;
    for (int side = 1; side >= -1; side -= 2) {
      int start = start(side, middle, values.length);
      int end = end(side, middle, values.length);
      double ratio = Math.exp(side * f / width);
      double factor = Math.exp(start * side * f / width);
      for (int j = start; j <= end; j++) {
        double term = values[middle + side * j] * factor * table[j];
        double z = side * j / width;
        factor *= ratio;
        sum += term;
        odd += z * term;
        even += z * z * term;
      }
    }
    aboutCentre(f, sum, odd, even);
  }

  /** The first number on a side of the middle that is in an array; the middle counts as right. */
  private static int start(int side, int middle, int length) {
    return side > 0 ? Math.max(0, -middle) : Math.max(1, middle - length + 1);
  }

  private int end(int side, int middle, int length) {
    return Math.min(table.length - 1, side > 0 ? length - 1 - middle : middle);
  }

  /** From moments about the nearest whole number, before the factor e^{−f²/2}. */
  private void aboutCentre(double f, double sum, double odd, double even) {
    double scale = Math.exp(-0.5 * f * f);
    zeroth = scale * sum;
    first = scale * (odd - f * sum);
    second = scale * (even - 2 * f * odd + f * f * sum);
  }

  /** E h. */
  double zeroth() {
    return zeroth;
  }

  /** E h z. */
  double first() {
    return first;
  }

  /** E h z². */
  double second() {
    return second;
  }
}
