package designspace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PowerFamilyTest {
  /** Power means: levels fall in ρ, and on each grid the steps in ln σ grow towards σ_min. */
  @Property(seed = "20240630")
  void aSmallerPowerMajorises(
      @ForAll @DoubleRange(min = 0.3, max = 50) double rho,
      @ForAll @DoubleRange(min = 1.01, max = 20) double factor,
      @ForAll @DoubleRange(min = 0.5, max = 14) double range,
      @ForAll @IntRange(min = 2, max = 60) int steps) {
    PowerFamily family = new PowerFamily(0.01, 0.01 * Math.exp(range), steps);
    NoiseGrid steep = family.grid(rho);
    NoiseGrid flat = family.grid(rho * factor);
    NoiseGrid exponential = family.grid(Double.POSITIVE_INFINITY);
    double rounding = 1e-11; // ρ ulps in ln σ
    for (int k = 1; k < steps; k++) {
      assertThat(steep.sigma(k)).isGreaterThan(flat.sigma(k) * (1 - rounding));
      assertThat(flat.sigma(k)).isGreaterThan(exponential.sigma(k) * (1 - rounding));
      assertThat(steep.ratio(k)).isGreaterThan(steep.ratio(k - 1) * (1 - rounding));
    }
  }

  @Test
  void tendsToTheExponentialGrid() {
    PowerFamily family = PowerFamily.edm(20);
    NoiseGrid exponential = family.grid(Double.POSITIVE_INFINITY);
    assertThat(exponential.sigmas()).isEqualTo(NoiseGrid.geometric(0.002, 80, 20).sigmas());
    // ln M_s = mean of ln σ + s/2 × its variance: at most ℓ²/8ρ.
    double most = family.logRange() * family.logRange() / 8;
    for (double rho : new double[] {1e3, 1e5}) {
      double difference = Math.log(family.grid(rho).sigma(10) / exponential.sigma(10));
      assertThat(difference * rho / most).isCloseTo(1, within(1e-2));
    }
  }

  @Test
  void refusesWhatIsNoFamily() {
    assertThatThrownBy(() -> new PowerFamily(1, 1, 5)).hasMessageContaining("sigmaMin = 1.0");
    assertThatThrownBy(() -> PowerFamily.edm(0)).hasMessageContaining("steps = 0");
    for (double rho : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> PowerFamily.edm(5).grid(rho)).hasMessageContaining("rho = " + rho);
    }
  }
}
