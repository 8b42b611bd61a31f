package designspace.vector;

/** Sums of rows times numbers: a product of matrices, one row of the result at a time. */
final class Products {
  private Products() {}

  /**
   * target_i += Σ_k rows_k,i · factors_{first+k}, k &lt; size, in the order of k.
   *
   * @param count how many elements of a row, from the first
   */
  static void add(
      double[] target, double[][] rows, double[] factors, int first, int size, int count) {
    int k = 0;
    for (; k < size % 4; k++) {
      addOne(target, rows[k], factors[first + k], count);
    }
    for (; k < size; k += 4) {
      addFour(target, rows, k, factors, first + k, count);
    }
  }

  private static void addOne(double[] target, double[] row, double factor, int count) {
    for (int i = 0; i < count; i++) {
      target[i] = MultiplyAdd.of(row[i], factor, target[i]);
    }
  }

  private static void addFour(
      double[] target, double[][] rows, int k, double[] factors, int at, int count) {
    double[] r0 = rows[k];
    double[] r1 = rows[k + 1];
    double[] r2 = rows[k + 2];
    double[] r3 = rows[k + 3];
    double f0 = factors[at];
    double f1 = factors[at + 1];
    double f2 = factors[at + 2];
    double f3 = factors[at + 3];
    for (int i = 0; i < count; i++) {
      double sum = MultiplyAdd.of(r0[i], f0, target[i]);
      sum = MultiplyAdd.of(r1[i], f1, sum);
      sum = MultiplyAdd.of(r2[i], f2, sum);
      target[i] = MultiplyAdd.of(r3[i], f3, sum);
    }
  }
}
