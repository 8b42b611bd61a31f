package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TotalWeightingTest {
  @Test
  void isEdmsFormula() {
    TotalWeighting edm = TotalWeighting.edm();
    double sigma = 0.3;
    double density = Math.exp(-Math.pow(Math.log(sigma) + 1.2, 2) / (2 * 1.44)) / sigma;
    double weight = (sigma * sigma + 0.25) / 0.25;
    assertThat(edm.at(sigma)).isCloseTo(density * weight, within(1e-14));
  }

  @Property(seed = "1")
  void peaksAreLocalMaximaAndTheirNumberChangesAtTheThreshold(
      @ForAll @DoubleRange(min = -3, max = 1) double pMean,
      @ForAll @DoubleRange(min = 0.1, max = 2) double sigmaData) {
    double threshold = new TotalWeighting(pMean, 1, sigmaData).bimodalPStd();
    assertThat(threshold).isGreaterThanOrEqualTo(1);
    TotalWeighting below = new TotalWeighting(pMean, 0.99 * threshold, sigmaData);
    TotalWeighting above = new TotalWeighting(pMean, 1.01 * threshold, sigmaData);
    assertThat(below.peaks()).hasSize(1);
    assertThat(above.peaks()).hasSize(2);
    for (TotalWeighting weighting : new TotalWeighting[] {below, above}) {
      for (double peak : weighting.peaks()) {
        assertThat(weighting.at(peak)).isGreaterThan(weighting.at(peak * 1.001));
        assertThat(weighting.at(peak)).isGreaterThan(weighting.at(peak / 1.001));
      }
    }
  }

  /** Next to the threshold the two peaks and the dip between them lie close together. */
  @Test
  void findsBothPeaksWhereTheyPart() {
    for (double beyond : new double[] {1e-7, 1e-8}) {
      // For P_mean = ln σ_data: tanh v = v/s², so v ≈ ±√(6(s−1)).
      double v = Math.sqrt(6 * beyond);
      List<Double> peaks = new TotalWeighting(Math.log(0.5), 1 + beyond, 0.5).peaks();
      assertThat(peaks).hasSize(2);
      assertThat(Math.log(peaks.get(0) / 0.5) / -v).isCloseTo(1, within(0.01));
      assertThat(Math.log(peaks.get(1) / 0.5) / v).isCloseTo(1, within(0.01));
    }
    assertThat(new TotalWeighting(-1.2, 25, 0.5).peaks())
        .hasSize(2)
        .allSatisfy(peak -> assertThat(peak).isPositive().isFinite());
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> new TotalWeighting(0, 30, 1))
        .hasMessageContaining("pStd = 30.0: expected at most 25.0");
    assertThatThrownBy(() -> new TotalWeighting(Double.NaN, 1, 1))
        .hasMessageContaining("pMean = NaN");
    assertThatThrownBy(() -> new TotalWeighting(0, 0, 1)).hasMessageContaining("pStd = 0.0");
    assertThatThrownBy(() -> new TotalWeighting(0, 1, -1)).hasMessageContaining("sigmaData = -1.0");
    assertThatThrownBy(() -> TotalWeighting.edm().at(0)).hasMessageContaining("sigma = 0.0");
  }
}
