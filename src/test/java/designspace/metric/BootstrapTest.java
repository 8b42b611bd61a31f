package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static double[] normal(int n, long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    double[] values = new double[n];
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }

  private static double coverage(int n, int trials) {
    int covered = 0;
    for (int t = 0; t < trials; t++) {
      covered += Bootstrap.of(normal(n, t), 1).sign() == 0 ? 1 : 0;
    }
    return (double) covered / trials;
  }

  @Test
  void intervalsCoverAsPromisedWithManyValuesAndWithSix() {
    // Four standard errors of a frequency of 0.95 from 400 trials are 0.044. The means of few
    // values have short tails, which resampling cannot lengthen: a little less at n = 6.
    assertThat(coverage(40, 400)).isCloseTo(0.95, within(0.044));
    assertThat(coverage(6, 400)).isCloseTo(0.93, within(0.044));
  }

  @Test
  void widthIsThatOfTheNormalApproximation() {
    double[] values = normal(400, 3);
    Bootstrap interval = Bootstrap.of(values, 1);
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 400;
    assertThat(interval.mean()).isCloseTo(mean, within(1e-12));
    // The 2.5% point of 10 000 resamples scatters by 2% of the width
    double width = 2 * 1.95996 * Math.sqrt(square / 400);
    assertThat((interval.high() - interval.low()) / width).isCloseTo(1, within(0.08));
  }

  @Test
  void whatIsNoNumberIsRefusedAndNotTakenForAnEffect() {
    assertThatThrownBy(() -> Bootstrap.of(new double[] {1, Double.NaN, 2}, 1))
        .hasMessageContaining("values[1]");
  }

  @Test
  void signsTellOnWhichSideOfZeroTheIntervalLies() {
    assertThat(Bootstrap.of(new double[] {1, 2, 3}, 1).sign()).isEqualTo(1);
    assertThat(Bootstrap.of(new double[] {-1, -2, -3}, 1).sign()).isEqualTo(-1);
    assertThat(Bootstrap.of(new double[] {-1, 1, 0.1}, 1).sign()).isZero();
    assertThat(Bootstrap.of(new double[] {2, 2}, 1)).isEqualTo(new Bootstrap(2, 2, 2));
    assertThatThrownBy(() -> Bootstrap.of(new double[] {2}, 1)).hasMessageContaining("two");
  }
}
