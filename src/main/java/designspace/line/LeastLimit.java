package designspace.line;

import java.util.Arrays;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;

/**
 * The least of F(u) = ½uᵀHu + Σ w/u over u &gt; 0, H positive semi-definite and w &gt; 0: up to a
 * factor that is the least of ½uᵀHu where Σ w/u = 1, since over factors of u F is least at a
 * multiple of ((uᵀHu)(Σ w/u)²)^{1/3}. F is convex; Newton's method in relative moves of u, halved
 * until F falls.
 */
final class LeastLimit {
  private static final int MOST = 200;

  /** Of every u, what a step moves at the end. */
  private static final double SETTLED = 1e-10;

  /** Of F: less is rounding. */
  private static final double ROUNDING = 1e-14;

  private final double[][] h;
  private final double[] w;
  private double[] u;

  private LeastLimit(double[][] h, double... w) {
    this.h = h;
    this.w = w;
    u = new double[w.length];
    Arrays.fill(u, 1);
  }

  /** The u. */
  static double[] of(double[][] h, double... w) {
    LeastLimit least = new LeastLimit(h, w);
    double moved = Double.POSITIVE_INFINITY;
    for (int i = 0; moved > SETTLED; i++) {
      if (i == MOST) {
        throw new ArithmeticException("the best density still moves by " + moved + " relatively");
      }
      moved = least.advance();
    }
    return least.u;
  }

  private double advance() {
    double[] step = step();
    double most = Arrays.stream(step).map(Math::abs).max().orElseThrow();
    double before = value(u);
    double share = Math.min(1, 0.9 / most);
    double[] next = moved(share, step);
    while (!(value(next) <= before * (1 + ROUNDING))) {
      share /= 2;
      next = moved(share, step);
    }
    u = next;
    return most;
  }

  /** Of ln u: −(D H D + 2 diag(w/u))⁻¹ (D H u − w/u), D = diag(u). */
  private double[] step() {
    RealMatrix matrix = MatrixUtils.createRealMatrix(u.length, u.length);
    double[] right = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < u.length; j++) {
        matrix.setEntry(i, j, u[i] * h[i][j] * u[j]);
      }
      matrix.addToEntry(i, i, 2 * w[i] / u[i]);
      right[i] = w[i] / u[i] - u[i] * MathArrays.linearCombination(h[i], u);
    }
    CholeskyDecomposition cholesky = new CholeskyDecomposition(matrix, 1e-9, 0);
    return cholesky.getSolver().solve(new ArrayRealVector(right, false)).toArray();
  }

  private double[] moved(double share, double... step) {
    double[] next = new double[u.length];
    Arrays.setAll(next, i -> u[i] * (1 + share * step[i]));
    return next;
  }

  private double value(double... at) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += 0.5 * at[i] * MathArrays.linearCombination(h[i], at) + w[i] / at[i];
    }
    return sum;
  }
}
