package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static final int STREAMS = 100_000;

  /** Four standard errors: exceeded by chance about once in 16 000 draws of the seed. */
  private static final double STANDARD_ERRORS = 4;

  @Test
  void aStreamDependsOnSeedAndIndexAlone() {
    RandomGenerator once = new RandomStreams(5).stream(17);
    RandomGenerator again = new RandomStreams(5).stream(17);
    for (int i = 0; i < 100; i++) {
      assertThat(again.nextLong()).isEqualTo(once.nextLong());
    }
  }

  @Test
  void neighbouringStreamsSeedsAndPurposesShareNothing() {
    Set<Long> seen = new HashSet<>();
    for (long seed = -50; seed < 50; seed++) {
      for (long index = 0; index < 100; index++) {
        seen.add(new RandomStreams(seed).stream(index).nextLong());
        seen.add(new RandomStreams(seed).fork(1).stream(index).nextLong());
      }
    }
    assertThat(seen).hasSize(20_000);
  }

  @Test
  void firstDrawsAcrossStreamsAreStandardNormalAndUncorrelated() {
    RandomStreams streams = new RandomStreams(2024);
    double sum = 0;
    double squares = 0;
    double products = 0;
    double before = 0;
    int tail = 0;
    for (int i = 0; i < STREAMS; i++) {
      double x = streams.stream(i).nextGaussian();
      tail += Math.abs(x) > 3 ? 1 : 0;
      sum += x;
      squares += x * x - 1;
      products += x * before;
      before = x;
    }
    double root = Math.sqrt(STREAMS);
    assertThat(Math.abs(sum / root)).isLessThan(STANDARD_ERRORS);
    assertThat(Math.abs(squares / root / Math.sqrt(2))).isLessThan(STANDARD_ERRORS);
    assertThat(Math.abs(products / root)).isLessThan(STANDARD_ERRORS);
    double beyond3 = 0.0026997960632601866;
    assertThat(Math.abs(tail - STREAMS * beyond3) / Math.sqrt(STREAMS * beyond3))
        .isLessThan(STANDARD_ERRORS);
  }
}
