package designspace.advice;

import designspace.core.Points;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What the skewness of a sample adds to the cost of starting from noise: KL(p_T|N(0,τI)) is that of
 * the normal law with the same covariance and KL(p_T|N(0,Λ+τI)), whose leading order is ‖κ‖²/12 of
 * the third cumulants κ of (Λ+τI)^−½ X. Counted are those along one eigenvector each, Σ κ_j²/(12
 * (λ_j+τ)³): a part of it, all of it on the line, where rare far points cost still more. Each κ_j²
 * is lowered by its mean on a normal sample, 6λ_j³/n.
 */
final class Skewness {
  private final double[] eigenvalues;
  private final double[] squares;

  /**
   * Of a sample.
   *
   * @param basis eigenvectors in columns, in the order of the eigenvalues
   */
  Skewness(Points points, double[] eigenvalues, RealMatrix basis) {
    this.eigenvalues = eigenvalues;
    this.squares = new double[eigenvalues.length];
    double[] mean = points.mean();
    double[] cubes = new double[mean.length];
    for (int i = 0; i < points.size(); i++) {
      double[] x = points.row(i);
      for (int j = 0; j < x.length; j++) {
        x[j] -= mean[j];
      }
      double[] along = basis.preMultiply(x);
      for (int j = 0; j < along.length; j++) {
        cubes[j] += along[j] * along[j] * along[j] / points.size();
      }
    }
    for (int j = 0; j < squares.length; j++) {
      squares[j] = cubes[j] * cubes[j] - 6 * Math.pow(eigenvalues[j], 3) / points.size();
    }
  }

  double nats(double sigma) {
    double sum = 0;
    for (int j = 0; j < squares.length; j++) {
      sum += squares[j] / (12 * Math.pow(eigenvalues[j] + sigma * sigma, 3));
    }
    return Math.max(0, sum);
  }
}
