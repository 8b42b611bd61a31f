package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  /** Differences 1, 2, 3: standard error 1/√3, and t of two degrees of freedom is 4.302653. */
  @Test
  void smallSampleByHand() {
    PairedDifference d = PairedDifference.of(new double[] {2, 5, 3}, new double[] {1, 3, 0});
    assertThat(d.mean()).isCloseTo(2, within(1e-15));
    assertThat(d.halfWidth()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-6));
    assertThat(d.sign()).isZero();
    assertThat(PairedDifference.of(new double[] {2, 3.1}, new double[] {1, 2}).sign()).isOne();
    assertThat(PairedDifference.of(new double[] {1, 2}, new double[] {2, 3.1}).sign())
        .isEqualTo(-1);
  }

  /** 95 % of intervals hold the truth whatever the pairs share: 2000 runs, 4 s.e. = 1.9 %. */
  @Test
  void intervalsCover() {
    int held = 0;
    for (int run = 0; run < 2000; run++) {
      RandomGenerator random = new RandomStreams(5).stream(run);
      double[] a = new double[6];
      double[] b = new double[6];
      for (int i = 0; i < 6; i++) {
        double shared = 100 * random.nextGaussian();
        a[i] = shared + 0.5 + random.nextGaussian();
        b[i] = shared + random.nextGaussian();
      }
      PairedDifference d = PairedDifference.of(a, b);
      held += d.low() <= 0.5 && 0.5 <= d.high() ? 1 : 0;
    }
    assertThat(held / 2000.0).isCloseTo(0.95, within(0.0195));
  }

  @Test
  void refusesWhatCannotBePaired() {
    assertThatThrownBy(() -> PairedDifference.of(new double[] {1, 2}, new double[] {1}))
        .hasMessageContaining("number of b = 1: expected 2");
    assertThatThrownBy(() -> PairedDifference.of(new double[] {1}, new double[] {1}))
        .hasMessageContaining("needs two");
  }
}
