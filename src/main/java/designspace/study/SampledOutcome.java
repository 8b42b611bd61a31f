package designspace.study;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.metric.MaximumMeanDiscrepancy;
import designspace.metric.Wasserstein;
import designspace.sampling.Batch;
import designspace.sampling.ExponentialIntegrator;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.Arrays;

/**
 * How far what eq-10 delivers is from p_δ, δ = σ_min², judged by samples. All samplers of one seed
 * share their noise and are held against the same points of p_δ.
 */
final class SampledOutcome {
  private static final int DIRECTIONS = 64;

  /** Of the median distance: the second sees what is finer. */
  private static final double[] BANDWIDTHS = {1, 0.2};

  /** What no setting tells. */
  static final String FIXED =
      DIRECTIONS + " directions; bandwidths " + Arrays.toString(BANDWIDTHS) + " medians";

  private final RandomStreams streams;
  private final Points truth;
  private final Points another;
  private final MaximumMeanDiscrepancy kernel;

  SampledOutcome(DataDistribution law, int samples, RandomStreams streams) {
    this.streams = streams;
    truth = law.sample(samples, streams.fork(0)).plusNoise(StudyGrid.LOW, streams.fork(1));
    another = law.sample(samples, streams.fork(2)).plusNoise(StudyGrid.LOW, streams.fork(3));
    double median = MaximumMeanDiscrepancy.medianBandwidth(truth, another);
    kernel = MaximumMeanDiscrepancy.gaussian(BANDWIDTHS[0] * median, BANDWIDTHS[1] * median);
  }

  /** The end of eq-10. */
  Points end(ScoreFunction score, NoiseGrid grid) {
    long seed = streams.fork(4).seed();
    Batch batch = Batch.of(truth.size(), truth.dimension(), seed).onThreads(1);
    return new ExponentialIntegrator().sample(score, grid, batch);
  }

  /** A second sample of p_δ: what a perfect sampler would deliver. */
  Points perfect() {
    return another;
  }

  /** Sliced W₂. */
  double wasserstein(Points end) {
    return Wasserstein.sliced(truth, end, DIRECTIONS, streams.fork(5)).value();
  }

  /** MMD², unbiased, bandwidths the median distance and a fifth of it. */
  double mmd(Points end) {
    return kernel.square(truth, end).value();
  }
}
