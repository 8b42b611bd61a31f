package designspace.study;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.metric.Bootstrap;
import designspace.study.Trend.Finding;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  /** An interval of width 1 around each number. */
  private static Finding of(double... means) {
    return new Trend(
            IntStream.range(0, means.length).boxed().toList(),
            Arrays.stream(means).mapToObj(m -> new Bootstrap(m, m - 0.5, m + 0.5)).toList())
        .finding();
  }

  @Test
  void onlyIntervalsThatExcludeZeroSpeak() {
    assertThat(of(1, 0.2, -0.3, -1)).isEqualTo(Finding.AS_PRINTED);
    assertThat(of(-1, 0.2, 2)).isEqualTo(Finding.REVERSED);
    assertThat(of(1, -0.4, 0.1)).isEqualTo(Finding.POLYNOMIAL);
    assertThat(of(0.4, -1, 0.3)).isEqualTo(Finding.EXPONENTIAL);
    assertThat(of(0.4, -0.1)).isEqualTo(Finding.NONE);
    assertThat(of(1, -1, 1)).isEqualTo(Finding.MIXED);
  }
}
