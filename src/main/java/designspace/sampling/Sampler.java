package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A way to lower the noise of a batch by one step; started from N(0, σ_max² I). */
public interface Sampler {
  /**
   * One step from noise {@code from} to noise {@code to}.
   *
   * @param score S
   * @param x n×d points at noise {@code from}
   * @param random the streams of these n points, in order
   * @return n×d points at noise {@code to}
   */
  Points step(ScoreFunction score, double from, double to, Points x, RandomGenerator[] random);

  /** The end of the run: n×d points at noise σ_min. */
  default Points sample(ScoreFunction score, NoiseGrid grid, Batch batch) {
    return sample(score, grid, batch, line -> {});
  }

  /** The same, telling {@code progress} every two seconds how long it will still take. */
  default Points sample(
      ScoreFunction score, NoiseGrid grid, Batch batch, Consumer<String> progress) {
    return new SamplingRun(this, score, grid, batch, progress).end();
  }

  /** Every noise level of the run: N+1 sets of n×d points, the first at σ_max. */
  default List<Points> path(ScoreFunction score, NoiseGrid grid, Batch batch) {
    return new SamplingRun(this, score, grid, batch, line -> {}).path();
  }
}
