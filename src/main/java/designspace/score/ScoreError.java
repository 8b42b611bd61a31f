package designspace.score;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;

/** e(σ) = E‖S(σ, X_τ) − ∇log p_τ(X_τ)‖², τ = σ², X_τ of the smoothed law: what E_S charges for. */
public final class ScoreError {
  private ScoreError() {}

  /** By simulation: n points, the standard error stated. Any S, a network's too. */
  public static Estimate sampled(
      ScoreFunction score, DataDistribution data, double sigma, int n, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    Points x = data.sample(n, streams.fork(0)).plusNoise(sigma, streams.fork(1));
    return Estimate.mean(squaredDistances(score.checked().at(sigma, x), data.score(sigma, x)));
  }

  /**
   * On the line by quadrature, its error stated.
   *
   * @param length over which S − ∇log p_τ varies: finer than p_τ at high noise if S is
   */
  public static Estimate onLine(
      ScoreFunction score, GaussianMixture data, double sigma, double length) {
    return new LineQuadrature(data)
        .expectation(
            sigma * sigma,
            length,
            x -> squaredDistances(score.checked().at(sigma, x), data.score(sigma, x)));
  }

  /** ‖a_i − b_i‖² of each row, length n. */
  public static double[] squaredDistances(Points a, Points b) {
    Require.size("number of scores", a.size(), b.size(), "each point has its score");
    Require.dimension("score", a.dimension(), b.dimension());
    double[] left = a.toArray();
    double[] right = b.toArray();
    double[] squares = new double[a.size()];
    for (int i = 0; i < left.length; i++) {
      double difference = left[i] - right[i];
      squares[i / a.dimension()] += difference * difference;
    }
    return squares;
  }
}
