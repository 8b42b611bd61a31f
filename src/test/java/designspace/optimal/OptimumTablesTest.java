package designspace.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables: what named grids leave on the table, laws at finite N, wrong scales. */
class OptimumTablesTest {
  @ParameterizedTest
  @EnumSource
  void theOptimumIsNeverAboveARival(LinearSampler sampler) {
    List<OptimumCase> table = OptimumCase.table(sampler);
    assertThat(table).hasSize(20);
    for (OptimumCase row : table) {
      assertThat(row.rivals()).hasSize(19);
      OptimalGrid least = fromGeometric(sampler, row);
      assertThat(row.rivals()).allMatch(rival -> rival.value() >= least.value() * (1 - 1e-9));
      if (!least.isZero()) {
        double many = row.optimum().value();
        assertThat(many).as("%s", row).isCloseTo(least.value(), within(1e-9 * many));
      }
      assertThat(row.optimum().isZero() || row.optimum().certificate().isMinimum())
          .as("%s", row)
          .isTrue();
      // With σ_max = 16 c the start's error and forty of Heun's steps cancel.
      boolean cancels = sampler == LinearSampler.HEUN_FLOW && row.c() == 5;
      assertThat(row.optimum().isZero()).isEqualTo(cancels && row.optimum().grid().steps() >= 40);
    }
  }

  /** The rivals are among the table's own starts: here the search knows of one weak grid only. */
  private static OptimalGrid fromGeometric(LinearSampler sampler, OptimumCase row) {
    NoiseGrid start = NoiseGrid.geometric(0.002, 80, row.optimum().grid().steps());
    Gaussian data = Gaussian.isotropic(1, row.c());
    return OptimalGrid.from(new GaussianMarginalError(sampler, data), List.of(start));
  }

  @Test
  void aHundredStepsOfEq10() {
    OptimumCase row = OptimumCase.edm(LinearSampler.EXPONENTIAL_INTEGRATOR, 0.5, 100);
    assertThat(row.optimum().value()).isLessThan(4.2e-4);
    assertThat(row.ratio(OptimumCase.POLYNOMIAL)).isCloseTo(2.760e-3 / 4.0761e-4, within(2e-3));
    assertThat(row.ratio(OptimumCase.EXPONENTIAL)).isCloseTo(2.805e-3 / 4.0761e-4, within(2e-3));
    assertThat(row.bestRival().label()).isEqualTo("1/√ law");
    assertThatThrownBy(() -> row.ratio("cosine")).hasMessageContaining("it names a rival");
  }

  private static double ofRecursion(LawLimit limit, int steps) {
    NoiseGrid grid = LeastMarginalGrid.of(limit.sampler(), 0.5, 0.002, 80, steps);
    return limit.error(0.5).at(grid);
  }

  /**
   * LOG: N times ½(e^{−w} − 1 + w); LOG_SNR: ½(e^w − 1 − w); ARCTANGENT: Π cos²; the others by
   * their recursion.
   */
  @Test
  void theExactLawsAreTheirOwnOptima() {
    for (LawGap gap : LawGap.table()) {
      double n = gap.steps();
      double w = 2 * Math.sqrt(gap.constant()) / n;
      double angle = Math.pow(4 * gap.constant(), 0.25) / n;
      double r = Math.pow(Math.cos(angle), 2 * n) - 1;
      double expected =
          switch (gap.limit()) {
            case LOG -> n * 0.5 * (Math.exp(-w) - 1 + w);
            case LOG_SNR -> n * 0.5 * (Math.exp(w) - 1 - w);
            case ARCTANGENT -> 0.5 * (Math.log1p(r) - r / (1 + r));
            case INVERSE_ROOT, SINE -> ofRecursion(gap.limit(), gap.steps());
          };
      assertThat(gap.optimum()).as("%s", gap).isCloseTo(expected, within(1e-8 * expected));
      boolean exact = gap.limit() != LawLimit.INVERSE_ROOT && gap.limit() != LawLimit.SINE;
      assertThat(gap.loss()).as("%s", gap).isBetween(exact ? -1e-9 : 0.01, exact ? 1e-9 : 7.0);
    }
  }

  /** N × gap tends to a constant, so that a Richardson step from N = 80, 160 leaves O(1/N²). */
  @Test
  void theLeastErrorsTendToTheConstants() {
    List<LawGap> table = LawGap.table();
    for (int i = 4; i < table.size(); i += 5) {
      LawGap last = table.get(i);
      LawGap before = table.get(i - 1);
      assertThat(last.steps()).isEqualTo(160);
      assertThat(2 * last.gap() - before.gap()).as("%s", last).isCloseTo(0, within(0.01));
      assertThat(Math.abs(last.gap())).isLessThan(Math.abs(before.gap()));
    }
  }

  @Test
  void aWrongScaleByTwoStillBeatsThePaper() {
    for (ScaleRobustness row : ScaleRobustness.table()) {
      assertThat(row.low()).as("%s", row).isLessThan(0.5);
      assertThat(row.high()).as("%s", row).isGreaterThan(2);
      for (double end : new double[] {row.low(), row.high()}) {
        assertThat(row.value(end)).isCloseTo(row.paper(), within(1e-8 * row.paper()));
      }
      for (double f : new double[] {0.5, 1, 2}) {
        assertThat(row.value(f)).isLessThan(row.paper());
      }
    }
  }

  /** λ_j = j⁻², d = 16, a mean, and half the score's error of a guess: any error will do. */
  @Test
  void anySpectrumAndAScoreError() {
    double[] variances = new double[16];
    Arrays.setAll(variances, j -> Math.pow(j + 1, -2));
    double[] mean = new double[16];
    mean[0] = 1;
    Gaussian data = Gaussian.of(mean, Gaussian.isotropic(16, 1).spectrum().with(variances));
    double c = Math.sqrt(Arrays.stream(variances).average().orElseThrow());
    SmoothGridError marginal =
        new GaussianMarginalError(LinearSampler.EXPONENTIAL_INTEGRATOR, data);
    SmoothGridError total =
        LedgerError.exactScore(SlopedFunction.fisherInformation(data), 0, 0.002, 80)
            .withScoreError(SlopedFunction.power(1.6, 2));
    for (SmoothGridError error : List.of(marginal, total)) {
      OptimumCase row = OptimumCase.of(error, c, 0.002, 80, 18);
      NoiseGrid start = NoiseGrid.geometric(0.002, 80, 18);
      OptimalGrid least = OptimalGrid.from(error, List.of(start));
      assertThat(row.bestRival().value()).isGreaterThan(1.01 * least.value());
      assertThat(row.optimum().value()).isCloseTo(least.value(), within(1e-9 * least.value()));
      assertThat(row.optimum().certificate().isMinimum()).isTrue();
    }
  }
}
