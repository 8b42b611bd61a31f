package designspace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeGridTest {
  @Test
  void gridsAreTheFormulasOfTable1() {
    TimeGrid polynomial = TimeGrid.polynomial(0.5, 32, 5, 4);
    TimeGrid exponential = TimeGrid.exponential(0.5, 32, 6);
    TimeGrid uniform = TimeGrid.uniform(0, 2, 4);
    for (int j = 0; j <= 4; j++) {
      double root = Math.pow(32, 0.2) - (Math.pow(32, 0.2) - Math.pow(0.5, 0.2)) * (4 - j) / 4;
      assertThat(polynomial.time(j)).isCloseTo(Math.pow(root, 5), within(1e-13 * 32));
      assertThat(uniform.time(j)).isEqualTo(0.5 * j);
    }
    for (int j = 0; j <= 6; j++) {
      assertThat(exponential.time(j)).isCloseTo(0.5 * Math.pow(2, j), within(1e-13 * 32));
    }
    assertThat(polynomial.recipe()).hasToString("polynomial(ρ=5)");
  }

  @Test
  void refusesBadInput() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> TimeGrid.uniform(bad, 2, 4)).hasMessageContaining("tMin = " + bad);
      assertThatThrownBy(() -> TimeGrid.uniform(0, bad, 4)).hasMessageContaining("tMax = " + bad);
      assertThatThrownBy(() -> TimeGrid.polynomial(1, 2, bad, 4))
          .hasMessageContaining("rho = " + bad);
    }
    assertThatThrownBy(() -> TimeGrid.exponential(0, 2, 4)).hasMessageContaining("tMin = 0.0");
    assertThatThrownBy(() -> TimeGrid.uniform(2, 1, 4))
        .hasMessageContaining("tMin = 2.0: expected less than tMax = 1.0");
    assertThatThrownBy(() -> TimeGrid.uniform(0, 1, 0)).hasMessageContaining("steps = 0");
    assertThatThrownBy(() -> TimeGrid.uniform(1, Math.nextUp(1.0), 2))
        .hasMessageContaining("too fine for the range in double precision");
  }
}
