package designspace.network;

import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;

/** ‖A‖₂ of a square matrix by Lanczos steps on AᵀA, from below. */
final class SpectralNorm {
  private static final int STEPS = 40;

  /** Where the Krylov space is exhausted. */
  private static final double NOTHING = 1e-10;

  private SpectralNorm() {}

  static double of(double[] a, int size) {
    int most = Math.min(STEPS, size);
    double[] diagonal = new double[most];
    double[] beside = new double[most];
    double[] before = new double[size];
    double[] v = new RandomStreams(0).stream(0).doubles(size, 0.5, 1).toArray();
    divide(v, length(v));
    double beta = 0;
    int k = 0;
    do {
      double[] w = image(a, v);
      diagonal[k] = dot(v, w);
      for (int i = 0; i < size; i++) {
        w[i] -= diagonal[k] * v[i] + beta * before[i];
      }
      beta = length(w);
      beside[k++] = beta;
      before = v;
      v = w;
      divide(v, beta);
    } while (k < most && beta > NOTHING * diagonal[0]);
    return Math.sqrt(largest(diagonal, beside, k));
  }

  /** AᵀAv. */
  private static double[] image(double[] a, double[] v) {
    int size = v.length;
    double[] av = new double[size];
    double[] image = new double[size];
    Blas.fastest().timesTransposed(1, size, size, v, a, av);
    Blas.fastest().times(1, size, size, av, a, image);
    return image;
  }

  /** Of the symmetric matrix with these numbers on its diagonal and beside it. */
  private static double largest(double[] diagonal, double[] beside, int size) {
    return new EigenDecomposition(Arrays.copyOf(diagonal, size), Arrays.copyOf(beside, size - 1))
        .getRealEigenvalue(0);
  }

  private static void divide(double[] v, double by) {
    for (int i = 0; i < v.length; i++) {
      v[i] /= by;
    }
  }

  private static double dot(double[] v, double[] w) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * w[i];
    }
    return sum;
  }

  static double length(double[] v) {
    return Math.sqrt(dot(v, v));
  }
}
