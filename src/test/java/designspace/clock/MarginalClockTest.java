package designspace.clock;

import static designspace.clock.ClockTest.HIGH;
import static designspace.clock.ClockTest.LOW;
import static designspace.clock.ClockTest.farthest;
import static designspace.clock.ClockTest.withDensity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** B4's marginal laws and constants are the one-variance case; on a spectrum it is the optimum. */
class MarginalClockTest {
  private static final Map<LinearSampler, AngleLaw> LAWS =
      Map.of(
          LinearSampler.EXPONENTIAL_INTEGRATOR, AngleLaw.INVERSE_ROOT,
          LinearSampler.EULER_FLOW, AngleLaw.ARCTANGENT,
          LinearSampler.FROZEN_DENOISER, AngleLaw.SINE);

  /** The flow's limit needs 1/N ≫ λ/σ_max², the others' σ_max/√λ ≪ N. */
  private static double high(LinearSampler sampler) {
    return sampler == LinearSampler.EULER_FLOW ? 1e5 : HIGH;
  }

  private static double pow4(double x) {
    return x * x * x * x;
  }

  @Property(tries = 8, seed = "4")
  void oneVarianceGivesTheAngleLaws(
      @ForAll @DoubleRange(min = -2, max = 2) double logC,
      @ForAll @IntRange(min = 1, max = 4) int dimension) {
    double c = Math.exp(logC);
    Gaussian data = Gaussian.isotropic(dimension, c);
    LAWS.forEach(
        (sampler, law) -> {
          MarginalClock clock = MarginalClock.of(sampler, data, LOW, HIGH);
          NoiseGrid grid = clock.grid(LOW, HIGH, 20);
          assertThat(farthest(grid, NoiseGrid.angle(law, c, LOW, HIGH, 20))).isLessThan(1e-9);
          double run = law.clock(c, HIGH) - law.clock(c, LOW);
          double left = (c * c + LOW * LOW) / (c * c);
          double constant =
              switch (law) {
                case INVERSE_ROOT -> 4 * pow4(Math.hypot(c, LOW) * run);
                case ARCTANGENT -> pow4(run) / 4;
                default -> 4 * left * left * pow4(run);
              };
          assertThat(clock.limitNats() / (dimension * constant)).isCloseTo(1, within(1e-9));
        });
  }

  @Test
  void theLimitIsReachedOnASpectrum() {
    Gaussian data = ClockTable.anisotropic();
    int n = 2000;
    for (LinearSampler sampler : LAWS.keySet()) {
      double high = high(sampler);
      MarginalClock clock = MarginalClock.of(sampler, data, LOW, high);
      double kl = GaussianLaw.of(sampler, data, clock.grid(LOW, high, n)).klNats();
      assertThat((double) n * n * kl / clock.limitNats()).isCloseTo(1, within(20.0 / n));
    }
  }

  /** No density near it or far from it has a lower KL at N = 1000, up to the next order in 1/N. */
  @Property(tries = 10, seed = "5")
  void noOtherDensityIsBetter(
      @ForAll @DoubleRange(min = -0.8, max = 0.8) double amplitude,
      @ForAll @DoubleRange(min = 0.2, max = 2) double wave,
      @ForAll @DoubleRange(min = 0, max = 6.3) double phase) {
    Gaussian data = ClockTable.anisotropic();
    int n = 1000;
    for (LinearSampler sampler : LAWS.keySet()) {
      double high = high(sampler);
      MarginalClock clock = MarginalClock.of(sampler, data, LOW, high);
      DensityClock other =
          withDensity(
              s -> clock.density(s) * (1 + amplitude * Math.sin(wave * Math.log(s) + phase)));
      double best = GaussianLaw.of(sampler, data, clock.grid(LOW, high, n)).klNats();
      double rival = GaussianLaw.of(sampler, data, other.grid(LOW, high, n)).klNats();
      double atFirstOrder = 10 * Math.abs(amplitude) / n; // finite-N part moves linearly
      assertThat(rival).isGreaterThanOrEqualTo(best * (1 - atFirstOrder));
    }
  }

  @Test
  void onASpectrumItBeatsTheLawsOfOneVariance() {
    Gaussian data = ClockTable.anisotropic();
    LAWS.forEach(
        (sampler, law) -> {
          NoiseGrid own = MarginalClock.of(sampler, data, LOW, HIGH).grid(LOW, HIGH, 200);
          double least = GaussianLaw.of(sampler, data, own).klNats();
          for (double c = 0.05; c < 2; c *= 1.2) {
            NoiseGrid grid = NoiseGrid.angle(law, c, LOW, HIGH, 200);
            assertThat(GaussianLaw.of(sampler, data, grid).klNats()).isGreaterThan(least);
          }
        });
  }

  @Test
  void aSecondOrderSamplerHasNoSuchLaw() {
    Gaussian data = Gaussian.isotropic(1, 1);
    assertThatThrownBy(() -> MarginalClock.of(LinearSampler.HEUN_FLOW, data, LOW, HIGH))
        .hasMessageContaining("first order");
    MarginalClock clock = MarginalClock.of(LinearSampler.EULER_FLOW, data, LOW, HIGH);
    assertThat(clock.grid(0.1, 10, 5)).isNotNull().extracting(NoiseGrid::sigmaMax).isEqualTo(10.0);
    assertThat(clock.label() + clock.minimises() + clock.source()).contains("Euler", "B4");
  }
}
