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
}
