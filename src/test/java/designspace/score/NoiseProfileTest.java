package designspace.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.data.Gaussian;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseProfileTest {
  private static final double[] SIGMAS = NoiseProfile.levels(0.002, 80, 60);
  private static final Gaussian DATA = Gaussian.isotropic(3, 0.5);

  private static double exact(double sigma) {
    return 3 / (0.25 + sigma * sigma);
  }

  private static double[] scaled(double factor, double... x) {
    return Arrays.stream(x).map(v -> factor * v).toArray();
  }

  @Test
  void splineThroughExactValuesIsExactBetweenThem() {
    List<Estimate> estimates = new ArrayList<>();
    for (double sigma : SIGMAS) {
      estimates.add(Estimate.exact(exact(sigma)));
    }
    NoiseProfile profile = NoiseProfile.of(SIGMAS, estimates);
    for (double sigma = 0.002; sigma < 80; sigma *= 1.013) {
      // Sixty levels over 4.6 decades: the spline's third-order error
      assertThat(profile.applyAsDouble(sigma) / exact(sigma)).isCloseTo(1, within(1e-3));
    }
    assertThat(profile.applyAsDouble(80)).isCloseTo(exact(80), within(1e-12));
  }

  @Test
  void measuredProfilesAreTheClosedFormsWithinTheirErrors() {
    double half = 0.5;
    NoiseProfile e =
        NoiseProfile.scoreError(
            (sigma, x) -> DATA.score(sigma, x).map(s -> scaled(half, s)), DATA, SIGMAS, 4000, 7);
    NoiseProfile j = NoiseProfile.fisherInformation(DATA, SIGMAS, 4000, 7);
    for (int i = 0; i < SIGMAS.length; i++) {
      Estimate fisher = j.estimates().get(i);
      assertThat(fisher.value()).isCloseTo(exact(SIGMAS[i]), within(4 * fisher.error()));
      // The same points: ‖½s − s‖² is a quarter of ‖s‖² for each of them
      assertThat(e.estimates().get(i).value())
          .isCloseTo(fisher.value() / 4, within(1e-12 * fisher.value()));
    }
  }

  @Test
  void nothingIsKnownOutside() {
    NoiseProfile j = NoiseProfile.fisherInformation(DATA, SIGMAS, 10, 7);
    assertThatThrownBy(() -> j.applyAsDouble(81))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("81");
    assertThatThrownBy(() -> NoiseProfile.levels(1, 2, 4)).hasMessageContaining("count");
  }
}
