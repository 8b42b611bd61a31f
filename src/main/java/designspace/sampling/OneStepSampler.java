package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/** A sampler whose step knows only the two noise levels it goes between. */
@FunctionalInterface
public interface OneStepSampler extends Sampler {
  /**
   * One step from noise {@code from} to noise {@code to}.
   *
   * @param score S
   * @param x n×d points at noise {@code from}
   * @param random the streams of these n points, in order
   * @return n×d points at noise {@code to}
   */
  Points step(ScoreFunction score, double from, double to, Points x, RandomGenerator[] random);

  @Override
  default Steps begin(NoiseGrid grid) {
    return (score, k, x, random) -> step(score, grid.sigma(k), grid.sigma(k + 1), x, random);
  }
}
