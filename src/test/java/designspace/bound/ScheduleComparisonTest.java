package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.schedule.Design;
import designspace.training.TotalWeighting;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScheduleComparisonTest {
  @Test
  void theComparisonFindsTheFlipAndTheMisplacedMaxima() {
    ScheduleComparison printed =
        new ScheduleComparison(
            0.002, 80, 7, d -> WeightingFactor.printed(TotalWeighting.edm(d), StepRule.START));
    assertThat(printed.crossover(60)).isEqualTo(9);
    assertThat(printed.crossover(5)).isEqualTo(5);
    assertThat(printed.misplaced(60)).isZero();
    assertThat(printed.ratio(9)).isGreaterThan(1);
    ScheduleComparison both =
        new ScheduleComparison(
            0.002,
            80,
            7,
            d -> WeightingFactor.corrected(TotalWeighting.edmIntegral(d), StepRule.EXACT));
    assertThat(both.misplaced(20)).isEqualTo(18); // all but N = 1 and 2
    assertThatThrownBy(() -> both.crossover(0)).hasMessageContaining("most = 0");
    assertThatThrownBy(() -> both.misplaced(0)).hasMessageContaining("most = 0");
  }

  /** A level without weight has an infinite factor, and ∞/∞ would pass for no flip at all. */
  @Test
  void theComparisonRefusesWhatRanksNothing() {
    ScheduleComparison untrained =
        new ScheduleComparison(0.002, 80, 7, d -> exact(d, sigma -> sigma > 1 ? 1 : 0));
    assertThat(untrained.ratio(1)).isPositive();
    assertThatThrownBy(() -> untrained.ratio(9))
        .hasMessageContaining("largest polynomial factor at N = 9 = Infinity")
        .hasMessageContaining("untrained level");
    assertThatThrownBy(() -> untrained.crossover(9)).hasMessageContaining("N = 9");
  }

  @Test
  void theComparisonChecksWhatItIsGiven() {
    Function<Design, WeightingFactor> one = d -> exact(d, sigma -> 1);
    LastStepFactorTest.refused(
        () -> new ScheduleComparison(Double.NaN, 80, 7, one), "sigmaMin = NaN");
    LastStepFactorTest.refused(() -> new ScheduleComparison(0, 80, 7, one), "sigmaMin = 0.0");
    LastStepFactorTest.refused(() -> new ScheduleComparison(2, 1, 7, one), "sigmaMin = 2.0");
    LastStepFactorTest.refused(
        () -> new ScheduleComparison(1, Double.POSITIVE_INFINITY, 7, one), "sigmaMax = Inf");
    LastStepFactorTest.refused(() -> new ScheduleComparison(1, 2, -1, one), "rho = -1.0");
    LastStepFactorTest.refused(() -> new ScheduleComparison(1, 2, Double.NaN, one), "rho = NaN");
    LastStepFactorTest.refused(() -> new ScheduleComparison(1, 2, 7, null), "factor = null");
  }

  private static WeightingFactor exact(Design design, DoubleUnaryOperator beta) {
    return WeightingFactor.corrected(TotalWeighting.custom(design, beta), StepRule.EXACT);
  }
}
