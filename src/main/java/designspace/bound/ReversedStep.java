package designspace.bound;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A step of eq-10 in reverse, from x_{k+1} to x_k, as it would be if every p_τ were Gaussian with
 * score −H(x−μ): x_k = x_{k+1} + D S(σ_{k+1}, x_{k+1}) + B ξ.
 *
 * <p>If the sampler's iterate has covariance V at σ_k and moves by A = I − Δτ H, then x_k given
 * x_{k+1} has covariance C = (V⁻¹ + AᵀA/Δτ)⁻¹ = B Bᵀ and mean μ + C Aᵀ(x_{k+1}−μ)/Δτ, and x_{k+1}−μ
 * is −H′⁻¹ of the score at σ_{k+1}.
 */
final class ReversedStep {
  private final double[][] drift;
  private final double[][] spread;
  private final double logSpread;
  private final RealMatrix covarianceAfter;

  /**
   * One step.
   *
   * @param covariance V of the iterate at σ_k
   * @param before H at σ_k, about E[∇log p ∇log pᵀ]
   * @param after H′ at σ_{k+1}, positive definite
   * @param deltaTau Δτ_k
   */
  ReversedStep(RealMatrix covariance, RealMatrix before, RealMatrix after, double deltaTau) {
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(covariance.getRowDimension());
    RealMatrix a = identity.subtract(before.scalarMultiply(deltaTau));
    RealMatrix precision = inverse(covariance).add(a.multiply(a).scalarMultiply(1 / deltaTau));
    RealMatrix c = symmetric(inverse(precision));
    RealMatrix pull = c.multiply(a).scalarMultiply(1 / deltaTau).subtract(identity);
    CholeskyDecomposition root = new CholeskyDecomposition(c);
    drift = pull.multiply(inverse(after)).scalarMultiply(-1).getData();
    spread = root.getL().getData();
    logSpread = 0.5 * (Math.log(root.getDeterminant()) - spread.length * Math.log(deltaTau));
    covarianceAfter =
        symmetric(a.multiply(covariance).multiply(a)).add(identity.scalarMultiply(deltaTau));
  }

  private static RealMatrix inverse(RealMatrix matrix) {
    return new LUDecomposition(matrix).getSolver().getInverse();
  }

  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  /** The iterate's covariance after the step, A V Aᵀ + Δτ I. */
  RealMatrix covarianceAfter() {
    return covarianceAfter;
  }

  /** ½ ln det(C/Δτ). */
  double logSpread() {
    return logSpread;
  }

  /** x + D·slope + B·unit for each row of d numbers. */
  double[] before(double[] x, double[] slope, double[] unit) {
    int d = drift.length;
    double[] before = x.clone();
    for (int at = 0; at < x.length; at += d) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          before[at + i] += drift[i][j] * slope[at + j] + spread[i][j] * unit[at + j];
        }
      }
    }
    return before;
  }
}
