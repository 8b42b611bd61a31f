package designspace.metric;

import designspace.core.Logarithm;
import designspace.core.Require;
import designspace.data.Gaussian;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** KL and W₂ between two Gaussians of any covariances; closed forms, cost O(d³). */
public final class GaussianDistance {
  private GaussianDistance() {}

  /**
   * KL(p|q) = ½ Σ(κ − 1 − ln κ) + ½ ‖Σ_q^{−½}(μ_p − μ_q)‖², κ the eigenvalues of Σ_q^{−½} Σ_p
   * Σ_q^{−½}; nats.
   */
  public static double klNats(Gaussian p, Gaussian q) {
    refuseSingular("p", p);
    refuseSingular("q", q);
    RealMatrix whitening = power(q, -0.5);
    double kl = 0;
    for (double kappa : eigenvalues(whitening, p)) {
      kl += 0.5 * Logarithm.klGap(kappa, kappa - 1);
    }
    for (double z : whitening.operate(meanDifference(p, q))) {
      kl += 0.5 * z * z;
    }
    return kl;
  }

  /** W₂²(p,q) = ‖μ_p − μ_q‖² + tr Σ_p + tr Σ_q − 2 tr (Σ_q^{½} Σ_p Σ_q^{½})^{½}; W₂ is returned. */
  public static double wasserstein2(Gaussian p, Gaussian q) {
    double square = p.spectrum().covariance().getTrace() + q.spectrum().covariance().getTrace();
    for (double kappa : eigenvalues(power(q, 0.5), p)) {
      square -= 2 * Math.sqrt(Math.max(0, kappa));
    }
    for (double difference : meanDifference(p, q)) {
      square += difference * difference;
    }
    return Math.sqrt(Math.max(0, square)); // rounding may leave −1e−16 for equal laws
  }

  private static void refuseSingular(String name, Gaussian law) {
    if (law.spectrum().isSingular()) {
      String why = "between a law on a subspace and another, KL is infinite or undefined";
      throw Require.refusal(name, law, "a positive definite covariance", why);
    }
  }

  private static double[] meanDifference(Gaussian p, Gaussian q) {
    Require.dimension("q", q.dimension(), p.dimension());
    double[] difference = p.mean();
    for (int j = 0; j < difference.length; j++) {
      difference[j] -= q.mean()[j];
    }
    return difference;
  }

  /** Eigenvalues of R Σ_p R for a symmetric R. */
  private static double[] eigenvalues(RealMatrix root, Gaussian p) {
    Require.dimension("q", root.getRowDimension(), p.dimension());
    RealMatrix product = root.multiply(p.spectrum().covariance()).multiply(root);
    RealMatrix symmetric = product.add(product.transpose()).scalarMultiply(0.5);
    return new EigenDecomposition(symmetric).getRealEigenvalues();
  }

  private static RealMatrix power(Gaussian q, double exponent) {
    double[] powers = q.spectrum().eigenvalues();
    for (int j = 0; j < powers.length; j++) {
      powers[j] = Math.pow(powers[j], exponent);
    }
    return q.spectrum().matrix(powers);
  }
}
