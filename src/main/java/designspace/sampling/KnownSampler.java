package designspace.sampling;

import designspace.core.Require;

/**
 * A sampler of the literature: its steps on points, its exact law on Gaussian data, and what is
 * known about it.
 */
public interface KnownSampler extends Sampler, LinearScheme {
  /**
   * p: with smooth grids of N steps, from an exact start with an exact score, r − {@link #limit} is
   * O(N^−p). For a random sampler this is the weak order.
   *
   * <p>Where the limit is 0, KL falls like N^−2p and W₂ like N^−p. Where it is not ({@link
   * PredictorCorrector}, {@link StochasticHeun} with S_noise ≠ 1), both come to rest at positive
   * values, which they approach like N^−p. So do a flow's from a wrong start, which it keeps.
   */
  int order();

  /** Score evaluations of a run of N steps; one a step unless a sampler says otherwise. */
  default int evaluations(int steps) {
    return steps;
  }

  /** N of the longest run that {@code budget} score evaluations pay for. */
  default int steps(int budget) {
    int one = evaluations(1);
    return Require.atLeast(one, "budget", budget, "a step of " + label() + " costs " + one) / one;
  }

  /** The paper that introduced it, with the place. */
  String source();

  /**
   * The relative excess of variance r that is left as N → ∞, from an exact start with an exact
   * score; 0 for a sampler that converges to the data's law.
   */
  default double limit(double lambda, double sigmaMin) {
    return 0;
  }
}
