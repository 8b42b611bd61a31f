package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.PowerFamily;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PowerLimitTest {
  private static final PowerFamily FINE = PowerFamily.edm(20_000);

  @Property(seed = "20240630", tries = 100)
  void growthHasItsClosedForm(
      @ForAll @DoubleRange(min = 0.3, max = 100) double rho,
      @ForAll @DoubleRange(min = 0.5, max = 20) double range) {
    PowerFamily family = new PowerFamily(0.1, 0.1 * Math.exp(range), 1);
    double closed = new Remark3(0.1, 0.1 * Math.exp(range)).corrected(rho);
    assertThat(PowerLimit.growth(family).at(rho)).isCloseTo(closed, within(1e-9 * closed));
    assertThat(PowerLimit.growth(family).at(-rho)).isCloseTo(closed, within(1e-9 * closed));
    assertThat(PowerLimit.growth(family).bestInverse()).isCloseTo(0, within(1e-9));
  }

  /** N E_D → L and N √KL → 2 S_min L; the next order is a few units of 1/N = 5e−5. */
  @Test
  void isWhatExactErrorsTendTo() {
    double c = 0.7;
    Gaussian data = Gaussian.isotropic(1, c);
    GridError kl = GridError.marginalKl(LinearSampler.EXPONENTIAL_INTEGRATOR, data);
    double least = c * c + 0.002 * 0.002;
    for (double rho : new double[] {2, 7, 30}) {
      double n = FINE.steps();
      double path = n * GridError.discretization(data).at(FINE.grid(rho));
      assertThat(path / PowerLimit.discretization(FINE, c).at(rho)).isCloseTo(1, within(1e-3));
      double root = n * Math.sqrt(kl.at(FINE.grid(rho)));
      double limit = 2 * least * PowerLimit.marginalKl(FINE, c).at(rho);
      assertThat(root / limit).isCloseTo(1, within(1e-3));
    }
  }

  /** The logarithm of L is convex in 1/ρ, so that its minimum is the only one. */
  @Property(seed = "20240630", tries = 100)
  void isLogConvexInTheInverse(
      @ForAll @DoubleRange(min = -3, max = 3) double s,
      @ForAll @DoubleRange(min = 0.05, max = 0.5) double step,
      @ForAll @DoubleRange(min = 0.01, max = 50) double c) {
    PowerLimit limit = PowerLimit.marginalKl(FINE, c);
    double bend =
        Math.log(limit.at(1 / (s - step)))
            - 2 * Math.log(limit.at(1 / s))
            + Math.log(limit.at(1 / (s + step)));
    assertThat(bend).isGreaterThan(-1e-12);
  }

  /** Path KL always has a finite best power; marginal KL only above √(σ_min σ_max/e). */
  @Property(seed = "20240630", tries = 100)
  void whereABestPowerExists(@ForAll @DoubleRange(min = -5, max = 3) double logScale) {
    double c = Math.exp(logScale);
    PowerLimit path = PowerLimit.discretization(FINE, c);
    assertThat(path.bestInverse()).isPositive();
    assertThat(path.tilt()).isPositive();
    PowerLimit kl = PowerLimit.marginalKl(FINE, c);
    double critical = Math.sqrt(0.002 * 80 / Math.E);
    if (Math.abs(Math.log(c / critical)) > 0.01) { // the closed form is that of an infinite range
      assertThat(kl.bestInverse() > 0).isEqualTo(c > critical);
      assertThat(Math.signum(kl.tilt())).isEqualTo(Math.signum(kl.bestInverse()));
    }
  }

  /** Data wider than the noise: both laws become uniform in σ², the power ½. */
  @Test
  void wideDataWantHalf() {
    assertThat(PowerLimit.discretization(FINE, 1e5).bestInverse()).isCloseTo(2, within(1e-4));
    assertThat(PowerLimit.marginalKl(FINE, 1e5).bestInverse()).isCloseTo(2, within(1e-4));
  }

  @Test
  void refusesWhatIsNoCost() {
    assertThatThrownBy(() -> PowerLimit.discretization(FINE, 0)).hasMessageContaining("c = 0.0");
    PowerLimit negative = new PowerLimit(FINE, sigma -> -1);
    assertThatThrownBy(() -> negative.at(7)).hasMessageContaining("weight = -1.0");
  }

  /** No power is 0, and an L that no number can hold is ∞ from either side, not NaN. */
  @Test
  void overflowIsInfinite() {
    PowerLimit path = PowerLimit.discretization(FINE, 0.5);
    assertThatThrownBy(() -> path.at(0)).hasMessageContaining("rho = 0.0");
    assertThatThrownBy(() -> path.at(Double.NaN)).hasMessageContaining("rho = NaN");
    PowerLimit high = new PowerLimit(FINE, sigma -> sigma > 1 ? 1 : 0);
    for (double rho : new double[] {1e-3, -1e-3, 1e-200}) {
      assertThat(path.at(rho)).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(high.at(rho)).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(new PowerLimit(FINE, sigma -> 0).at(rho)).isZero();
    }
    double exponential = path.at(Double.POSITIVE_INFINITY);
    assertThat(path.at(1e9)).isCloseTo(exponential, within(1e-7 * exponential));
  }

  /** Where the mean under w e^{−su} cannot be met there is nothing to find. */
  @Test
  void refusesWeightsWithoutAMinimumInReach() {
    PowerLimit none = new PowerLimit(FINE, sigma -> 0);
    assertThatThrownBy(none::bestInverse).hasMessageContaining("integral of w e^{−su} = 0.0");
    assertThatThrownBy(none::tilt).hasMessageContaining("integral of w = 0.0");
    PowerLimit top = new PowerLimit(FINE, sigma -> sigma > 79 ? 1 : 0);
    assertThatThrownBy(top::bestInverse)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slope of ln L")
        .hasMessageContaining("one end of the range");
  }
}
