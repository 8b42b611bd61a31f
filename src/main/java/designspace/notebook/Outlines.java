package designspace.notebook;

import designspace.core.Require;

/** Shapes drawn with one pen: {x, y} arrays for a chart's series. */
final class Outlines {
  private static final int SAMPLES = 200;

  private Outlines() {}

  /** Points spaced evenly along an axis. */
  static double[] axis(double low, double high, boolean logarithmic) {
    double[] x = new double[SAMPLES + 1];
    for (int i = 0; i <= SAMPLES; i++) {
      double fraction = (double) i / SAMPLES;
      x[i] = logarithmic ? low * Math.pow(high / low, fraction) : low + (high - low) * fraction;
    }
    return x;
  }

  /** Several lines over the same x; NaN lifts the pen between them. */
  static double[][] lines(double[] x, double[][] y) {
    double[][] pen = new double[2][y.length * (x.length + 1)];
    for (int i = 0; i < y.length; i++) {
      int at = i * (x.length + 1);
      System.arraycopy(x, 0, pen[0], at, x.length);
      System.arraycopy(y[i], 0, pen[1], at, x.length);
      pen[0][at + x.length] = x[x.length - 1];
      pen[1][at + x.length] = Double.NaN;
    }
    return pen;
  }

  /** A vertical bar at each x, none where both ends are NaN. */
  static double[][] bars(double[] x, double[] low, double[] high) {
    Require.size("number of low ends", low.length, x.length, "each x has its interval");
    Require.size("number of high ends", high.length, x.length, "each x has its interval");
    double[][] pen = new double[2][3 * x.length];
    for (int i = 0; i < x.length; i++) {
      boolean none = Double.isNaN(low[i]) && Double.isNaN(high[i]);
      if (!none && !(low[i] <= high[i])) {
        throw Require.refusal(
            "low end",
            low[i],
            "at most the high end " + high[i],
            "a bar goes upwards at x = " + x[i]);
      }
      for (int k = 0; k < 3; k++) {
        pen[0][3 * i + k] = x[i];
      }
      pen[1][3 * i] = low[i];
      pen[1][3 * i + 1] = high[i];
      pen[1][3 * i + 2] = Double.NaN;
    }
    return pen;
  }

  /** The steps of a histogram as a density, from zero and back to it. */
  static double[][] histogram(double[] values, double low, double high, int bins) {
    double width = (high - low) / bins;
    double[][] pen = new double[2][2 * bins + 2];
    for (int edge = 0; edge <= bins; edge++) {
      pen[0][2 * edge] = low + edge * width;
      pen[0][2 * edge + 1] = pen[0][2 * edge];
    }
    for (double value : values) {
      int bin = (int) Math.floor((value - low) / width);
      if (bin >= 0 && bin < bins) {
        pen[1][2 * bin + 1] += 1 / (values.length * width);
        pen[1][2 * bin + 2] = pen[1][2 * bin + 1];
      }
    }
    return pen;
  }
}
