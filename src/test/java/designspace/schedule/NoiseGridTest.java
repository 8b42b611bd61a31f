package designspace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NoiseGridTest {
  @Test
  void decadesEncloseTheGrid() {
    assertThat(NoiseGrid.of(80, 1, 0.002).decades())
        .containsExactly(new double[] {1e-3, 1e-2, 0.1, 1, 10, 100}, within(1e-12));
    assertThat(NoiseGrid.geometric(0.1, 1, 2).decades()).hasSize(2);
  }

  /** Every named family at one range. */
  private interface Family {
    NoiseGrid grid(double low, double high, int steps);
  }

  private static List<Family> families(double rho, double c) {
    List<Family> angles =
        Arrays.stream(AngleLaw.values())
            .map(law -> (Family) (low, high, n) -> NoiseGrid.angle(law, c, low, high, n))
            .toList();
    List<Family> all = new java.util.ArrayList<>(angles);
    all.add((low, high, n) -> NoiseGrid.polynomial(low, high, rho, n));
    all.add(NoiseGrid::geometric);
    all.add((low, high, n) -> Design.edm(low, high, rho, n).noiseGrid());
    all.add((low, high, n) -> Design.song(low, high, n).noiseGrid());
    return all;
  }

  /**
   * σ from 1e−12 to 1e12 and N to 10⁶: a strictly decreasing grid with exact ends, or a refusal.
   */
  @Property(seed = "1", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void isStrictlyDecreasingOrRefused(
      @ForAll @DoubleRange(min = -12, max = 12) @Scale(9) double lowPower,
      @ForAll @DoubleRange(min = -12, max = 12) @Scale(9) double highPower,
      @ForAll @DoubleRange(min = 0, max = 6) @Scale(9) double stepsPower,
      @ForAll @DoubleRange(min = 0.5, max = 100) double rho,
      @ForAll @DoubleRange(min = -6, max = 6) double cPower) {
    double low = Math.pow(10, Math.min(lowPower, highPower));
    double high = Math.pow(10, Math.max(lowPower, highPower));
    int steps = (int) Math.pow(10, stepsPower);
    for (Family family : families(rho, Math.pow(10, cPower))) {
      check(family, low, high, steps);
    }
  }

  private static void check(Family family, double low, double high, int steps) {
    NoiseGrid grid;
    try {
      grid = family.grid(low, high, steps);
    } catch (IllegalArgumentException refusal) {
      // Only a range too narrow for the steps in double precision may be refused.
      assertThat(high / low - 1).isLessThan(1e-10 * steps);
      assertThat(refusal).hasMessageContaining("expected less than");
      assertThat(refusal).hasMessageContaining("because");
      return;
    }
    assertThat(grid.steps()).isEqualTo(steps);
    assertThat(grid.sigmaMin() / low).isCloseTo(1, within(1e-15)); // √ of a square
    assertThat(grid.sigmaMax() / high).isCloseTo(1, within(1e-15));
    for (int k = 0; k < steps; k++) {
      assertThat(grid.sigma(k) > grid.sigma(k + 1)).isTrue();
    }
  }

  @Test
  void theWidestRangeWorksAtEverySize() {
    for (int steps : new int[] {1, 2, 1000, 1_000_000}) {
      for (Family family : families(7, 1)) {
        check(family, 1e-12, 1e12, steps);
      }
    }
  }

  @Test
  void ordinaryRangesAreNeverRefused() {
    for (int steps : new int[] {1, 2, 18, 1000, 1_000_000}) {
      for (Family family : families(7, 0.5)) {
        assertThat(family.grid(0.002, 80, steps).steps()).isEqualTo(steps);
      }
    }
  }

  @Property(seed = "2")
  void angleLawsAreUniformInTheirClock(
      @ForAll @DoubleRange(min = -2, max = 2) double cPower,
      @ForAll @DoubleRange(min = -3, max = 0) double lowPower) {
    double c = Math.pow(10, cPower);
    double low = Math.pow(10, lowPower);
    for (AngleLaw law : AngleLaw.values()) {
      NoiseGrid grid = NoiseGrid.angle(law, c, low, 80, 40);
      double range = law.clock(c, 80) - law.clock(c, low);
      for (int k = 0; k <= 40; k++) {
        double expected = law.clock(c, low) + range * (40 - k) / 40;
        // The clock itself loses digits where it is flat: 1e−9 of its range is far above that.
        assertThat(law.clock(c, grid.sigma(k)))
            .as("%s at c = %s", law, c)
            .isCloseTo(expected, within(1e-9 * range));
      }
    }
  }

  /** At σ ≪ c the laws become powers of σ, which naive evaluation of c² + σ² cannot see. */
  @Test
  void anglesKeepTheirDigitsFarBelowTheScale() {
    int n = 10;
    NoiseGrid log = NoiseGrid.angle(AngleLaw.LOG, 1e6, 1e-6, 1e-3, n);
    NoiseGrid inverseRoot = NoiseGrid.angle(AngleLaw.INVERSE_ROOT, 1e6, 1e-6, 1e-3, n);
    NoiseGrid sine = NoiseGrid.angle(AngleLaw.SINE, 1e6, 1e-6, 1e-3, n);
    NoiseGrid tangent = NoiseGrid.angle(AngleLaw.ARCTANGENT, 1e6, 1e-6, 1e-3, n);
    for (int k = 0; k <= n; k++) {
      double f = (double) (n - k) / n;
      double uniformInTau = Math.sqrt(1e-12 + f * (1e-6 - 1e-12));
      double uniformInSigma = 1e-6 + f * (1e-3 - 1e-6);
      assertThat(log.sigma(k) / uniformInTau).isCloseTo(1, within(1e-12));
      assertThat(inverseRoot.sigma(k) / uniformInTau).isCloseTo(1, within(1e-12));
      assertThat(sine.sigma(k) / uniformInSigma).isCloseTo(1, within(1e-12));
      assertThat(tangent.sigma(k) / uniformInSigma).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void edmAndSongAreTheNamedGrids() {
    NoiseGrid edm = Design.edm(0.002, 80, 7, 18).noiseGrid();
    NoiseGrid song = Design.song(0.002, 80, 18).noiseGrid();
    for (int k = 0; k <= 18; k++) {
      double root = Math.pow(80, 1 / 7.0) * (18 - k) / 18 + Math.pow(0.002, 1 / 7.0) * k / 18;
      assertThat(edm.sigma(k) / Math.pow(root, 7)).isCloseTo(1, within(1e-13));
      double geometric = 80 * Math.pow(0.002 / 80, k / 18.0);
      assertThat(song.sigma(k) / geometric).isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void polynomialTendsToGeometric() {
    NoiseGrid steep = NoiseGrid.polynomial(0.002, 80, 1e6, 50);
    NoiseGrid geometric = NoiseGrid.geometric(0.002, 80, 50);
    for (int k = 0; k <= 50; k++) {
      // The next order is ln²(ratio)/8ρ = 1.4e−5.
      assertThat(steep.sigma(k) / geometric.sigma(k)).isCloseTo(1, within(2e-5));
    }
  }

  @Property(seed = "3")
  void stepsBetweenIsAdditiveAndCompleteForAnyBorder(
      @ForAll @DoubleRange(min = 0.0021, max = 79) @Scale(6) double border) {
    NoiseGrid grid = NoiseGrid.polynomial(0.002, 80, 7, 33);
    double below = grid.stepsBetween(0.002, border);
    double above = grid.stepsBetween(border, 80);
    assertThat(below + above).isCloseTo(33, within(1e-11));
    assertThat(grid.stepsBetween(1e-5, 1e5)).isCloseTo(33, within(1e-11));
  }

  @Test
  void deltaTauIsTheDifferenceOfVariances() {
    NoiseGrid grid = NoiseGrid.of(3, 2, 0.5);
    assertThat(grid.deltaTau(0)).isEqualTo(5);
    assertThat(grid.deltaTau(1)).isEqualTo(3.75);
    assertThat(grid.tau(2)).isEqualTo(0.25);
    assertThat(grid.ratio(1)).isEqualTo(4);
  }

  @Test
  void explicitListsAreCopiedAndChecked() {
    double[] levels = {3, 2, 1};
    NoiseGrid grid = NoiseGrid.of(levels);
    levels[1] = 99;
    grid.sigmas()[1] = 99;
    assertThat(grid.sigma(1)).isEqualTo(2);
    assertThatThrownBy(() -> NoiseGrid.of(3, 2, 2))
        .hasMessageContaining("sigma[2] = 2.0: expected less than the level before it, 2.0")
        .hasMessageContaining("a step of zero size does nothing");
    assertThatThrownBy(() -> NoiseGrid.of(1, 2)).hasMessageContaining("sigma[1] = 2.0");
    assertThatThrownBy(() -> NoiseGrid.of(1, 0)).hasMessageContaining("sigma[1] = 0.0");
    assertThatThrownBy(() -> NoiseGrid.of(1)).hasMessageContaining("steps = 0");
    assertThatThrownBy(() -> NoiseGrid.of()).hasMessageContaining("steps = -1");
    assertThatThrownBy(() -> NoiseGrid.of(Double.NaN, 1)).hasMessageContaining("sigma[0] = NaN");
    assertThatThrownBy(() -> NoiseGrid.of(1e200, 1))
        .hasMessageContaining("sigma[0] = 1.0E200: expected within [1e-150, 1e150]");
  }

  @Test
  void refusesBadRangesEverywhere() {
    for (Family family : families(7, 0.5)) {
      for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThatThrownBy(() -> family.grid(bad, 80, 10))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("sigmaMin = " + bad);
        assertThatThrownBy(() -> family.grid(0.002, bad, 10))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("sigmaMax = " + bad);
      }
      assertThatThrownBy(() -> family.grid(80, 80, 10))
          .hasMessageContaining("sigmaMin = 80.0: expected less than sigmaMax = 80.0");
      assertThatThrownBy(() -> family.grid(0.002, 80, 0)).hasMessageContaining("steps = 0");
    }
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> NoiseGrid.polynomial(0.002, 80, bad, 10))
          .hasMessageContaining("rho = " + bad);
      assertThatThrownBy(() -> NoiseGrid.angle(AngleLaw.LOG, bad, 0.002, 80, 10))
          .hasMessageContaining("c = " + bad);
    }
  }
}
