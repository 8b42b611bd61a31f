package designspace.data;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * X₀ given X_τ for Gaussian X₀, at one noise level: N(μ + Σ(Σ+τI)⁻¹(x−μ), (Σ⁻¹+I/τ)⁻¹). Written so
 * that nothing cancels at large τ; works for λ = 0.
 */
final class GaussianPosterior {
  private final Gaussian law;
  private final double[] smoothed;
  private final double[] variances;
  private final double[] shrinkage;
  private final double logPeak;

  GaussianPosterior(Gaussian law, double tau) {
    this.law = law;
    variances = new GaussianInformation(law.spectrum()).posteriorVariances(tau);
    shrinkage = law.spectrum().eigenvalues();
    smoothed = law.spectrum().plus(tau).eigenvalues();
    for (int j = 0; j < shrinkage.length; j++) {
      shrinkage[j] /= smoothed[j];
    }
    logPeak = law.logDensityAt(tau, new double[smoothed.length]);
  }

  /** log p_τ(x) of a point given as its deviation Qᵀ(x−μ). */
  double logDensity(double[] deviation) {
    double sum = 0;
    for (int j = 0; j < deviation.length; j++) {
      sum += deviation[j] * (deviation[j] / smoothed[j]);
    }
    return logPeak - 0.5 * sum;
  }

  /** E[X₀|x] of a point given as its deviation. */
  double[] mean(double[] deviation) {
    double[] y = deviation.clone();
    for (int j = 0; j < y.length; j++) {
      y[j] *= shrinkage[j];
    }
    return law.fromDeviation(y);
  }

  /** tr Cov(X₀|x). */
  double variance() {
    double sum = 0;
    for (double variance : variances) {
      sum += variance;
    }
    return sum;
  }

  /** Cov(X₀|x), d×d. */
  RealMatrix covariance() {
    return law.spectrum().matrix(variances);
  }
}
