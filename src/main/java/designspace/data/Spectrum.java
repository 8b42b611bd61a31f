package designspace.data;

import designspace.core.Require;
import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A covariance in its eigenbasis, Σ = Q diag(λ) Qᵀ with every λ ≥ 0; λ = 0 only for laws made on a
 * subspace. A diagonal covariance keeps the standard basis and costs no rotation.
 */
public final class Spectrum {
  /** A covariance computed in double precision is symmetric to about this relative error. */
  private static final double SYMMETRY_TOLERANCE = 1e-10;

  /** Eigenvalues below this fraction of the largest are rounding error of the decomposition. */
  private static final double RANK_TOLERANCE = 1e-14;

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final double[] eigenvalues;
  private final RealMatrix basis; // columns are eigenvectors; null for the standard basis

  Spectrum(double[] eigenvalues, RealMatrix basis) {
    this.eigenvalues = eigenvalues;
    this.basis = basis;
  }

  static Spectrum diagonal(double... variances) {
    for (int j = 0; j < variances.length; j++) {
      Require.positive("variance[" + j + "]", variances[j], "the covariance is positive definite");
    }
    return new Spectrum(variances.clone(), null);
  }

  static Spectrum of(double[][] covariance) {
    checkSymmetric(covariance);
    if (isDiagonal(covariance)) {
      double[] variances = new double[covariance.length];
      Arrays.setAll(variances, j -> covariance[j][j]);
      return diagonal(variances);
    }
    // Exactly symmetric: else the decomposition may treat it as a general matrix, and its
    // eigenvectors are then neither normalised nor orthogonal.
    RealMatrix a = MatrixUtils.createRealMatrix(covariance);
    EigenDecomposition eigen = new EigenDecomposition(a.add(a.transpose()).scalarMultiply(0.5));
    double[] eigenvalues = eigen.getRealEigenvalues();
    double largest = Arrays.stream(eigenvalues).max().orElse(0);
    double smallest = Arrays.stream(eigenvalues).min().orElse(0);
    if (!(smallest > RANK_TOLERANCE * largest)) {
      throw Require.refusal(
          "smallest eigenvalue of the covariance",
          smallest,
          "more than 1e-14 of the largest, " + largest,
          "the covariance must be positive definite");
    }
    return new Spectrum(eigenvalues, eigen.getV());
  }

  static Spectrum zero(int dimension) {
    return new Spectrum(new double[dimension], null);
  }

  private static void checkSymmetric(double[][] a) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      Require.size("length of covariance row " + i, a[i].length, a.length, "it is a square");
      for (int j = 0; j < a.length; j++) {
        String name = "covariance[" + i + "][" + j + "]";
        largest =
            Math.max(largest, Math.abs(Require.finite(name, a[i][j], "it is a second moment")));
      }
    }
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(a[i][j] - a[j][i]) > SYMMETRY_TOLERANCE * largest) {
          throw Require.refusal(
              "covariance[" + i + "][" + j + "]",
              a[i][j],
              "covariance[" + j + "][" + i + "] = " + a[j][i],
              "a covariance is symmetric");
        }
      }
    }
  }

  static boolean isDiagonal(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        if (i != j && a[i][j] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The covariance with these eigenvalues in the same basis; each positive. */
  public Spectrum with(double... variances) {
    Require.size("number of variances", variances.length, eigenvalues.length, "one a direction");
    return new Spectrum(diagonal(variances).eigenvalues, basis);
  }

  Spectrum plus(double tau) {
    return new Spectrum(Arrays.stream(eigenvalues).map(lambda -> lambda + tau).toArray(), basis);
  }

  /** Whether it is a multiple of the identity. */
  boolean isIsotropic() {
    return basis == null && Arrays.stream(eigenvalues).allMatch(value -> value == eigenvalues[0]);
  }

  /** d. */
  public int dimension() {
    return eigenvalues.length;
  }

  /** Whether some λ is 0: such a law has no density on ℝᵈ until it is smoothed. */
  public boolean isSingular() {
    for (double lambda : eigenvalues) {
      if (lambda == 0) {
        return true;
      }
    }
    return false;
  }

  /** λ_j ≥ 0, in the order of the basis. */
  public double eigenvalue(int j) {
    return eigenvalues[j];
  }

  /** Qᵀx, length d. */
  public double[] toEigenbasis(double[] x) {
    return basis == null ? x.clone() : basis.preMultiply(x);
  }

  /** Qy, length d. */
  public double[] fromEigenbasis(double[] y) {
    return basis == null ? y.clone() : basis.operate(y);
  }

  /** Σ y_j²/(λ_j+τ) of a deviation y in the eigenbasis. */
  double square(double tau, double[] deviation) {
    double sum = 0;
    for (int j = 0; j < eigenvalues.length; j++) {
      sum += deviation[j] * (deviation[j] / (eigenvalues[j] + tau));
    }
    return sum;
  }

  /** ln N(y; 0, diag λ+τ) of a point in the eigenbasis; every λ+τ &gt; 0. */
  double logDensity(double tau, double[] y) {
    double sum = y.length * LOG_TWO_PI + square(tau, y);
    for (double lambda : eigenvalues) {
      sum += Math.log(lambda + tau);
    }
    return -0.5 * sum;
  }

  /** Q diag(f) Qᵀ for one number per direction, such as the covariance itself or its root. */
  public RealMatrix matrix(double... diagonal) {
    RealMatrix middle = MatrixUtils.createRealDiagonalMatrix(diagonal);
    return basis == null ? middle : basis.multiply(middle).multiply(basis.transpose());
  }

  /** Σ, d×d. */
  public RealMatrix covariance() {
    return matrix(eigenvalues);
  }

  /** A copy of the eigenvalues, length d. */
  public double[] eigenvalues() {
    return eigenvalues.clone();
  }

  @Override
  public String toString() {
    return "eigenvalues " + Arrays.toString(eigenvalues);
  }
}
