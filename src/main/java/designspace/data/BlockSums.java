package designspace.data;

import designspace.core.MultiplyAdd;
import designspace.core.PowersOfTwo;
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

  BlockSums(PointBlock block) {
    this.block = block;
    this.total = new double[block.capacity()];
    this.sum = new double[block.dimension() + 1][block.capacity()];
    this.before = new double[block.capacity()];
    this.scratch = new double[block.capacity()];
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
    PowersOfTwo.of(before, block.largest(), before, block.count(), scratch);
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

  /** Adds the weights of component k of the chunk to their total, then multiplies them. */
  void count(int k, double factor) {
    int n = block.count();
    double[] weight = block.weights(k);
    for (int i = 0; i < n; i++) {
      double w = weight[i];
      total[i] = total[i] + w;
      weight[i] = w * factor;
    }
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

  /** The sums of coordinate j divided by the total, as column j of a row-major array. */
  void mean(int j, double[] values, int from) {
    int d = block.dimension();
    for (int i = 0; i < block.count(); i++) {
      values[(from + i) * d + j] = sum[j][i] / total[i];
    }
  }

  /** ln Σ 2^exponent. */
  void logTotal(double[] values, int from) {
    for (int i = 0; i < block.count(); i++) {
      values[from + i] = LN_2 * block.largest()[i] + Math.log(total[i]);
    }
  }

  /** Replaces the sums by their mean in units of 1/τ beyond the point: x + τ·sum/total. */
  void guess(double tau) {
    int n = block.count();
    for (int j = 0; j < block.dimension(); j++) {
      double[] s = sum[j];
      double[] x0 = block.coordinate(j);
      for (int i = 0; i < n; i++) {
        s[i] = x0[i] + tau * (s[i] / total[i]);
      }
    }
  }

  /** Adds weight·(a + b·x − sum)², the spread of a component's guess about their mean. */
  void spread(int j, int k, double a, double b, double[] spread) {
    int n = block.count();
    double[] s = sum[j];
    double[] x0 = block.coordinate(j);
    double[] p0 = block.weights(k);
    for (int i = 0; i < n; i++) {
      double deviation = a + b * x0[i] - s[i];
      spread[i] = spread[i] + p0[i] * (deviation * deviation);
    }
  }

  /** Adds weight·variance of component k. */
  void add(int k, double variance, double[] spread) {
    int n = block.count();
    double[] p0 = block.weights(k);
    for (int i = 0; i < n; i++) {
      spread[i] = spread[i] + p0[i] * variance;
    }
  }

  void divide(double[] spread) {
    for (int i = 0; i < block.count(); i++) {
      spread[i] /= total[i];
    }
  }
}
