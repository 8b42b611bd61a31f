package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

class AnglesTest {
  @Test
  void measuresSmallAndStraightAngles() {
    for (double angle : new double[] {0, 1e-12, 0.3, Math.PI / 2, 3, Math.PI}) {
      double[] turned = {3 * Math.cos(angle), 3 * Math.sin(angle), 0};
      assertThat(Angles.between(new double[] {7, 0, 0}, turned))
          .isCloseTo(angle, within(4e-16 + 1e-15 * angle)); // rounding, relative at small angles
    }
    assertThatThrownBy(() -> Angles.between(new double[] {0, 0}, new double[] {1, 0}))
        .hasMessageContaining("norm of v = 0.0");
    assertThatThrownBy(() -> Angles.between(new double[] {1, 0}, new double[] {1}))
        .hasMessageContaining("dimension of w = 1: expected 2");
  }

  /** The signs of w·v₁ and w·v₂ are one of four, and −v₂ lies at π − ∠. */
  @Property(seed = "1")
  void theFourSignPatternsAreAllThereIs(@ForAll @DoubleRange(min = 0, max = 3.14) double angle) {
    double unlike = Angles.bothPass(Math.PI - angle);
    assertThat(2 * Angles.bothPass(angle) + 2 * unlike).isCloseTo(1, within(1e-15));
  }

  /** The area of a cap by quadrature: ∫₀^θ sin^{d−2} / ∫₀^π sin^{d−2}. */
  @Property(seed = "1", tries = 100)
  void capsAreTheirAreas(
      @ForAll @IntRange(min = 2, max = 40) int d,
      @ForAll @DoubleRange(min = 0.1, max = 1.57) double theta) {
    double share = area(d, theta) / (2 * area(d, Math.PI / 2));
    assertThat(Angles.capShare(d, theta) / share).isCloseTo(1, within(1e-9)); // the quadrature's
    assertThat(Angles.capShare(d, theta)).isLessThanOrEqualTo(Angles.capBound(d, theta) + 1e-15);
  }

  private static double area(int d, double theta) {
    return new IterativeLegendreGaussIntegrator(20, 1e-11, 1e-300)
        .integrate(100_000, angle -> Math.pow(Math.sin(angle), d - 2), 0, theta);
  }

  @Test
  void halfASphereIsAHalf() {
    for (int d : new int[] {2, 3, 50}) {
      assertThat(Angles.capShare(d, Math.PI / 2)).isCloseTo(0.5, within(1e-15));
      assertThat(Angles.capBound(d, Math.PI / 2)).isEqualTo(0.5);
    }
    // e^{−½ ln 2 (d+1)} at θ = π/4
    assertThat(Angles.capBound(9, Math.PI / 4)).isCloseTo(1.0 / 32, within(1e-16));
  }

  @Test
  void refusesWhatIsNoAngle() {
    assertThatThrownBy(() -> Angles.bothPass(3.2)).hasMessageContaining("angle = 3.2");
    assertThatThrownBy(() -> Angles.bothPass(Double.NaN)).hasMessageContaining("angle = NaN");
    assertThatThrownBy(() -> Angles.capShare(1, 1)).hasMessageContaining("dimension = 1");
    assertThatThrownBy(() -> Angles.capShare(3, 2)).hasMessageContaining("theta = 2.0");
    assertThatThrownBy(() -> Angles.capBound(3, 0)).hasMessageContaining("theta = 0.0");
  }
}
