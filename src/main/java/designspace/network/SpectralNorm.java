package designspace.network;

import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import java.util.random.RandomGenerator;

/** ‖A‖₂ of a square matrix by power iteration on AᵀA, from below. */
final class SpectralNorm {
  private static final int MOST = 1000;

  /** Where a step no longer changes the norm by more. */
  private static final double ACCURACY = 1e-7;

  private SpectralNorm() {}

  static double of(double[] a, int size) {
    Blas blas = Blas.fastest();
    RandomGenerator random = new RandomStreams(0).stream(0);
    double[] v = random.doubles(size, 0.5, 1).toArray();
    double[] image = new double[size];
    double norm = 0;
    for (int k = 0; k < MOST; k++) {
      double length = length(v);
      for (int i = 0; i < size; i++) {
        v[i] /= length;
      }
      blas.timesTransposed(1, size, size, v, a, image);
      double next = length(image);
      if (next == 0 || next - norm <= ACCURACY * next) {
        return next;
      }
      norm = next;
      blas.times(1, size, size, image, a, v);
    }
    return norm;
  }

  static double length(double[] v) {
    double square = 0;
    for (double x : v) {
      square += x * x;
    }
    return Math.sqrt(square);
  }
}
