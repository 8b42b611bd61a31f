package designspace.training;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.score.ScoreFunction;

/**
 * The denoising loss at one noise level, E‖σ̄S(σ̄, x+σ̄ξ) + ξ‖², unweighted (eq-6-7).
 *
 * <p>It is τE‖S−∇log p_τ‖² + mmse(τ)/τ: score matching plus a floor that no score passes (eq-3-4,
 * rem-1). Divided by τ it is E‖S−∇log g_τ‖², g_τ the Gaussian kernel (E1).
 */
public final class DenoisingLoss {
  private DenoisingLoss() {}

  /** The loss of {@code n} fresh points, one noise each; with its standard error. */
  public static Estimate population(
      ScoreFunction score, DataDistribution data, double sigma, int n, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    return Estimate.mean(terms(score, data.sample(n, streams.fork(0)), sigma, streams.fork(1)));
  }

  /**
   * ‖σ̄S(x_i+σ̄ξ_i) + ξ_i‖² of given clean points with fixed noise: point i draws from stream i.
   *
   * @return length n
   */
  public static double[] terms(
      ScoreFunction score, Points clean, double sigma, RandomStreams noise) {
    Require.positive("sigma", sigma, "the score is that of the smoothed law");
    Points noisy = clean.plusNoise(sigma, noise);
    Points zeros = Points.owning(new double[clean.toArray().length], clean.dimension());
    double[] xi = zeros.plusNoise(1, noise).toArray(); // the same draws, not lost in x
    double[] s = score.checked().at(sigma, noisy).toArray();
    double[] terms = new double[clean.size()];
    for (int i = 0; i < xi.length; i++) {
      double residual = sigma * s[i] + xi[i];
      terms[i / clean.dimension()] += residual * residual;
    }
    return terms;
  }

  /** mmse(τ)/τ: the least that any score can reach on fresh data. */
  public static Estimate floor(DataDistribution data, double sigma) {
    Require.positive("sigma", sigma, "the score is that of the smoothed law");
    double tau = sigma * sigma;
    Estimate mmse = data.information().mmse(tau);
    return new Estimate(mmse.value() / tau, mmse.error() / tau, mmse.method());
  }
}
