package designspace.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.schedule.AngleLaw;
import org.junit.jupiter.api.Test;

class LineStudyTest {
  private static final LineStudy STUDY = LineStudy.of(LineCase.all().get(0), 0.01, 80, 5, 10, 30);

  @Test
  void optimaAreLeast() {
    assertThat(STUDY.rows()).hasSize(3 * 11);
    for (LineStudy.Row row : STUDY.rows()) {
      assertThat(STUDY.marginalFactor(row.grid(), row.steps())).isGreaterThanOrEqualTo(1);
      // The best of 2001 levels, not of all.
      assertThat(STUDY.pathFactor(row.grid(), row.steps())).isGreaterThan(1 - 1e-4);
      assertThat(row.marginalNats()).isLessThan(row.pathNats());
    }
  }

  /** B5: on the Fisher clock path KL is (∫√|J′|dτ)²/4N as N grows, and above it on others. */
  @Test
  void fisherClock() {
    assertThat(STUDY.pathConstant(LineStudy.FISHER, 30)).isBetween(0.8, 1.0);
    assertThat(STUDY.pathConstant(LineStudy.FISHER, 30))
        .isGreaterThan(STUDY.pathConstant(LineStudy.FISHER, 10));
    assertThat(STUDY.pathFactor(LineStudy.FISHER, 30)).isCloseTo(1, within(5e-3));
  }

  /** The Gaussian marginal law stops far above the data's bumps. */
  @Test
  void aGaussianLawLosesOnBumps() {
    String law = LineStudy.gaussian(AngleLaw.INVERSE_ROOT, false);
    assertThat(STUDY.marginalFactor(law, 30)).isGreaterThan(50);
    assertThat(STUDY.marginalFactor(LineStudy.GEOMETRIC, 30)).isBetween(3.0, 10.0);
    assertThat(STUDY.marginalSlope(LineStudy.GEOMETRIC, 10, 30)).isBetween(1.8, 2.05);
    assertThatThrownBy(() -> STUDY.row("none", 5)).hasMessageContaining("none");
  }

  @Test
  void gaussianOfTheSameMoments() {
    for (LineCase law : LineCase.all()) {
      double moment = law.data().secondMoment();
      assertThat(law.gaussian().secondMoment()).isCloseTo(moment, within(1e-12));
      assertThat(law.gaussian().mean()).containsExactly(law.data().mean(), within(1e-12));
    }
  }
}
