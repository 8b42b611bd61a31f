package designspace.data;

import designspace.core.Require;
import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Covariances given by the directions they spread along. */
final class Subspace {
  private Subspace() {}

  /** Σ b bᵀ over r ≤ d directions b of length d; the d − r others, and rounding, are exactly 0. */
  static Spectrum spectrum(double[][] directions, int dimension) {
    if (directions.length > dimension) {
      String most = "at most d = " + dimension;
      throw Require.refusal("number of directions", directions.length, most, "r ≤ d span a space");
    }
    double[][] columns = new double[dimension][dimension];
    for (int k = 0; k < directions.length; k++) {
      Require.dimension("directions[" + k + "]", directions[k].length, dimension);
      for (int j = 0; j < dimension; j++) {
        String name = "directions[" + k + "][" + j + "]";
        columns[j][k] = Require.finite(name, directions[k][j], "it is a scale");
      }
    }
    return ofFactor(MatrixUtils.createRealMatrix(columns));
  }

  /** BBᵀ of a square B. */
  private static Spectrum ofFactor(RealMatrix b) {
    double[][] covariance = b.multiply(b.transpose()).getData();
    if (Spectrum.isDiagonal(covariance)) {
      double[] variances = new double[covariance.length];
      Arrays.setAll(variances, j -> covariance[j][j]);
      return new Spectrum(variances, null);
    }
    // Singular values of B rather than eigenvalues of BBᵀ: small ones keep their digits.
    SingularValueDecomposition svd = new SingularValueDecomposition(b);
    double[] scales = svd.getSingularValues();
    double noise = scales.length * Math.ulp(1.0) * scales[0];
    double[] variances = Arrays.stream(scales).map(s -> s > noise ? s * s : 0).toArray();
    return new Spectrum(variances, svd.getU());
  }
}
