package designspace.matrix;

/** A matrix or its transpose in an array: entry (i, j) is at i·down + j·right. */
final class View {
  private final double[] entries;
  private final int down;
  private final int right;

  View(double[] entries, int down, int right) {
    this.entries = entries;
    this.down = down;
    this.right = right;
  }

  View transposed() {
    return new View(entries, right, down);
  }

  double at(int i, int j) {
    return entries[i * down + j * right];
  }

  /** Copies {@code height} rows of {@code width} entries from (i, j) on. */
  void load(int i, int height, int j, int width, double[][] rows) {
    if (right == 1) {
      for (int r = 0; r < height; r++) {
        System.arraycopy(entries, (i + r) * down + j, rows[r], 0, width);
      }
      return;
    }
    for (int s = 0; s < width; s++) {
      for (int r = 0; r < height; r++) {
        rows[r][s] = at(i + r, j + s);
      }
    }
  }

  /** Overwrites what {@link #load} would copy. */
  void store(int i, int height, int j, int width, double[][] rows) {
    if (right == 1) {
      for (int r = 0; r < height; r++) {
        System.arraycopy(rows[r], 0, entries, (i + r) * down + j, width);
      }
      return;
    }
    for (int s = 0; s < width; s++) {
      for (int r = 0; r < height; r++) {
        entries[(i + r) * down + (j + s) * right] = rows[r][s];
      }
    }
  }
}
