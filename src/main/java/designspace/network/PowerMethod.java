package designspace.network;

import designspace.core.RandomStreams;
import java.util.random.RandomGenerator;

/** The largest eigenvalue of a symmetric matrix without negative ones. */
final class PowerMethod {
  /** Where the next eigenvalue is near, the Rayleigh quotient is near long before the vector is. */
  private static final int MOST = 2000;

  /** Once a step changes the quotient by less, what is left is of the order of rounding. */
  private static final double SETTLED = 1e-13;

  private PowerMethod() {}

  /** Never above the largest, but by rounding: it is the Rayleigh quotient of some vector. */
  static double largest(double[][] matrix) {
    RandomGenerator random = new RandomStreams(1).stream(0);
    double[] v = random.doubles(matrix.length, 0.5, 1.5).toArray();
    double quotient = 0;
    for (int k = 0; k < MOST; k++) {
      double length = Math.sqrt(dot(v, v));
      double[] w = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        v[i] /= length;
      }
      for (int i = 0; i < v.length; i++) {
        w[i] = dot(matrix[i], v);
      }
      double next = dot(v, w);
      boolean settled = Math.abs(next - quotient) <= SETTLED * next;
      quotient = next;
      v = w;
      if (settled) {
        break;
      }
    }
    return quotient;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
