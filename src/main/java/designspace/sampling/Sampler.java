package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.List;
import java.util.function.Consumer;

/**
 * A way down a grid of noise levels; started from N(0, σ_max² I), ended at σ_min &gt; 0. {@link
 * Denoiser} takes what noise is left out of the result.
 */
public interface Sampler {
  /** A fresh run of one batch over {@code grid}. */
  Steps begin(NoiseGrid grid);

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
