package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EdmBellTest {
  @Test
  void isEdmsFormula() {
    EdmBell edm = EdmBell.edm();
    double sigma = 0.3;
    double density = Math.exp(-Math.pow(Math.log(sigma) + 1.2, 2) / (2 * 1.44)) / sigma;
    double weight = (sigma * sigma + 0.25) / 0.25;
    assertThat(edm.at(sigma)).isCloseTo(density * weight, within(1e-14));
  }

  @Property(seed = "1")
  void peaksAreLocalMaximaAndTheirNumberChangesAtTheThreshold(
      @ForAll @DoubleRange(min = -3, max = 1) double pMean,
      @ForAll @DoubleRange(min = 0.1, max = 2) double sigmaData) {
    double threshold = new EdmBell(pMean, 1, sigmaData).bimodalPStd();
    assertThat(threshold).isGreaterThanOrEqualTo(1);
    EdmBell below = new EdmBell(pMean, 0.99 * threshold, sigmaData);
    EdmBell above = new EdmBell(pMean, 1.01 * threshold, sigmaData);
    assertThat(below.peaks()).hasSize(1);
    assertThat(above.peaks()).hasSize(2);
    for (EdmBell bell : new EdmBell[] {below, above}) {
      for (double peak : bell.peaks()) {
        assertThat(bell.at(peak)).isGreaterThan(bell.at(peak * 1.001));
        assertThat(bell.at(peak)).isGreaterThan(bell.at(peak / 1.001));
      }
    }
  }

  /** Next to the threshold the two peaks and the dip between them lie close together. */
  @Test
  void findsBothPeaksWhereTheyPart() {
    for (double beyond : new double[] {1e-7, 1e-8}) {
      // For P_mean = ln σ_data: tanh v = v/s², so v ≈ ±√(6(s−1)).
      double v = Math.sqrt(6 * beyond);
      List<Double> peaks = new EdmBell(Math.log(0.5), 1 + beyond, 0.5).peaks();
      assertThat(peaks).hasSize(2);
      assertThat(Math.log(peaks.get(0) / 0.5) / -v).isCloseTo(1, within(0.01));
      assertThat(Math.log(peaks.get(1) / 0.5) / v).isCloseTo(1, within(0.01));
    }
    assertThat(new EdmBell(-1.2, 25, 0.5).peaks())
        .hasSize(2)
        .allSatisfy(peak -> assertThat(peak).isPositive().isFinite());
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> new EdmBell(0, 30, 1))
        .hasMessageContaining("pStd = 30.0: expected at most 25.0");
    assertThatThrownBy(() -> new EdmBell(Double.NaN, 1, 1)).hasMessageContaining("pMean = NaN");
    assertThatThrownBy(() -> new EdmBell(0, 0, 1)).hasMessageContaining("pStd = 0.0");
    assertThatThrownBy(() -> new EdmBell(0, 1, -1)).hasMessageContaining("sigmaData = -1.0");
    assertThatThrownBy(() -> EdmBell.edm().at(0)).hasMessageContaining("sigma = 0.0");
  }
}
