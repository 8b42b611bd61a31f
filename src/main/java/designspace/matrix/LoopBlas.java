package designspace.matrix;

/** Plain Java loops. Every element is summed in the order of its definition, to the bit. */
final class LoopBlas implements Blas {
  /** Rows shorter than this are better taken for columns: a loop must be long to be vectorised. */
  private static final int NARROW = 64;

  private static final ThreadLocal<Tile> TILE = ThreadLocal.withInitial(Tile::new);

  @Override
  public void timesTransposed(int n, int m, int k, double[] a, double[] b, double[] c) {
    multiply(n, m, k, new View(a, k, 1), new View(b, 1, k), new View(c, m, 1));
  }

  @Override
  public void times(int n, int m, int k, double[] a, double[] b, double[] c) {
    multiply(n, m, k, new View(a, k, 1), new View(b, m, 1), new View(c, m, 1));
  }

  @Override
  public void transposedTimes(int n, int m, int k, double[] a, double[] b, double[] c) {
    multiply(n, m, k, new View(a, 1, n), new View(b, m, 1), new View(c, m, 1));
  }

  private static void multiply(int n, int m, int k, View a, View b, View c) {
    if (m < NARROW && m < n) {
      multiply(m, n, k, b.transposed(), a.transposed(), c.transposed());
      return;
    }
    Tile tile = TILE.get();
    for (int j = 0; j < m; j += Tile.WIDTH) {
      for (int i = 0; i < n; i += Tile.HEIGHT) {
        tile.place(i, Math.min(n - i, Tile.HEIGHT), j, Math.min(m - j, Tile.WIDTH));
        tile.multiply(k, a, b);
        tile.store(c);
      }
    }
  }

  @Override
  public String name() {
    return "plain loops";
  }
}
