package designspace.sampling;

import designspace.core.RandomStreams;
import designspace.core.Require;

/**
 * How many samples to draw and how to run them. The batch size and the number of threads change the
 * speed, never the result.
 *
 * @param samples n
 * @param dimension d
 * @param seed of all randomness
 * @param batchSize points handed to the score at once
 * @param threads that share the batches
 */
public record Batch(int samples, int dimension, long seed, int batchSize, int threads) {
  private static final int USUAL_BATCH = 1024;

  public Batch {
    Require.atLeast(1, "samples", samples, "there is something to draw");
    Require.atLeast(1, "dimension", dimension, "a point needs a coordinate");
    Require.atLeast(1, "batchSize", batchSize, "a batch has a point");
    Require.atLeast(1, "threads", threads, "somebody must work");
    if ((long) samples * dimension > Integer.MAX_VALUE - 8) {
      throw Require.refusal(
          "samples × dimension",
          (long) samples * dimension,
          "less than 2^31",
          "a set of points is one array");
    }
  }

  /** {@code n} samples in {@code d} dimensions on all cores. */
  public static Batch of(int n, int d, long seed) {
    return new Batch(n, d, seed, USUAL_BATCH, Runtime.getRuntime().availableProcessors());
  }

  /** The same samples, {@code size} at a time. */
  public Batch inBatchesOf(int size) {
    return new Batch(samples, dimension, seed, size, threads);
  }

  /** The same samples on {@code count} threads. */
  public Batch onThreads(int count) {
    return new Batch(samples, dimension, seed, batchSize, count);
  }

  RandomStreams streams() {
    return new RandomStreams(seed);
  }
}
