package designspace.network;

import designspace.core.Require;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The empirical tangent kernel of a batch, weighted as the loss weights it (B8): with the residuals
 * r = A(F + …), loss = ½‖r‖², A = diag(√weight · scale), the matrix is G = AΘAᵀ, Θ = Σ_ℓ
 * (∂F/∂W_ℓ)(∂F/∂W_ℓ)ᵀ over the trained layers. A small step h of gradient descent turns r into (I −
 * hG) r, exactly so as the width grows.
 */
public final class TangentKernel {
  private final RealMatrix matrix;
  private final double[] eigenvalues; // largest first
  private final double[] squares; // ⟨u_i, r⟩²

  private TangentKernel(RealMatrix matrix, double[] eigenvalues, double[] squares) {
    this.matrix = matrix;
    this.eigenvalues = eigenvalues;
    this.squares = squares;
  }

  /**
   * The kernel at this network; its matrix has (n·d)² entries, of which all eigenvalues are found.
   */
  public static TangentKernel of(ReluNetwork network, LeastSquares batch, Trained trained) {
    Shape shape = network.shape();
    Pass pass = batch.forward(network);
    double[][] rows = batch.weightedRows(pass.output(), shape.outputs());
    double[] residuals = rows[1];
    double[][] g = matrix(new Jacobians(pass, network, trained).gram(), rows[0]);
    int size = residuals.length;
    RealVector r = new ArrayRealVector(residuals, false);
    RealMatrix matrix = new Array2DRowRealMatrix(g, false);
    EigenDecomposition eigen = new EigenDecomposition(matrix);
    double[] squares = new double[size];
    for (int i = 0; i < size; i++) {
      double projection = eigen.getEigenvector(i).dotProduct(r);
      squares[i] = projection * projection;
    }
    return new TangentKernel(matrix, eigen.getRealEigenvalues(), squares);
  }

  /**
   * For each trained layer Σ_r weight_r scale_r² ‖B_r‖²‖q_r‖², B_r = ∂F/∂(W_ℓ q_r) and q_r what
   * enters the layer: at least the largest eigenvalue of the layer's part of G, whatever the
   * targets. So ‖∇_{W_ℓ}loss‖² ≤ 2 ceiling_ℓ loss (lem-5 with its constant).
   */
  public static double[] ceilings(ReluNetwork network, LeastSquares batch, Trained trained) {
    Shape shape = network.shape();
    Pass pass = batch.forward(network);
    double[] factors = batch.weightedRows(pass.output(), shape.outputs())[0];
    return new Jacobians(pass, network, trained).ceilings(factors);
  }

  /** G = AΘAᵀ, made symmetric to the last bit. */
  private static double[][] matrix(double[] theta, double[] factors) {
    int size = factors.length;
    double[][] g = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        g[i][j] = factors[i] * factors[j] * 0.5 * (theta[i * size + j] + theta[j * size + i]);
      }
    }
    return g;
  }

  /**
   * λ_1 alone, by the power method: where the weights span so many decades that the decomposition
   * does not converge, and faster.
   */
  public static double largest(ReluNetwork network, LeastSquares batch, Trained trained) {
    Shape shape = network.shape();
    Pass pass = batch.forward(network);
    double[] factors = batch.weightedRows(pass.output(), shape.outputs())[0];
    return PowerMethod.largest(matrix(new Jacobians(pass, network, trained).gram(), factors));
  }

  /** λ_1 ≥ λ_2 ≥ …, n·d of them. */
  public double[] eigenvalues() {
    return eigenvalues.clone();
  }

  /** λ_1: steps above 2/λ_1 grow along u_1 while the kernel stays. */
  public double largest() {
    return eigenvalues[0];
  }

  /** The smallest eigenvalue, never below 0 but by rounding. */
  public double smallest() {
    return eigenvalues[eigenvalues.length - 1];
  }

  /** ½Σ_i (1−hλ_i)^{2k} ⟨u_i,r⟩²: the loss after k steps of size h if the kernel stayed (B8). */
  public double loss(double h, int k) {
    double loss = 0;
    for (int i = 0; i < eigenvalues.length; i++) {
      loss += 0.5 * Math.pow(1 - h * eigenvalues[i], 2.0 * k) * squares[i];
    }
    return loss;
  }

  /** ‖∇loss‖² = Σλ_i⟨u_i,r⟩². */
  public double squaredGradient() {
    double sum = 0;
    for (int i = 0; i < eigenvalues.length; i++) {
      sum += eigenvalues[i] * squares[i];
    }
    return sum;
  }

  /** ⟨u_i,r⟩², in the order of the eigenvalues: how much of the loss lies along each. */
  public double[] squares() {
    return squares.clone();
  }

  /** ‖G‖, Frobenius. */
  public double norm() {
    return matrix.getFrobeniusNorm();
  }

  /** ‖G − G′‖, Frobenius, of two kernels of the same batch. */
  public double distance(TangentKernel other) {
    Require.size("rows", other.squares.length, squares.length, "both kernels are of one batch");
    return matrix.subtract(other.matrix).getFrobeniusNorm();
  }
}
