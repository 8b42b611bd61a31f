package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TotalWeightingTest {
  /** A handful of products and quotients, each rounded to half a unit of 2.2e−16. */
  private static final Offset<Double> ROUNDING = within(2e-15);

  private static double w(double t) {
    return 1 + t * t / 7;
  }

  /** tab-1's two designs, the other pairs of app-i1, and any grid with σ̄_t = t. */
  @Provide
  Arbitrary<Design> designs() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.doubles().between(0.01, 0.5),
            Arbitraries.doubles().between(1, 100),
            Arbitraries.integers().between(1, 40))
        .as(TotalWeightingTest::design)
        .withoutEdgeCases();
  }

  private static Design design(int kind, double low, double high, int steps) {
    double square = low * low;
    return switch (kind) {
      case 0 -> Design.edm(low, high, 7, steps);
      case 1 -> Design.song(low, high, steps);
      case 2 -> new Design(VarianceSchedule.linear(), TimeGrid.exponential(low, high, steps));
      case 3 ->
          new Design(VarianceSchedule.sqrt(), TimeGrid.polynomial(square, high * high, 7, steps));
      default -> Design.of(NoiseGrid.geometric(low, high, steps));
    };
  }

  @Property(seed = "1")
  void weightsComeBack(@ForAll("designs") Design design) {
    TotalWeighting printed = TotalWeighting.printed(design, TotalWeightingTest::w);
    TotalWeighting corrected = TotalWeighting.corrected(design, TotalWeightingTest::w);
    for (int j = 1; j <= design.time().steps(); j++) {
      double w = w(design.time().time(j));
      double deltaT = design.time().time(j) - design.time().time(j - 1);
      assertThat(printed.printedWeight(j) / w).isCloseTo(1, ROUNDING);
      assertThat(corrected.correctedWeight(j) / w).isCloseTo(1, ROUNDING);
      assertThat(printed.c(j) / (w * deltaT * printed.sigma(j))).isCloseTo(1, ROUNDING);
      assertThat(corrected.c(j) / (w * deltaT)).isCloseTo(1, ROUNDING);
    }
  }

  @Property(seed = "1")
  void theTwoReadingsDifferBySigmaBar(@ForAll("designs") Design design) {
    TotalWeighting printed = TotalWeighting.printed(design, TotalWeightingTest::w);
    TotalWeighting corrected = TotalWeighting.corrected(design, TotalWeightingTest::w);
    for (int j = 1; j <= printed.levels(); j++) {
      double sigma = design.variance().sigmaBar(design.time().time(j));
      assertThat(printed.sigma(j)).isEqualTo(sigma);
      assertThat(printed.sigmas()[j - 1]).isEqualTo(sigma);
      assertThat(printed.beta(j) / corrected.beta(j) / sigma).isCloseTo(1, ROUNDING);
      assertThat(printed.correctedWeight(j) / printed.printedWeight(j) / sigma)
          .isCloseTo(1, ROUNDING);
    }
  }

  @Property(seed = "1")
  void densitiesComeBack(
      @ForAll("designs") Design design, @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
    DoubleUnaryOperator p = sigma -> scale / (1 + sigma);
    TotalWeighting weighting = TotalWeighting.density(design, p, sigma -> 1);
    double total = 0;
    for (int j = 1; j <= weighting.levels(); j++) {
      double before = design.variance().sigmaBar(design.time().time(j - 1));
      total += weighting.sigmaDensity(j) * (weighting.sigma(j) - before);
      double expected = p.applyAsDouble(weighting.sigma(j)) / weighting.sum();
      assertThat(weighting.sigmaDensity(j) / expected).isCloseTo(1, ROUNDING);
    }
    assertThat(total).isCloseTo(1, within(1e-14)); // up to 40 terms
  }

  /** Drawing σ from q_j and weighting every draw alike is the same weighting, up to its scale. */
  @Property(seed = "1")
  void aWeightingIsTheDensityItAmountsTo(@ForAll("designs") Design design) {
    TotalWeighting bell = TotalWeighting.edm(design);
    double[] sigmas = bell.sigmas();
    DoubleUnaryOperator q = sigma -> bell.sigmaDensity(1 + Arrays.binarySearch(sigmas, sigma));
    TotalWeighting drawn = TotalWeighting.density(design, q, sigma -> 1);
    for (int j = 1; j <= bell.levels(); j++) {
      assertThat(drawn.beta(j)).isCloseTo(bell.scaledTo(1).beta(j), ROUNDING);
    }
  }

  @Property(seed = "1")
  void scalesLinearly(
      @ForAll("designs") Design design, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
    TotalWeighting once = TotalWeighting.edmIntegral(design);
    TotalWeighting more = once.times(factor);
    assertThat(more.sum() / once.sum() / factor).isCloseTo(1, within(1e-14)); // up to 40 terms
    assertThat(once.scaledTo(factor).sum() / factor).isCloseTo(1, within(1e-14));
    for (int j = 1; j <= once.levels(); j++) {
      assertThat(more.correctedWeight(j) / once.correctedWeight(j) / factor).isCloseTo(1, ROUNDING);
      assertThat(more.sigmaDensity(j) / once.sigmaDensity(j)).isCloseTo(1, within(1e-14));
    }
  }

  /** The largest β sits at one of the two levels next to the peak, whatever the schedule. */
  @Property(seed = "1")
  void keepsTheBellsPeak(@ForAll("designs") Design design) {
    TotalWeighting bell = TotalWeighting.edm(design);
    TotalWeighting inverse = TotalWeighting.inverseBell(design);
    double peak = EdmBell.edm().peaks().get(0);
    int top = 1;
    for (int j = 1; j <= bell.levels(); j++) {
      top = bell.beta(j) > bell.beta(top) ? j : top;
      assertThat(bell.beta(j) * inverse.beta(j)).isCloseTo(1, ROUNDING);
    }
    if (top > 1) {
      assertThat(bell.sigma(top - 1)).isLessThan(peak);
    }
    if (top < bell.levels()) {
      assertThat(bell.sigma(top + 1)).isGreaterThan(peak);
    }
  }

  /** ∫β_EDM dσ does not depend on the design; the sum per index does. */
  @Test
  void edmsIntegralIsTheSameOnEveryDesign() {
    int fine = 20_000;
    double edm = TotalWeighting.edmIntegral(Design.edm(0.002, 80, 7, fine)).sum();
    double song = TotalWeighting.edmIntegral(Design.song(0.002, 80, fine)).sum();
    assertThat(edm / song).isCloseTo(1, within(1e-3)); // a Riemann sum at 20 000 right ends
    double perIndex = TotalWeighting.edm(Design.edm(0.002, 80, 7, fine)).sum();
    assertThat(perIndex / TotalWeighting.edm(Design.song(0.002, 80, fine)).sum()).isLessThan(0.9);
  }

  @Test
  void isAValueWithANameForLegends() {
    Design design = Design.of(NoiseGrid.of(2, 1, 0.5));
    TotalWeighting one = TotalWeighting.uniform(design);
    TotalWeighting same = TotalWeighting.given(design, 1, 1);
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isEqualTo(one.named("flat"));
    assertThat(one).isNotEqualTo(TotalWeighting.given(design, 1, 2));
    assertThat(one).isNotEqualTo(TotalWeighting.uniform(Design.of(NoiseGrid.of(2, 1, 0.4))));
    assertThat(one.named("flat").name()).isEqualTo("flat");
    assertThat(one).hasToString("uniform weighting, linear variance, " + design.time());
    assertThat(one.design()).isSameAs(design);
    one.betas()[0] = 7;
    one.sigmas()[0] = 7;
    assertThat(one.betas()).containsExactly(1, 1);
    assertThat(one.sigmas()).containsExactly(1, 2);
  }

  /** σ̄₀ is not trained, so it may be zero. */
  @Test
  void mayStartAtZero() {
    Design design = new Design(VarianceSchedule.linear(), TimeGrid.uniform(0, 1, 2));
    assertThat(TotalWeighting.corrected(design, t -> 1).betas()).containsExactly(2, 0.5);
    assertThat(TotalWeighting.printed(design, t -> 1).betas()).containsExactly(1, 0.5);
  }

  @Test
  void refusesWhatIsNoWeighting() {
    Design design = Design.of(NoiseGrid.of(2, 1, 0.5));
    assertThatThrownBy(() -> TotalWeighting.given(design, 1, 1, 1))
        .hasMessageContaining("number of weights = 3: expected 2");
    assertThatThrownBy(() -> TotalWeighting.given(design, 1, -1))
        .hasMessageContaining("beta[2] = -1.0");
    assertThatThrownBy(() -> TotalWeighting.custom(design, sigma -> Double.NaN))
        .hasMessageContaining("beta[1] = NaN");
    assertThatThrownBy(() -> TotalWeighting.given(design, 0, 0))
        .hasMessageContaining("sum of beta = 0.0");
    TotalWeighting uniform = TotalWeighting.uniform(design);
    for (int j : new int[] {0, 3}) {
      assertThatThrownBy(() -> uniform.beta(j))
          .hasMessageContaining("level = " + j + ": expected from 1 to 2");
    }
    for (double bad : List.of(0.0, -1.0, Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> uniform.times(bad)).hasMessageContaining("factor = " + bad);
      assertThatThrownBy(() -> uniform.scaledTo(bad)).hasMessageContaining("newSum = " + bad);
    }
  }
}
