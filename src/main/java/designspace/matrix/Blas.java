package designspace.matrix;

/**
 * Dense products of row-major matrices, each on the calling thread alone; safe to call from several
 * threads at once. Nothing is checked but by the arrays' own bounds; no output may be an input.
 */
public interface Blas {
  /**
   * C ← A Bᵀ.
   *
   * @param a n×k
   * @param b m×k
   * @param c n×m, overwritten
   */
  void timesTransposed(int n, int m, int k, double[] a, double[] b, double[] c);

  /**
   * C ← A B.
   *
   * @param a n×k
   * @param b k×m
   * @param c n×m, overwritten
   */
  void times(int n, int m, int k, double[] a, double[] b, double[] c);

  /**
   * C ← Aᵀ B.
   *
   * @param a k×n
   * @param b k×m
   * @param c n×m, overwritten
   */
  void transposedTimes(int n, int m, int k, double[] a, double[] b, double[] c);

  /** What computes, for tables. */
  String name();

  /** Plain Java loops, the same on every machine up to rounding. */
  static Blas loops() {
    return new LoopBlas();
  }

  /**
   * The fastest that works on this machine: OpenBLAS, else plain loops, as {@link #name} tells. The
   * system property {@code designspace.blas=loops}, set before the first call, asks for loops.
   */
  static Blas fastest() {
    return FastestBlas.INSTANCE;
  }
}
