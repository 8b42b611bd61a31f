package designspace.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SizeStudyTest {
  /** 1 + n^{−a} extrapolates to 1. */
  @Property(seed = "1", tries = 30)
  void aPowerLawIsExtrapolatedExactly(@ForAll @DoubleRange(min = 0.1, max = 2) double rate) {
    Points sample = Draw.normal(100, 1, 1);
    SizeStudy study = SizeStudy.of(sample, sample, rate, (a, b) -> 1 + Math.pow(a.size(), -rate));
    assertThat(study.bias()).isCloseTo(Math.pow(100, -rate), within(1e-12));
    assertThat(study.extrapolated().value()).isCloseTo(1, within(1e-12));
    assertThat(study.extrapolated().error()).isCloseTo(study.bias(), within(1e-12));
  }

  /** Dealt, not cut: a sorted sample does not look like two laws. */
  @Test
  void halvesOfASortedSampleAreAlike() {
    double[] sorted = new double[101];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = i;
    }
    Points sample = Points.owning(sorted, 1);
    assertThat(Samples.deal(sample, 0, 2).size()).isEqualTo(51);
    assertThat(Samples.deal(sample, 1, 2).size()).isEqualTo(50);
    assertThat(Samples.deal(sample, 1, 50).toArray()).containsExactly(1, 51);
    SizeStudy study = SizeStudy.of(sample, sample, 1, (a, b) -> a.mean()[0]);
    assertThat(study.halves()).isEqualTo(50);
    assertThat(study.whole().value()).isCloseTo(50, within(1e-12));
  }

  /** The mean difference of 400 and 800 normal numbers has standard error (1/400 + 1/800)^{½}. */
  @Test
  void blocksGiveTheStandardError() {
    double square = 0;
    int repeats = 200;
    for (int r = 0; r < repeats; r++) {
      SizeStudy study =
          SizeStudy.of(
              Draw.normal(400, 1, 10 + r),
              Draw.normal(800, 1, 1000 + r),
              1,
              (a, b) -> a.mean()[0] - b.mean()[0]);
      square += study.whole().error() * study.whole().error() / repeats;
    }
    double expected = 1 / 400.0 + 1 / 800.0;
    // The variance of nine degrees of freedom, 2/9, over 200 repeats: 0.033 a standard error.
    assertThat(square / expected).isCloseTo(1, within(4 * 0.034));
  }

  /** W₂ of two samples of one law is all bias; n^{−2/d} for its square in five dimensions. */
  @Test
  void showsTheBiasOfTheAssignment() {
    Points a = Draw.normal(400, 5, 1);
    Points b = Draw.normal(400, 5, 2);
    SizeStudy study =
        SizeStudy.of(a, b, 2 / 5.0, (x, y) -> Math.pow(Wasserstein.assignment(2, x, y), 2));
    assertThat(study.whole().value()).isGreaterThan(4 * study.whole().error());
    assertThat(study.extrapolated().value())
        .isCloseTo(0, within(0.3 * study.whole().value() + 4 * study.whole().error()));
  }

  @Test
  void refusals() {
    Points nine = Draw.normal(9, 1, 1);
    assertThatThrownBy(() -> SizeStudy.of(nine, nine, 1, (a, b) -> 0))
        .hasMessageContaining("number of points in a = 9");
    Points ten = Draw.normal(10, 1, 1);
    assertThatThrownBy(() -> SizeStudy.of(ten, ten, 0, (a, b) -> 0))
        .hasMessageContaining("rate = 0.0");
  }
}
