package designspace.sampling;

import designspace.core.Points;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/** One batch on its way down one grid; what a sampler remembers between steps lives here. */
@FunctionalInterface
public interface Steps {
  /**
   * Step {@code k}, from σ_k to σ_{k+1}. Steps are taken in order, k = 0 … N−1, once each.
   *
   * @param score S
   * @param x n×d points at noise σ_k
   * @param random the streams of these n points, in order
   * @return n×d points at noise σ_{k+1}
   */
  Points step(ScoreFunction score, int k, Points x, RandomGenerator[] random);
}
