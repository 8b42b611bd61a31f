package designspace.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SayTest {
  @Test
  void sharesAreInPercentAndMoreIsAFactor() {
    assertThat(Say.percent(0.0345)).isEqualTo("3.5 %");
    assertThat(Say.percent(1e-5)).isEqualTo("less than 0.01 %");
    assertThat(Say.percent(0.294)).isEqualTo("29 %");
    assertThat(Say.percent(10)).isEqualTo("1000 %");
    assertThat(Say.percent(10.1)).isEqualTo("10.1 times");
    assertThat(Say.percent(3e17)).isEqualTo("3.00e+17 times");
  }
}
