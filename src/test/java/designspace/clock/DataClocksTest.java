package designspace.clock;

import static designspace.clock.ClockTest.HIGH;
import static designspace.clock.ClockTest.LOW;
import static designspace.clock.ClockTest.farthest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.GridError;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The clocks of a law: special cases, identities and measured rates. */
class DataClocksTest {
  private static final GaussianMixture TWO =
      GaussianMixture.of(
          new double[] {0.6, 0.4},
          Gaussian.isotropic(new double[] {-1}, 0.4),
          Gaussian.isotropic(new double[] {2}, 0.2));
  private static final NoiseRates RATES = NoiseRates.of(TWO, 0.02, 20);
  private static final DataClocks CLOCKS = new DataClocks(RATES);

  private static void sameGrid(NoiseClock a, NoiseClock b) {
    assertThat(farthest(a.grid(LOW, HIGH, 30), b.grid(LOW, HIGH, 30))).isLessThan(1e-9);
  }

  @Property(tries = 10, seed = "3")
  void onOneVarianceTheyAreAngleLaws(@ForAll @DoubleRange(min = -2, max = 2) double logC) {
    double c = Math.exp(logC);
    DataClocks clocks = new DataClocks(NoiseRates.of(Gaussian.isotropic(3, c)));
    sameGrid(clocks.fisher(), new AngleClock(AngleLaw.LOG, c));
    sameGrid(clocks.frozenPath(), new AngleClock(AngleLaw.LOG_SNR, c));
    sameGrid(clocks.entropic(), new AngleClock(AngleLaw.LOG_SNR, c));
    sameGrid(clocks.rescaledEntropic(), new AngleClock(AngleLaw.ARCTANGENT, c));
  }

  /** ∫ 2σ² dσ/(c²+σ²)^{3/2} = 2(arsinh(σ/c) − σ/√(c²+σ²)). */
  @Test
  void williamsClockOnAGaussian() {
    double c = 0.7;
    DataClocks clocks = new DataClocks(NoiseRates.of(Gaussian.isotropic(1, c)));
    DoubleUnaryOperator clock =
        s -> 2 * (Math.log((s + Math.hypot(c, s)) / c) - s / Math.hypot(c, s));
    double between = clock.applyAsDouble(HIGH) - clock.applyAsDouble(LOW);
    assertThat(clocks.scoreOptimal().length(LOW, HIGH)).isCloseTo(between, within(1e-10));
  }

  /** On a Gaussian a corrector's step costs σ′² E‖∇log p′ − ∇log p‖² = Σ σ′² Δτ²/(S S′²). */
  @Test
  void williamsClockHasTheLeastWorkOfItsCorrector() {
    Gaussian data = ClockTable.anisotropic();
    double own = work(data, new DataClocks(NoiseRates.of(data)).scoreOptimal());
    for (NoiseClock other : ClockTable.clocks(data, 0.3)) {
      assertThat(work(data, other)).as(other.label()).isGreaterThanOrEqualTo(own);
    }
  }

  private static double work(Gaussian data, NoiseClock clock) {
    NoiseGrid grid = clock.grid(LOW, HIGH, 200);
    double work = 0;
    for (int k = 0; k < 200; k++) {
      for (double lambda : data.spectrum().eigenvalues()) {
        double after = lambda + grid.tau(k + 1);
        double change = grid.deltaTau(k) / after;
        work += grid.tau(k + 1) * change * change / (lambda + grid.tau(k));
      }
    }
    return work;
  }

  /** I-MMSE: H[X₀|X_τ] = H[X₀] − h(X_τ) + ½ ln τ + const. */
  @Test
  void theEntropicClockRunsWithTheConditionalEntropy() {
    LineQuadrature line = new LineQuadrature(TWO);
    for (double[] range : new double[][] {{0.02, 20}, {0.1, 0.5}, {1, 3}}) {
      double low = range[0];
      double high = range[1];
      double gain =
          Math.log(high / low)
              - (line.entropyNats(high * high).value() - line.entropyNats(low * low).value());
      assertThat(CLOCKS.entropic().length(low, high)).isCloseTo(gain, within(1e-4 * gain));
    }
  }

  @Test
  void ratesAreDerivativesOfInformation() {
    LineQuadrature line = new LineQuadrature(TWO);
    for (double sigma : new double[] {0.05, 0.3, 0.8, 2, 10}) {
      double tau = sigma * sigma;
      double step = 1e-4 * tau;
      double fisher =
          line.fisherInformation(tau + step).value() - line.fisherInformation(tau - step).value();
      double mmse = line.mmse(tau + step).value() - line.mmse(tau - step).value();
      double fall = -fisher / (2 * step);
      double rise = mmse / (2 * step);
      assertThat(RATES.fisherFall(sigma)).isCloseTo(fall, within(1e-4 * fall)); // the spline
      assertThat(RATES.mmseRise(sigma)).isCloseTo(rise, within(1e-4 * rise));
    }
  }

  @Test
  void fisherByDifferencesOfJ() {
    LineQuadrature line = new LineQuadrature(TWO);
    DensityClock differences = DataClocks.fisher(s -> line.fisherInformation(s * s).value());
    for (double sigma : new double[] {0.05, 0.5, 5}) {
      double density = CLOCKS.fisher().density(sigma);
      assertThat(differences.density(sigma)).isCloseTo(density, within(1e-4 * density));
    }
    NoiseProfile profile =
        NoiseProfile.fisherInformation(TWO, NoiseProfile.levels(0.02, 20, 60), 2000, 5);
    DensityClock measured = DataClocks.fisher(profile);
    // 2000 points: J' is known to some per cent
    assertThat(farthest(measured.grid(0.02, 20, 10), CLOCKS.fisher().grid(0.02, 20, 10)))
        .isLessThan(0.1);
  }

  /** Simulated rates of a correlated Gaussian against its closed forms: 1500 points. */
  @Test
  void sampledRates() {
    Gaussian data = Gaussian.of(new double[2], new double[][] {{2, 0.8}, {0.8, 0.5}});
    NoiseRates exact = NoiseRates.of(data);
    NoiseRates sampled = NoiseRates.sampled(data, 0.1, 10, 1500, 11);
    for (double sigma : new double[] {0.1, 0.4, 1, 3, 10}) {
      assertThat(sampled.fisherFall(sigma) / exact.fisherFall(sigma)).isCloseTo(1, within(1e-3));
      assertThat(sampled.mmse(sigma) / exact.mmse(sigma)).isCloseTo(1, within(1e-3));
      assertThat(sampled.mmseRise(sigma) / exact.mmseRise(sigma)).isCloseTo(1, within(1e-3));
      assertThat(sampled.scoreChange(sigma) / exact.scoreChange(sigma)).isCloseTo(1, within(0.15));
    }
  }

  @Test
  void eachClockIsBestAtWhatItMinimises() {
    GridError path = GridError.discretization(TWO);
    Klub klub = Klub.of(RATES);
    double fisher = path.at(CLOCKS.fisher().grid(0.02, 20, 40));
    double frozen = klub.at(CLOCKS.frozenPath().grid(0.02, 20, 40));
    for (DensityClock other : CLOCKS.all()) {
      assertThat(path.at(other.grid(0.02, 20, 40))).isGreaterThanOrEqualTo(fisher);
      assertThat(klub.at(other.grid(0.02, 20, 40))).isGreaterThanOrEqualTo(frozen);
      assertThat(other.label() + other.minimises() + other.source()).isNotBlank();
    }
  }

  @Test
  void measuredRatesKnowTheirRange() {
    assertThat(RATES.label()).isEqualTo("2 bumps in 1-d");
    assertThatThrownBy(() -> RATES.mmse(30)).hasMessageContaining("measured there");
  }
}
