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
    int start = Math.max(0, -middle);
    int end = Math.min(table.length - 1, values.length - 1 - middle);
    double ratio = Math.exp(f / width);
    double factor = scale * Math.exp(start * f / width);
    for (int j = start; j <= end; j++) {
      values[middle + j] += factor * table[j];
      factor *= ratio;
    }
    start = Math.max(1, middle - values.length + 1);
    end = Math.min(table.length - 1, middle);
    factor = scale * Math.exp(-start * f / width);
    ratio = 1 / ratio;
    for (int j = start; j <= end; j++) {
      values[middle - j] += factor * table[j];
      factor *= ratio;
    }
  }

  /** Takes the sums over j of values·N(j; centre, w²)·zⁿ, n ≤ 2, z = (j − centre)/w. */
  void gather(double[] values, double centre) {
    int middle = (int) Math.rint(centre);
    double f = (centre - middle) / width;
    int start = Math.max(0, -middle);
    int end = Math.min(table.length - 1, values.length - 1 - middle);
    double ratio = Math.exp(f / width);
    double factor = Math.exp(start * f / width);
    double sum = 0;
    double odd = 0;
    double even = 0;
    for (int j = start; j <= end; j++) {
      double term = values[middle + j] * factor * table[j];
      factor *= ratio;
      sum += term;
      odd += j * term;
      even += (double) j * j * term;
    }
    start = Math.max(1, middle - values.length + 1);
    end = Math.min(table.length - 1, middle);
    factor = Math.exp(-start * f / width);
    ratio = 1 / ratio;
    for (int j = start; j <= end; j++) {
      double term = values[middle - j] * factor * table[j];
      factor *= ratio;
      sum += term;
      odd -= j * term;
      even += (double) j * j * term;
    }
    double scale = Math.exp(-0.5 * f * f);
    odd /= width;
    even /= width * width;
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
