package designspace.vector;

/** Writes coordinates, one array each, as rows of a row-major array of points. */
final class RowMajor {
  private RowMajor() {}

  /**
   * values_{(from+i)d+j} = coordinates_j,i · factor_i.
   *
   * @param count of points
   * @param d of coordinates, of which more arrays may be given
   */
  static void write(
      double[][] coordinates, double[] factor, int count, double[] values, int from, int d) {
    int j = 0;
    for (; j < d % 4; j++) {
      int at = from * d + j;
      double[] c0 = coordinates[j];
      for (int i = 0; i < count; i++) {
        values[at] = c0[i] * factor[i];
        at += d;
      }
    }
    for (; j < d; j += 4) {
      writeFour(coordinates, j, factor, count, values, from * d + j, d);
    }
  }

  private static void writeFour(
      double[][] coordinates, int j, double[] factor, int count, double[] values, int at, int d) {
    double[] c0 = coordinates[j];
    double[] c1 = coordinates[j + 1];
    double[] c2 = coordinates[j + 2];
    double[] c3 = coordinates[j + 3];
    int to = at;
    for (int i = 0; i < count; i++) {
      double f = factor[i];
      values[to] = c0[i] * f;
      values[to + 1] = c1[i] * f;
      values[to + 2] = c2[i] * f;
      values[to + 3] = c3[i] * f;
      to += d;
    }
  }
}
