package designspace.bound;

import designspace.core.Points;
import designspace.core.Require;
import designspace.network.ReluNetwork;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * prop-1 with its constants: ‖σ̄S(σ̄, x+σ̄ξ) + ξ‖ of fixed weights (eq-8), one x and one ξ, at the
 * two ends of σ̄.
 *
 * <p>S is F of (x+σ̄ξ, σ̄), F(0) = 0, F is homogeneous of degree 1, and Λ = Π‖W_ℓ‖ (spectral norms)
 * is a Lipschitz constant of it. So
 *
 * <ul>
 *   <li>|‖σ̄S+ξ‖ − ‖ξ‖| ≤ σ̄‖S‖ ≤ ε₁ = σ̄Λ(‖x‖ + σ̄√(‖ξ‖²+1));
 *   <li>σ̄S = σ̄²F(x/σ̄+ξ, 1), hence ‖σ̄S+ξ‖ ≥ σ̄²(‖F(ξ, 1)‖ − ε₂), ε₂ = Λ‖x‖/σ̄ + ‖ξ‖/σ̄². Where
 *       the bracket is positive, σ̄ > M gives M²(‖F(ξ, 1)‖ − ε) with ε = ε₂(M).
 * </ul>
 */
public final class Proposition1 {
  private final ReluNetwork network;
  private final double lipschitz;
  private final double[] x;
  private final double[] xi;

  /** For a network that sees (x, σ̄); its weights are taken as they are now. */
  public Proposition1(ReluNetwork network, double[] x, double[] xi) {
    int d = network.shape().outputs();
    Require.dimension("x", x.length, d);
    Require.dimension("xi", xi.length, d);
    this.x = x.clone();
    this.xi = xi.clone();
    Require.size("inputs", network.shape().inputs(), d + 1, "eq. 8 sees (x, σ̄)");
    this.network = network.copy();
    double product = 1;
    for (int l = 0; l < network.shape().layers(); l++) {
      product *= norm(network, l);
    }
    lipschitz = product;
  }

  /** ‖W_ℓ‖, its largest singular value. */
  private static double norm(ReluNetwork network, int l) {
    int rows = network.shape().rows(l);
    int columns = network.shape().columns(l);
    Array2DRowRealMatrix w = new Array2DRowRealMatrix(rows, columns);
    double[] layer = network.layer(l);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        w.setEntry(i, j, layer[i * columns + j]);
      }
    }
    return new SingularValueDecomposition(w).getNorm();
  }

  /** ‖ξ‖, what ‖σ̄S+ξ‖ tends to as σ̄ → 0. */
  public double nearTerm() {
    return norm(xi);
  }

  /** Λ. */
  public double lipschitz() {
    return lipschitz;
  }

  /** ‖σ̄S(σ̄, x+σ̄ξ) + ξ‖. */
  public double term(double sigma) {
    Require.positive("sigma", sigma, "the score is that of the smoothed law");
    double[] z = new double[xi.length + 1];
    for (int k = 0; k < xi.length; k++) {
      z[k] = x[k] + sigma * xi[k];
    }
    z[xi.length] = sigma;
    double[] s = output(z);
    double square = 0;
    for (int k = 0; k < xi.length; k++) {
      square += Math.pow(sigma * s[k] + xi[k], 2);
    }
    return Math.sqrt(square);
  }

  /** ‖F(ξ, 1)‖, the printed ‖S(ξ)‖: what ‖σ̄S+ξ‖/σ̄² tends to. */
  public double farScore() {
    double[] z = Arrays.copyOf(xi, xi.length + 1);
    z[xi.length] = 1;
    return norm(output(z));
  }

  private double[] output(double[] z) {
    return network.apply(Points.of(z)).row(0);
  }

  /** ε₁(σ̄): ‖σ̄S+ξ‖ lies within it of ‖ξ‖. */
  public double nearEpsilon(double sigma) {
    return sigma * lipschitz * (norm(x) + sigma * Math.hypot(norm(xi), 1));
  }

  /** ε₂(σ̄): ‖σ̄S+ξ‖/σ̄² lies within it of ‖F(ξ, 1)‖. */
  public double farEpsilon(double sigma) {
    return lipschitz * norm(x) / sigma + norm(xi) / (sigma * sigma);
  }

  /** M(ε), the σ̄ at which ε₂ = ε. */
  public double far(double epsilon) {
    Require.positive("epsilon", epsilon, "it is reached at a finite noise level");
    double half = 0.5 * lipschitz * norm(x) / epsilon;
    return half + Math.sqrt(half * half + norm(xi) / epsilon);
  }

  /** The σ̄ at which ε₁ = ε. */
  public double near(double epsilon) {
    Require.positive("epsilon", epsilon, "it is kept at a positive noise level");
    double slope = norm(x);
    double bend = Math.hypot(norm(xi), 1);
    double target = epsilon / lipschitz;
    return 2 * target / (slope + Math.sqrt(slope * slope + 4 * bend * target));
  }

  /**
   * E‖σ̄S+ξ‖² = d + σ̄²m₂² + σ̄⁴(d+1) over the initialisation of eq-8, data and noise: W_{L+1} has
   * mean 0, so S and ξ are uncorrelated, and E‖F(z)‖² = ‖z‖² layer by layer.
   */
  public static double untrainedMeanSquare(int dimension, double secondMoment, double sigma) {
    double tau = sigma * sigma;
    return dimension + tau * secondMoment + tau * tau * (dimension + 1);
  }

  private static double norm(double[] v) {
    double square = 0;
    for (double value : v) {
      square += value * value;
    }
    return Math.sqrt(square);
  }
}
