package designspace.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineGridTest {
  /** Shares of overlapping patches sum to 1: a density's integral is 1 wherever it stands. */
  @Test
  void patchesIntegrateAsOneLine() {
    SmoothedLine bumps = new SmoothedLine(Mixtures.twoBumps(0.5, 0.02), 0.01);
    double spacing = bumps.width() / 4;
    List<LinePatch> patches = new LineGrid(bumps, spacing, 0.009, 1).patches(-3, 3);
    assertThat(patches).hasSize(2); // the fine one first
    assertThat(patches.get(0).spacing()).isLessThan(spacing / 9);
    for (double centre : new double[] {0, 0.1, 0.3, 0.5, 0.6}) {
      double sum = 0;
      for (LinePatch patch : patches) {
        for (int i = 0; i < patch.size(); i++) {
          double z = (patch.place(i) - centre) / (2 * spacing);
          sum += patch.share(i) * patch.spacing() * Math.exp(-0.5 * z * z);
        }
      }
      // The trapezoidal rule on a normal cut off by a share that falls over 1.2 spacings.
      double exact = 2 * spacing * Math.sqrt(2 * Math.PI);
      assertThat(sum / exact).as("centre %f", centre).isCloseTo(1, within(1e-9));
    }
  }

  /** A window's sums are moments of the normal density, also where it is cut by an end. */
  @Test
  void windowsSpreadAndGather() {
    GaussianWindow window = new GaussianWindow(2.3);
    double[] values = new double[60];
    window.spread(values, 28.37, 3);
    double mass = 0;
    double mean = 0;
    for (int j = 0; j < values.length; j++) {
      double z = (j - 28.37) / 2.3;
      double exact = 3 * Math.exp(-0.5 * z * z) / (2.3 * Math.sqrt(2 * Math.PI));
      assertThat(values[j]).isCloseTo(exact, within(1e-15));
      mass += values[j];
      mean += values[j] * j;
    }
    assertThat(mass).isCloseTo(3, within(1e-14));
    assertThat(mean / mass).isCloseTo(28.37, within(1e-12));
    double[] ones = new double[60];
    java.util.Arrays.fill(ones, 1);
    window.gather(ones, 31.7);
    assertThat(window.zeroth()).isCloseTo(1, within(1e-14));
    assertThat(window.first()).isCloseTo(0, within(1e-14));
    assertThat(window.second()).isCloseTo(1, within(1e-14));
    double[] cut = new double[60];
    window.spread(cut, -4.2, 1);
    assertThat(cut[0])
        .isCloseTo(
            Math.exp(-0.5 * 4.2 * 4.2 / 5.29) / (2.3 * Math.sqrt(2 * Math.PI)), within(1e-15));
    window.gather(ones, 70.3);
    double tail = 0;
    for (int j = 0; j < 60; j++) {
      double z = (j - 70.3) / 2.3;
      tail += Math.exp(-0.5 * z * z) / (2.3 * Math.sqrt(2 * Math.PI));
    }
    assertThat(window.zeroth() / tail).isCloseTo(1, within(1e-12));
  }
}
