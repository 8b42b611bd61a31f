package designspace.sampling;

/**
 * A sampler of the literature: its steps on points, its exact law on Gaussian data, and what is
 * known about it.
 */
public interface KnownSampler extends Sampler, LinearScheme {
  /**
   * p: with smooth grids of N steps the law that arrives is wrong by O(N^−p) relative to its {@link
   * #limit}; so KL falls like N^−2p and W₂ like N^−p. For a random sampler this is the weak order.
   */
  int order();

  /** Score evaluations of a run of N steps. */
  int evaluations(int steps);

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
