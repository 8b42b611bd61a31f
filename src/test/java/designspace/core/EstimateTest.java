package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void aMeanHasItsStandardError() {
    Estimate estimate = Estimate.mean(1, 2, 3, 4);
    assertThat(estimate.value()).isEqualTo(2.5);
    assertThat(estimate.error()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-15));
    assertThat(Estimate.exact(7).error()).isZero();
    assertThatThrownBy(() -> Estimate.mean(1)).hasMessageContaining("number of values = 1");
  }

  /** Of 1000 means of 50 uniform numbers about 95% lie within 2.01 errors (Student, 49 degrees). */
  @Test
  void theErrorCovers() {
    RandomStreams streams = new RandomStreams(1);
    long covered =
        IntStream.range(0, 1000)
            .mapToObj(i -> streams.stream(i).doubles(50).map(u -> u - 0.5).toArray())
            .map(Estimate::mean)
            .filter(mean -> Math.abs(mean.value()) < 2.01 * mean.error())
            .count();
    assertThat(covered).isBetween(920L, 980L); // four standard errors of a proportion
  }
}
