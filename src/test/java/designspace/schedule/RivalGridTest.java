package designspace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RivalGridTest {
  /** A time near 1 loses the digits of 1 − t, at σ = 80 up to four of them. */
  private static final double ROUNDING = 1e-11;

  private static void assertSame(NoiseGrid actual, NoiseGrid expected) {
    assertThat(actual.steps()).isEqualTo(expected.steps());
    for (int k = 0; k <= expected.steps(); k++) {
      assertThat(actual.sigma(k) / expected.sigma(k)).isCloseTo(1, within(ROUNDING));
    }
  }

  @Property(seed = "1", tries = 300)
  void everyLevelComesBackFromItsTime(@ForAll @DoubleRange(min = -8, max = 5) double logSigma) {
    double sigma = Math.exp(logSigma);
    for (RivalGrid rival : RivalGrid.all()) {
      NoiseSchedule schedule = rival.schedule();
      assertThat(schedule.sigma(schedule.time(sigma)) / sigma)
          .as(rival.label())
          .isCloseTo(1, within(ROUNDING));
    }
  }

  @Property(seed = "2", tries = 300)
  void densityIsTheSlopeOfTimeInLogSigma(
      @ForAll @DoubleRange(min = -7, max = 4.5) double logSigma) {
    double h = 1e-4; // central difference: h² against rounding/h
    for (RivalGrid rival : RivalGrid.all()) {
      NoiseSchedule schedule = rival.schedule();
      double up = schedule.time(Math.exp(logSigma + h));
      double down = schedule.time(Math.exp(logSigma - h));
      double density = schedule.density(Math.exp(logSigma));
      double rounding = 1e-15 * Math.abs(up) / h;
      assertThat((up - down) / (2 * h))
          .as(rival.label())
          .isCloseTo(density, within(1e-6 * density + rounding));
    }
  }

  @Property(seed = "3", tries = 40)
  void gridsFallStrictlyBetweenExactEndsWithEqualTimes(
      @ForAll @DoubleRange(min = -6.5, max = -1) double low,
      @ForAll @DoubleRange(min = -0.5, max = 5) double high,
      @ForAll @IntRange(min = 1, max = 200) int steps) {
    double sigmaMin = Math.exp(low);
    double sigmaMax = Math.exp(high);
    for (RivalGrid rival : RivalGrid.all()) {
      NoiseGrid grid = rival.grid(sigmaMin, sigmaMax, steps);
      assertThat(grid.steps()).isEqualTo(steps);
      assertThat(grid.sigmaMin()).isEqualTo(sigmaMin);
      assertThat(grid.sigmaMax()).isEqualTo(sigmaMax);
      double first = rival.schedule().time(sigmaMin);
      double last = rival.schedule().time(sigmaMax);
      for (int k = 0; k < steps; k++) {
        assertThat(grid.sigma(k)).isGreaterThan(grid.sigma(k + 1));
        double expected = last + (first - last) * k / steps;
        assertThat(rival.schedule().time(grid.sigma(k)))
            .as(rival.label())
            .isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(last))));
      }
    }
  }

  @Test
  void cosineWithoutOffsetIsTheTangentLawOfUnitScale() {
    NoiseGrid cosine = new CosineSchedule(0).grid(0.002, 80, 40);
    assertSame(cosine, NoiseGrid.angle(AngleLaw.ARCTANGENT, 1, 0.002, 80, 40));
    assertThat(new CosineSchedule(0).sigma(0.5)).isCloseTo(1, within(1e-15));
  }

  @Test
  void uniformLogSnrIsGeometric() {
    NoiseGrid grid = RivalGrid.GEOMETRIC.grid(0.002, 80, 30);
    assertSame(grid, NoiseGrid.geometric(0.002, 80, 30));
    double step = -2 * Math.log(80 / 0.002) / 30;
    for (int k = 0; k < 30; k++) {
      double logSnrStep = Math.log(1 / grid.tau(k)) - Math.log(1 / grid.tau(k + 1));
      assertThat(logSnrStep).isCloseTo(step, within(1e-12));
    }
  }

  @Test
  void powersAreThePolynomialGrids() {
    for (double rho : new double[] {0.5, 1, 2, 7}) {
      NoiseSchedule power = NoiseSchedule.power(rho);
      NoiseGrid grid = power.grid(0.002, 80, 18);
      assertSame(grid, NoiseGrid.polynomial(0.002, 80, rho, 18));
      double middle = power.sigma(0.5 * (power.time(0.002) + power.time(80)));
      assertThat(grid.sigma(9) / middle).isCloseTo(1, within(1e-13));
    }
    NoiseGrid tau = RivalGrid.UNIFORM_TAU.grid(0.002, 80, 18);
    NoiseGrid sigma = RivalGrid.UNIFORM.grid(0.002, 80, 18);
    for (int k = 0; k < 18; k++) {
      assertThat(tau.deltaTau(k)).isCloseTo((6400 - 4e-6) / 18, within(1e-10));
      assertThat(sigma.sigma(k) - sigma.sigma(k + 1)).isCloseTo((80 - 0.002) / 18, within(1e-12));
    }
  }

  /** EDM's table 1: σ(t) = √(e^{½β_d t² + β_min t} − 1), β_d = 19.9, β_min = 0.1; ends by hand. */
  @Test
  void vpIsTheFormulaOfSongAndOfEdm() {
    NoiseSchedule vp = NoiseSchedule.vp();
    DoubleUnaryOperator edm = t -> Math.sqrt(Math.exp(0.5 * 19.9 * t * t + 0.1 * t) - 1);
    for (double t : new double[] {0.01, 0.1, 0.3, 0.7, 1}) {
      assertThat(vp.sigma(t) / edm.applyAsDouble(t)).isCloseTo(1, within(1e-12));
      // Song: mean e^{−¼t²(β₁−β₀) − ½tβ₀}, variance 1 − mean².
      double mean = Math.exp(-0.25 * t * t * 19.9 - 0.5 * t * 0.1);
      assertThat(vp.sigma(t)).isCloseTo(Math.sqrt(1 - mean * mean) / mean, within(1e-9));
      double subVp = NoiseSchedule.subVp().sigma(t);
      assertThat(subVp).isCloseTo((1 - mean * mean) / mean, within(1e-9));
      // s of sub-VP is that of VP squared: σ_sub = σ²/√(1+σ²).
      double sigma = vp.sigma(t);
      assertThat(subVp / (sigma * sigma / Math.hypot(1, sigma))).isCloseTo(1, within(1e-12));
    }
    assertThat(vp.sigma(1)).isCloseTo(Math.sqrt(Math.exp(10.05) - 1), within(1e-10));
    assertThat(vp.sigma(1)).isCloseTo(152.2, within(0.05));
    assertThat(vp.sigma(1e-5)).isCloseTo(1e-3, within(1e-6)); // √(β_min t)
    assertThat(NoiseSchedule.subVp().sigma(1e-5)).isCloseTo(1e-6, within(2e-9)); // β_min t
  }

  @Test
  void ownGridsRunBetweenOwnTimes() {
    NoiseSchedule vp = NoiseSchedule.vp();
    NoiseGrid own = vp.ownGrid(1e-3, 1, 20);
    for (int k = 0; k <= 20; k++) {
      double t = 1 + (1e-3 - 1) * k / 20; // EDM's table 1, time steps of VP
      assertThat(own.sigma(k) / vp.sigma(t)).isCloseTo(1, within(1e-10));
    }
  }

  @Property(seed = "4", tries = 300)
  void cosineIsTheQuotientOfSquares(@ForAll @DoubleRange(min = 0.01, max = 0.99) double t) {
    double s = 0.008;
    double f = Math.cos((t + s) / (1 + s) * Math.PI / 2);
    double f0 = Math.cos(s / (1 + s) * Math.PI / 2);
    double alphaBar = f * f / (f0 * f0);
    double expected = Math.sqrt(1 / alphaBar - 1);
    assertThat(NoiseSchedule.cosine().sigma(t) / expected).isCloseTo(1, within(1e-10));
  }

  /** EDM's table 1: u_M = 0, u_{j−1} = √((u_j²+1) ᾱ_j/ᾱ_{j−1} − 1), ᾱ_j = sin²(πj/2M(C₂+1)). */
  @Test
  void cosineIsTheRecursionOfEdmForIddpm() {
    int m = 1000;
    double square = 0;
    for (int j = m; j > 1; j--) {
      double sine = Math.sin(Math.PI / 2 * j / (m * 1.008));
      double next = Math.sin(Math.PI / 2 * (j - 1) / (m * 1.008));
      square = (square + 1) * (sine / next) * (sine / next) - 1;
      double t = 1 - (j - 1.0) / m;
      double sigma = NoiseSchedule.cosine().sigma(t);
      assertThat(Math.sqrt(square) / sigma).isCloseTo(1, within(1e-9));
    }
    assertThat(Math.sqrt((square + 1) * 1000 - 1)).isCloseTo(20_291.0, within(1.0)); // clipped, C₁
  }

  @Property(seed = "5", tries = 300)
  void sigmoidIsTheNormalisedPieceAndSymmetric(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double t) {
    DoubleUnaryOperator logistic = x -> 1 / (1 + Math.exp(-x));
    double start = logistic.applyAsDouble(-3);
    double end = logistic.applyAsDouble(3);
    double alphaBar = (end - logistic.applyAsDouble(-3 + 6 * t)) / (end - start);
    NoiseSchedule sigmoid = NoiseSchedule.sigmoid();
    assertThat(sigmoid.sigma(t) / Math.sqrt(1 / alphaBar - 1)).isCloseTo(1, within(1e-10));
    assertThat(sigmoid.sigma(t) * sigmoid.sigma(1 - t)).isCloseTo(1, within(1e-12));
  }

  /** SD3's shifted time is the plain time of levels that are divided by the shift. */
  @Property(seed = "6", tries = 300)
  void aShiftMultipliesTheNoise(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double t,
      @ForAll @DoubleRange(min = 0.2, max = 8) double shift) {
    double shifted = shift * t / (1 + (shift - 1) * t);
    double sigma = NoiseSchedule.shiftedFlow(shift).sigma(t);
    assertThat(sigma / (shifted / (1 - shifted))).isCloseTo(1, within(1e-10));
    assertThat(sigma / (shift * NoiseSchedule.flow().sigma(t))).isCloseTo(1, within(1e-14));
    NoiseGrid big = NoiseSchedule.shiftedFlow(shift).grid(shift * 0.01, shift * 20, 7);
    NoiseGrid plain = NoiseSchedule.flow().grid(0.01, 20, 7);
    assertThat(big.sigma(3) / plain.sigma(3)).isCloseTo(shift, within(1e-10 * shift));
  }

  @Test
  void quadraticTimeCrowdsStepsAtLowNoise() {
    NoiseGrid plain = RivalGrid.VP.grid(0.002, 80, 10);
    NoiseGrid quadratic = RivalGrid.VP_QUADRATIC.grid(0.002, 80, 10);
    NoiseSchedule vp = NoiseSchedule.vp();
    double first = Math.sqrt(vp.time(0.002));
    double last = Math.sqrt(vp.time(80));
    double root = last + (first - last) * 0.3;
    assertThat(quadratic.sigma(3) / vp.sigma(root * root)).isCloseTo(1, within(1e-11));
    assertThat(quadratic.stepsBetween(0.002, 0.1)).isGreaterThan(plain.stepsBetween(0.002, 0.1));
  }

  @Test
  void ddpmIsTheProductOfItsBetas() {
    DdpmLevels ddpm = DdpmLevels.linear();
    assertThat(ddpm.count()).isEqualTo(1000);
    assertThat(ddpm.sigma(1)).isCloseTo(Math.sqrt(1e-4 / (1 - 1e-4)), within(1e-12));
    double product = 1;
    for (int n = 1; n <= 1000; n++) {
      product *= 1 - (1e-4 + (0.02 - 1e-4) * (n - 1) / 999);
      assertThat(ddpm.sigma(n) / Math.sqrt(1 / product - 1)).isCloseTo(1, within(1e-11));
      // The continuous VP is its limit: B differs by Σβ² and by where β is taken.
      double ratio = ddpm.sigma(n) / NoiseSchedule.vp().sigma(n / 1000.0);
      assertThat(ratio).isCloseTo(1, within(0.05)); // the most at n = 1
    }
    assertThat(ddpm.sigma(1000)).isCloseTo(157.4, within(0.1));
    assertThat(DdpmLevels.scaledLinear().sigma(1000)).isCloseTo(14.61, within(0.01));
    assertThat(DdpmLevels.scaledLinear().sigma(1)).isCloseTo(0.0292, within(1e-4));
  }

  @Test
  void spacingsPickTheirSteps() {
    DdpmLevels ddpm = DdpmLevels.linear();
    assertThat(ddpm.linspace(5).sigmas())
        .containsExactly(
            ddpm.sigma(1000), ddpm.sigma(750), ddpm.sigma(501), ddpm.sigma(251), ddpm.sigma(1));
    assertThat(ddpm.leading(5).sigmas())
        .containsExactly(
            ddpm.sigma(801), ddpm.sigma(601), ddpm.sigma(401), ddpm.sigma(201), ddpm.sigma(1));
    assertThat(ddpm.trailing(5).sigmas())
        .containsExactly(
            ddpm.sigma(1000), ddpm.sigma(800), ddpm.sigma(600), ddpm.sigma(400), ddpm.sigma(200));
    assertThat(ddpm.trailing(5).recipe().name()).isEqualTo("DDPM, trailing");
    assertThatThrownBy(() -> ddpm.leading(1)).hasMessageContaining("levels = 1");
    assertThatThrownBy(() -> ddpm.leading(2000)).hasMessageContaining("at most T = 1000");
    assertThatThrownBy(() -> ddpm.trailing(2000)).hasMessageContaining("at most T = 1000");
    assertThatThrownBy(() -> ddpm.linspace(1001)).hasMessageContaining("at most T = 1000");
    assertThatThrownBy(() -> ddpm.sigma(0)).hasMessageContaining("n − 1 = -1");
  }

  @Test
  void namesSourcesAndRefusals() {
    for (RivalGrid rival : RivalGrid.all()) {
      assertThat(rival.label()).isNotBlank();
      assertThat(rival.source()).containsPattern("20[0-9]{2}");
      assertThatThrownBy(() -> rival.grid(80, 0.002, 5)).hasMessageContaining("sigmaMin = 80.0");
      assertThatThrownBy(() -> rival.grid(0, 80, 5)).hasMessageContaining("sigmaMin = 0.0");
      assertThatThrownBy(() -> rival.grid(0.002, 80, 0)).hasMessageContaining("steps = 0");
      assertThatThrownBy(() -> rival.schedule().time(0)).hasMessageContaining("sigma = 0.0");
    }
    assertThat(NoiseSchedule.vp().recipe()).hasToString("VP linear(β_min=0.1, β_max=20)");
    assertThatThrownBy(() -> NoiseSchedule.shiftedFlow(0)).hasMessageContaining("shift = 0.0");
    assertThatThrownBy(() -> NoiseSchedule.flow().sigma(1))
        .hasMessageContaining("t = 1.0: expected at least 0 and below 1");
    assertThatThrownBy(() -> NoiseSchedule.power(-1)).hasMessageContaining("rho = -1.0");
    assertThatThrownBy(() -> NoiseSchedule.vp().ownGrid(0, 1, 5))
        .hasMessageContaining("delta = 0.0");
  }
}
