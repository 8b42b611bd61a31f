package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;
import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;

/** A data law P₀ on ℝᵈ with the exact score of its smoothed densities. */
public interface DataDistribution {
  /** d. */
  int dimension();

  /** E X, length d. */
  double[] mean();

  /** Cov X, d×d. */
  RealMatrix covariance();

  /** m₂² = E‖X‖² = ‖EX‖² + tr Cov X. */
  default double secondMoment() {
    double moment = covariance().getTrace();
    for (double m : mean()) {
      moment += m * m;
    }
    return moment;
  }

  /** {@code n} independent points; point i uses stream i alone. */
  Points sample(int n, RandomStreams streams);

  /**
   * log p_τ(x), τ = σ²; −∞ where the density is 0.
   *
   * @throws IllegalArgumentException if the dimension of {@code x} is not d, σ is negative, or σ =
   *     0 and the law has no density
   */
  double logDensity(double sigma, double... x);

  /** log p_τ at each point, length n. */
  default double[] logDensity(double sigma, Points x) {
    double[] logs = new double[x.size()];
    Arrays.setAll(logs, i -> logDensity(sigma, x.row(i)));
    return logs;
  }

  /**
   * ∇log p_τ at each point, τ = σ²; shape n×d.
   *
   * @throws IllegalArgumentException if the dimension of {@code x} is not d or σ is not positive
   */
  Points score(double sigma, Points x);

  /**
   * E[X₀|X_τ] = x + τ ∇log p_τ(x) (Tweedie; lem-11) at each point: the best denoiser; shape n×d.
   */
  default Points posteriorMean(double sigma, Points x) {
    double tau = sigma * sigma;
    double[] mean = x.toArray();
    double[] score = score(sigma, x).toArray();
    for (int i = 0; i < mean.length; i++) {
      mean[i] += tau * score[i];
    }
    return Points.owning(mean, x.dimension());
  }

  /**
   * Cov(X₀|X_τ=x) = τI + τ²∇²log p_τ(x) (lem-11), d×d, computed without that cancellation.
   *
   * @throws IllegalArgumentException if the dimension of {@code x} is not d or σ is not positive
   */
  RealMatrix posteriorCovariance(double sigma, double... x);

  /** tr Cov(X₀|X_τ) at each point, length n; its mean over X_τ is mmse(τ). */
  default double[] posteriorVariance(double sigma, Points x) {
    double[] variance = new double[x.size()];
    Arrays.setAll(variance, i -> posteriorCovariance(sigma, x.row(i)).getTrace());
    return variance;
  }

  /** J(τ) and mmse(τ): closed forms or quadrature where the law has them, else a simulation. */
  Information information();
}
