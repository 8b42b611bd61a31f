package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;

/** A data law P₀ on ℝᵈ with the exact score of its smoothed densities. */
public interface DataDistribution {
  /** d. */
  int dimension();

  /** E X, length d. */
  double[] mean();

  /** m₂² = E‖X‖². */
  double secondMoment();

  /** {@code n} independent points; point i uses stream i alone. */
  Points sample(int n, RandomStreams streams);

  /**
   * log p_τ(x), τ = σ²; −∞ where the density is 0.
   *
   * @throws IllegalArgumentException if the dimension of {@code x} is not d or σ is negative
   */
  double logDensity(double sigma, double... x);

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

  /** J(τ) and mmse(τ): closed forms or quadrature where the law has them. */
  Information information();
}
