package designspace.core;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A seed and its family of independent random streams: {@code stream(i)} depends on the seed and on
 * {@code i} alone, so sample {@code i} sees the same noise in any batch and on any thread.
 *
 * @param seed any 64-bit number
 */
public record RandomStreams(long seed) {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** The stream of sample {@code index}, from its beginning. */
  public RandomGenerator stream(long index) {
    return new Stream(mix(mix(seed) + GOLDEN_GAMMA * (index + 1)));
  }

  /**
   * SplitMix64 with the modified ziggurat (McFarland 2016) of Commons RNG for normal numbers: the
   * platform's own {@code nextGaussian} differs between JDK 17 and 25 once in a million draws.
   */
  private static final class Stream implements RandomGenerator {
    private final SplittableRandom bits;
    private final ContinuousSampler normal;

    Stream(long seed) {
      bits = new SplittableRandom(seed);
      normal = ZigguratSampler.NormalizedGaussian.of(bits::nextLong);
    }

    @Override
    public long nextLong() {
      return bits.nextLong();
    }

    @Override
    public double nextGaussian() {
      return normal.sample();
    }
  }

  /** Another family for another purpose (data, start, noise …), independent of this one. */
  public RandomStreams fork(long purpose) {
    return new RandomStreams(mix(mix(seed ^ GOLDEN_GAMMA) + purpose));
  }

  // Finalizer of SplitMix64 (Steele, Lea, Flood 2014), Stafford's variant 13.
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
