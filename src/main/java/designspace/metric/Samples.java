package designspace.metric;

import designspace.core.Points;
import designspace.core.Require;

/** What every comparison of two samples shares. */
final class Samples {
  private static final double LARGEST = 1e150;

  private Samples() {}

  /** Refuses samples on different spaces, smaller than {@code least}, or with NaN or infinity. */
  static void check(Points a, Points b, int least, String why) {
    check("a", a, least, why);
    check("b", b, least, why);
    Require.dimension("b", b.dimension(), a.dimension());
  }

  /**
   * Refuses a sample smaller than {@code least}, or with a number whose square overflows; O(nd).
   */
  static void check(String name, Points sample, int least, String why) {
    Require.atLeast(least, "number of points in " + name, sample.size(), why);
    double[] values = sample.toArray();
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) {
        String at = "[" + i / sample.dimension() + "][" + i % sample.dimension() + "]";
        String expected = "a finite number, at most 1e150 in size";
        throw Require.refusal(name + at, values[i], expected, "distances are squared");
      }
    }
  }

  /** Every {@code parts}-th point from {@code first}: a sample split as if cards were dealt. */
  static Points deal(Points sample, int first, int parts) {
    int d = sample.dimension();
    double[] values = sample.toArray();
    double[] dealt = new double[(sample.size() - first + parts - 1) / parts * d];
    for (int i = 0; i * d < dealt.length; i++) {
      System.arraycopy(values, (first + i * parts) * d, dealt, i * d, d);
    }
    return Points.owning(dealt, d);
  }

  /** ‖a_i − b_j‖² of row-major points. */
  static double squaredDistance(double[] a, int i, double[] b, int j, int d) {
    double sum = 0;
    for (int q = 0; q < d; q++) {
      double difference = a[i * d + q] - b[j * d + q];
      sum += difference * difference;
    }
    return sum;
  }

  /** ‖a_i − b_j‖^order, row-major n×m; O(nmd). */
  static double[] powers(double order, Points a, Points b) {
    double[] from = a.toArray();
    double[] to = b.toArray();
    int m = b.size();
    if ((long) a.size() * m > Integer.MAX_VALUE - 8) {
      String pairs = a.size() + " × " + m;
      throw Require.refusal(
          "number of pairs", pairs, "less than 2^31", "their costs are one array");
    }
    double[] cost = new double[a.size() * m];
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < m; j++) {
        double square = squaredDistance(from, i, to, j, a.dimension());
        double power = order == 2 ? square : Math.pow(square, order / 2);
        cost[i * m + j] = Require.finite("cost of a pair", power, "costs are added up");
      }
    }
    return cost;
  }
}
