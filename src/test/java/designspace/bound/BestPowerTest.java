package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.BestPower.Place;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.PowerFamily;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BestPowerTest {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;
  private static final double FAR = Double.POSITIVE_INFINITY;

  /** rem-3's own calculus: 2 ln ρ + ℓ/ρ has its minimum at ℓ/2. */
  @Property(seed = "20240630", tries = 200)
  void findsThePrintedBest(@ForAll @DoubleRange(min = 0.6, max = 100) double logRange) {
    Remark3 remark = new Remark3(0.01, 0.01 * Math.exp(logRange));
    BestPower best = BestPower.of(remark::printed, FAR);
    assertThat(best.isInside()).isTrue();
    assertThat(best.rho() / remark.printedBest()).isCloseTo(1, within(1e-6));
    assertThat(best.rho()).isCloseTo(0.5 * logRange, within(1e-6 * logRange));
    assertThat(best.value()).isCloseTo(0.25 * Math.pow(logRange * Math.E, 2), within(1e-6));
  }

  @Test
  void takesTheDeeperOfTwoValleys() {
    DoubleUnaryOperator two =
        rho -> {
          double x = Math.log(rho);
          return 2 - Math.exp(-8 * Math.pow(x - 1, 2)) - 1.1 * Math.exp(-8 * Math.pow(x - 3, 2));
        };
    assertThat(Math.log(BestPower.of(two, FAR).rho())).isCloseTo(3, within(1e-6));
  }

  @Test
  void saysWhenThereIsNone() {
    BestPower falling = BestPower.of(rho -> 1 + 1 / rho, 1);
    assertThat(falling.place()).isEqualTo(Place.EXPONENTIAL_LIMIT);
    assertThat(falling.rho()).isInfinite();
    assertThat(falling.value()).isEqualTo(1);
    assertThat(falling).hasToString("exponential limit, value 1.000");
    BestPower rising = BestPower.of(rho -> 1 + rho, FAR);
    assertThat(rising.place()).isEqualTo(Place.LEAST_POWER);
    assertThat(rising.rho()).isEqualTo(BestPower.LEAST);
    // A valley inside that the exponential grid undercuts.
    BestPower shallow = BestPower.of(rho -> 2 + Math.pow(Math.log(rho), 2), 1);
    assertThat(shallow.isInside()).isFalse();
    assertThat(shallow.penalty(3)).isEqualTo(3);
  }

  /** A minimum beyond the range is told from none, and its value is that of the ρ that is given. */
  @Test
  void aMinimumBeyondTheRangeIsAtItsEnd() {
    DoubleUnaryOperator late = rho -> 2 - 400 / rho + 3e5 / (rho * rho); // least at ρ = 1500
    BestPower best = BestPower.of(late, 2);
    assertThat(best.place()).isEqualTo(Place.GREATEST_POWER);
    assertThat(best.isInside()).isFalse();
    assertThat(best.rho()).isEqualTo(BestPower.GREATEST);
    assertThat(best.value()).isCloseTo(late.applyAsDouble(1000), within(1e-12));
    assertThat(best).hasToString("ρ ≥ 1000.0, value 1.900");
    BestPower unbounded = BestPower.of(rho -> 1 / rho, FAR);
    assertThat(unbounded.place()).isEqualTo(Place.GREATEST_POWER);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> BestPower.of(rho -> rho > 500 ? Double.NaN : 1 / rho, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("error at ρ = 5")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> BestPower.of(rho -> rho, Double.NaN))
        .hasMessageContaining("error at ρ = Infinity = NaN");
    assertThatThrownBy(() -> BestPower.of(rho -> -FAR, 1)).hasMessageContaining("-Infinity");
    DoubleUnaryOperator overflows = rho -> rho < 2 ? FAR : Math.pow(Math.log(rho / 5), 2);
    assertThat(BestPower.of(overflows, FAR).rho()).isCloseTo(5, within(1e-5));
  }

  /** E6 at every N: sums of convex functions of ln(σ_k/σ_{k+1}) fall in ρ, by Karamata. */
  @Property(seed = "20240630")
  void theDataFreeTermFalls(
      @ForAll @DoubleRange(min = 0.3, max = 50) double rho,
      @ForAll @DoubleRange(min = 1.01, max = 20) double factor,
      @ForAll @DoubleRange(min = 0.5, max = 14) double range,
      @ForAll @IntRange(min = 1, max = 200) int steps) {
    PowerFamily family = new PowerFamily(0.01, 0.01 * Math.exp(range), steps);
    double before = GridError.growth().at(family.grid(rho));
    double after = GridError.growth().at(family.grid(rho * factor));
    double exponential = GridError.growth().at(family.grid(FAR));
    assertThat(after).isLessThanOrEqualTo(before * (1 + 1e-11));
    assertThat(exponential).isLessThanOrEqualTo(after * (1 + 1e-11));
    double x = range / (2 * steps);
    assertThat(exponential)
        .isCloseTo(Math.pow(2 * steps * Math.sinh(x), 2), within(1e-9 * exponential));
  }

  /** Only σ/c enters: data and noise in other units have the same best power. */
  @Property(seed = "20240630", tries = 25)
  void unitsDoNotMatter(
      @ForAll @DoubleRange(min = 0.5, max = 5) double c,
      @ForAll @DoubleRange(min = 0.01, max = 100) double unit) {
    PowerFamily one = PowerFamily.edm(40);
    PowerFamily other = new PowerFamily(0.002 * unit, 80 * unit, 40);
    Gaussian here = Gaussian.isotropic(1, c);
    Gaussian there = Gaussian.isotropic(1, c * unit);
    double kl = BestPower.of(one, GridError.marginalKl(EQ_10, here)).rho();
    double path = BestPower.of(one, GridError.discretization(here)).rho();
    assertThat(BestPower.of(other, GridError.marginalKl(EQ_10, there)).rho())
        .isCloseTo(kl, within(1e-6 * kl));
    assertThat(BestPower.of(other, GridError.discretization(there)).rho())
        .isCloseTo(path, within(1e-6 * path));
  }

  /** S = (1+ε)∇log p: path KL = const − ½(1−ε²) Σ Δτ_k J(τ_k), so ε moves nothing. */
  @Property(seed = "20240630", tries = 25)
  void aMultipliedScoreHasTheSameBest(
      @ForAll @DoubleRange(min = 0.2, max = 3) double c,
      @ForAll @DoubleRange(min = 0, max = 0.9) double epsilon) {
    PowerFamily family = PowerFamily.edm(30);
    Gaussian data = Gaussian.isotropic(2, c);
    GridError wrong = GridError.pathKl(data, s -> 2 * epsilon * epsilon / (c * c + s * s));
    double exact = BestPower.of(family, GridError.discretization(data)).rho();
    assertThat(BestPower.of(family, wrong).rho()).isCloseTo(exact, within(1e-5 * exact));
  }
}
