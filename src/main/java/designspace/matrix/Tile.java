package designspace.matrix;

import java.util.Arrays;

/**
 * A part of a product on one thread: its rows stay in the second-level cache (256 KB) while a few
 * rows at a time of the right factor stay in the first (16 KB). Each row is an array of its own,
 * because the virtual machine vectorises loops over whole arrays only.
 */
final class Tile {
  static final int HEIGHT = 128;
  static final int WIDTH = 256;
  private static final int DEPTH = 8;

  private final double[][] sums = new double[HEIGHT][WIDTH];
  private final double[][] factors = new double[DEPTH][WIDTH];
  private final double[] weights = new double[DEPTH];
  private int top;
  private int height;
  private int left;
  private int width;

  /** Chooses the part: its first row and column and its size. */
  void place(int i, int rows, int j, int columns) {
    top = i;
    height = rows;
    left = j;
    width = columns;
  }

  /** Sums a(i, p)·b(p, j) over p &lt; {@code k}. */
  void multiply(int k, View a, View b) {
    for (int i = 0; i < height; i++) {
      Arrays.fill(sums[i], 0, width, 0);
    }
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(k - p, DEPTH);
      b.load(p, depth, left, width, factors);
      for (int q = depth; q % 4 != 0; q++) {
        Arrays.fill(factors[q], 0, width, 0);
        weights[q] = 0; // adds nothing, to the bit
      }
      for (int i = 0; i < height; i++) {
        add(a, i, p, depth);
      }
    }
  }

  private void add(View a, int i, int p, int depth) {
    double[] w = weights;
    for (int q = 0; q < depth; q++) {
      w[q] = a.at(top + i, p + q);
    }
    double[][] f = factors;
    for (int q = 0; q < depth; q += 4) {
      double[] sum = sums[i];
      add(width, sum, w[q], f[q], w[q + 1], f[q + 1], w[q + 2], f[q + 2], w[q + 3], f[q + 3]);
    }
  }

  private static void add(
      int n,
      double[] sum,
      double w0,
      double[] f0,
      double w1,
      double[] f1,
      double w2,
      double[] f2,
      double w3,
      double[] f3) {
    for (int j = 0; j < n; j++) {
      sum[j] = sum[j] + w0 * f0[j] + w1 * f1[j] + w2 * f2[j] + w3 * f3[j];
    }
  }

  /** Writes the sums into the product. */
  void store(View c) {
    c.store(top, height, left, width, sums);
  }
}
