package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import org.junit.jupiter.api.Test;

class OwnLawTest {
  private static final double LOW = 0.01;
  private static final double HIGH = 20;

  @Test
  void ddimsLawsEndInTheTangentAndTheSineLaw() {
    assertThat(OwnLaw.ddim(0, 0.5).grid(LOW, HIGH, 40).sigmas())
        .containsExactly(
            NoiseGrid.angle(AngleLaw.ARCTANGENT, 0.5, LOW, HIGH, 40).sigmas(), within(1e-5));
    assertThat(OwnLaw.ddim(1, 0.5).grid(LOW, HIGH, 40).sigmas())
        .containsExactly(NoiseGrid.angle(AngleLaw.SINE, 0.5, LOW, HIGH, 40).sigmas(), within(1e-4));
  }

  /** Each error reaches its constant, and no other grid of the list is better. */
  @Test
  void theConstantsAreReachedAndBeatTheOtherLaws() {
    for (double eta : new double[] {0, 0.4, 0.8, 1}) {
      check(new Ddim(eta), OwnLaw.ddim(eta, 0.5));
    }
    check(new HeunFlow(), OwnLaw.heun(0.5));
  }

  private static void check(KnownSampler sampler, OwnLaw law) {
    int n = 4000;
    double own = excess(sampler, law.grid(LOW, HIGH, n));
    double scaled = own * Math.pow(n, sampler.order());
    // The next order in 1/N, and the few long steps at high noise.
    assertThat(scaled / law.limit(LOW, HIGH)).as(law.toString()).isCloseTo(1, within(0.01));
    for (AngleLaw other : AngleLaw.values()) {
      double rival = excess(sampler, NoiseGrid.angle(other, 0.5, LOW, HIGH, n));
      assertThat(Math.abs(rival)).as(law + " against " + other).isGreaterThan(0.99 * Math.abs(own));
    }
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> OwnLaw.ddim(2, 0.5)).hasMessageContaining("eta = 2");
    assertThatThrownBy(() -> OwnLaw.ddim(Double.NaN, 0.5)).hasMessageContaining("eta = NaN");
    assertThatThrownBy(() -> OwnLaw.heun(0)).hasMessageContaining("c = 0");
    assertThatThrownBy(() -> OwnLaw.heun(1).grid(LOW, HIGH, -1)).hasMessageContaining("steps = -1");
  }

  private static double excess(KnownSampler sampler, NoiseGrid grid) {
    return GaussianLaw.fromExact(sampler, Gaussian.isotropic(1, 0.5), grid).excess(0);
  }
}
