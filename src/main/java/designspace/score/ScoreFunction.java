package designspace.score;

import designspace.core.Points;
import designspace.core.Require;
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

  /**
   * The same score, which refuses to return anything but one finite row for each point.
   *
   * @throws IllegalArgumentException from a call, if shape or presence is wrong
   * @throws ArithmeticException from a call, if a value is not finite
   */
  default ScoreFunction checked() {
    return (sigma, x) -> {
      Points score = at(sigma, x);
      String why = "each point has its score";
      if (score == null) {
        throw Require.refusal("score", null, x.size() + " points", why);
      }
      Require.size("number of scores", score.size(), x.size(), why);
      Require.dimension("score", score.dimension(), x.dimension());
      for (double value : score.toArray()) {
        if (!Double.isFinite(value)) {
          throw new ArithmeticException(
              "the score at σ = " + sigma + " is not finite everywhere: it returned " + value);
        }
      }
      return score;
    };
  }

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
