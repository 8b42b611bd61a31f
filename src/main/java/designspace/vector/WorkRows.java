package designspace.vector;

import java.util.Arrays;

/**
 * Rows to work in, one number a point. They are made in one go and with their headers fill whole
 * cache lines, so that they usually lie one after the other and are aligned alike, which vector
 * instructions reward.
 */
final class WorkRows {
  /** 8m + 6 numbers and a header of 16 bytes are whole lines of 64. */
  private static final int LONG = 198;

  private static final int SHORT = 70;

  /** From this many rows on long ones would fall out of a usual cache. */
  private static final int MANY = 600;

  private final double[][] rows;
  private int taken;

  /** So many rows for the points of a set of n, which may need several fillings. */
  WorkRows(int count, int n) {
    rows = new double[count][Math.min(n, count < MANY ? LONG : SHORT)];
  }

  double[] next() {
    return rows[taken++];
  }

  double[][] next(int count) {
    taken += count;
    return Arrays.copyOfRange(rows, taken - count, taken);
  }
}
