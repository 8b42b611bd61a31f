package designspace.score;

import designspace.core.Points;
import designspace.data.DataDistribution;

/** S(σ, x) ≈ ∇log p_τ(x), τ = σ², for a batch of points. */
@FunctionalInterface
public interface ScoreFunction {
  /**
   * The score at each point.
   *
   * @param sigma noise level σ &gt; 0
   * @param x n×d points
   * @return n×d values; row i depends on row i of {@code x} alone
   */
  Points at(double sigma, Points x);

  /** A score computed one point at a time: {@code (sigma, x) -> double[d]}. */
  @FunctionalInterface
  interface Pointwise {
    /** The score at one point, length d. */
    double[] at(double sigma, double[] x);
  }

  /** The exact score of a law with a known density. */
  static ScoreFunction exact(DataDistribution data) {
    return data::score;
  }

  /** Lifts a score of single points to batches. */
  static ScoreFunction pointwise(Pointwise score) {
    return (sigma, x) -> x.map(point -> score.at(sigma, point));
  }
}
