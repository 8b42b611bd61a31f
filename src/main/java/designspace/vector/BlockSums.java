package designspace.vector;

import java.util.Arrays;

/**
 * Sums over components at the points of a block, relative to the largest exponent so far: when a
 * chunk of components brings a larger one, what has been summed is scaled.
 */
final class BlockSums {
  private static final double LN_2 = Math.log(2);

  private final PointBlock block;
  private final double[] total;
  private final double[][] sum;
  private final double[] before;
  private final double[] scratch;

  /** How many rows {@link #BlockSums} takes. */
  static int rows(int dimension) {
    return dimension + 1 + 3;
  }

  BlockSums(PointBlock block, WorkRows rows) {
    this.block = block;
    this.sum = rows.next(block.dimension() + 1);
    this.total = rows.next();
    this.before = rows.next();
    this.scratch = rows.next();
  }

  void clear() {
    Arrays.fill(total, 0);
    for (double[] row : sum) {
      Arrays.fill(row, 0);
    }
  }

  /** Remembers what the sums are relative to, before a chunk is measured. */
  void remember() {
    System.arraycopy(block.largest(), 0, before, 0, block.count());
  }

  /** Makes the sums relative to what is largest now. */
  void rescale() {
    PowersOfTwo.of(before, block.largest(), 1, before, block.count(), scratch);
    multiply(total, before);
    for (double[] row : sum) {
      multiply(row, before);
    }
  }

  private void multiply(double[] row, double[] factor) {
    int n = block.count();
    for (int i = 0; i < n; i++) {
      row[i] = row[i] * factor[i];
    }
  }

  /** Adds Σ weight·factor over the components of a chunk to the total. */
  void count(double[] factors, int first, int size) {
    Products.add(total, block.weights(), factors, first, size, block.count());
  }

  /** Adds Σ weight·(centre − x) over the components of a chunk, which begins at {@code first}. */
  void pull(int j, double[][] centres, int first, int size) {
    int k = 0;
    for (; k < size % 4; k++) {
      addPull(j, k, centres[first + k][j]);
    }
    for (; k < size; k += 4) {
      addFourPulls(j, k, centres, first + k);
    }
  }

  private void addPull(int j, int k, double centre) {
    int n = block.count();
    double[] s = sum[j];
    double[] x0 = block.coordinate(j);
    double[] p0 = block.weights(k);
    for (int i = 0; i < n; i++) {
      s[i] = MultiplyAdd.of(p0[i], centre - x0[i], s[i]);
    }
  }

  private void addFourPulls(int j, int k, double[][] centres, int from) {
    int n = block.count();
    double[] s = sum[j];
    double[] x0 = block.coordinate(j);
    double[] p0 = block.weights(k);
    double[] p1 = block.weights(k + 1);
    double[] p2 = block.weights(k + 2);
    double[] p3 = block.weights(k + 3);
    double m0 = centres[from][j];
    double m1 = centres[from + 1][j];
    double m2 = centres[from + 2][j];
    double m3 = centres[from + 3][j];
    for (int i = 0; i < n; i++) {
      double a = x0[i];
      double pull = MultiplyAdd.of(p0[i], m0 - a, s[i]);
      pull = MultiplyAdd.of(p1[i], m1 - a, pull);
      pull = MultiplyAdd.of(p2[i], m2 - a, pull);
      s[i] = MultiplyAdd.of(p3[i], m3 - a, pull);
    }
  }

  /** Adds Σ weight·factor over the components of a chunk; j = d is a row beside the coordinates. */
  void multiply(int j, double[] factors, int first, int size) {
    Products.add(sum[j], block.weights(), factors, first, size, block.count());
  }

  /** Takes x times row d from the rows of the coordinates. */
  void subtractPoints() {
    int n = block.count();
    double[] times = sum[block.dimension()];
    for (int j = 0; j < block.dimension(); j++) {
      double[] s = sum[j];
      double[] x0 = block.coordinate(j);
      for (int i = 0; i < n; i++) {
        s[i] = s[i] - x0[i] * times[i];
      }
    }
  }

  /** The sums divided by the total and by {@code unit}, as rows of a row-major array. */
  void mean(double[] values, int from, double unit) {
    int n = block.count();
    for (int i = 0; i < n; i++) {
      scratch[i] = 1 / (total[i] * unit);
    }
    RowMajor.write(sum, scratch, n, values, from, block.dimension());
  }

  /** ln Σ 2^exponent. */
  void logTotal(double[] values, int from) {
    for (int i = 0; i < block.count(); i++) {
      values[from + i] = LN_2 * block.largest()[i] + Math.log(total[i]);
    }
  }
}
