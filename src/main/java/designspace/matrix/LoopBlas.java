package designspace.matrix;

import java.util.Arrays;

/** Plain Java loops. */
final class LoopBlas implements Blas {
  @Override
  public void timesTransposed(int n, int m, int k, double[] a, double[] b, double[] c) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a[i * k + p] * b[j * k + p];
        }
        c[i * m + j] = sum;
      }
    }
  }

  @Override
  public void times(int n, int m, int k, double[] a, double[] b, double[] c) {
    Arrays.fill(c, 0, n * m, 0);
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < k; p++) {
        double factor = a[i * k + p];
        for (int j = 0; j < m; j++) {
          c[i * m + j] += factor * b[p * m + j];
        }
      }
    }
  }

  @Override
  public void transposedTimes(int n, int m, int k, double[] a, double[] b, double[] c) {
    Arrays.fill(c, 0, n * m, 0);
    for (int p = 0; p < k; p++) {
      for (int i = 0; i < n; i++) {
        double factor = a[p * n + i];
        for (int j = 0; j < m; j++) {
          c[i * m + j] += factor * b[p * m + j];
        }
      }
    }
  }

  @Override
  public String name() {
    return "plain loops";
  }
}
