package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LineQuadratureTest {
  private static final GaussianMixture MIXTURE =
      GaussianMixture.of(
          new double[] {0.3, 0.5, 0.2},
          Gaussian.isotropic(new double[] {-2}, 0.3),
          Gaussian.isotropic(new double[] {0.5}, 0.6),
          Gaussian.isotropic(new double[] {3}, 0.2));

  /**
   * τ, J, mmse by an independent program: trapezoid on a fine grid, relative error below 1e−8,
   * eleven digits given.
   */
  private static final double[][] REFERENCE = {
    {0.0001, 9.2322945124e+00, 9.9907677055e-05},
    {0.01, 7.8181451763e+00, 9.2181854824e-03},
    {0.1, 3.1896591396e+00, 6.8103408604e-02},
    {1.0, 2.9563471990e-01, 7.0436528010e-01},
    {10.0, 7.5388575967e-02, 2.4611424033e+00},
    {100.0, 9.6826556468e-03, 3.1734435319e+00},
  };

  @Test
  void agreesWithAnIndependentProgram() {
    LineQuadrature line = new LineQuadrature(MIXTURE);
    for (double[] row : REFERENCE) {
      Estimate j = line.fisherInformation(row[0]);
      Estimate mmse = line.mmse(row[0]);
      assertThat(j.value() / row[1]).isCloseTo(1, within(1e-10));
      assertThat(mmse.value() / row[2]).isCloseTo(1, within(1e-10));
      assertThat(j.error()).isLessThan(1e-12 * j.value());
    }
  }

  @Property(seed = "1", tries = 50)
  void oneBumpHasTheClosedForms(
      @ForAll @DoubleRange(min = -3, max = 4) @Scale(6) double power,
      @ForAll @DoubleRange(min = 0.05, max = 5) double c) {
    double tau = Math.pow(10, power);
    Gaussian gaussian = Gaussian.isotropic(new double[] {0.7}, c);
    LineQuadrature line = new LineQuadrature(GaussianMixture.of(new double[] {2}, gaussian));
    assertThat(line.fisherInformation(tau).value() / gaussian.fisherInformation(tau))
        .isCloseTo(1, within(1e-12));
    assertThat(line.mmse(tau).value() / gaussian.mmse(tau)).isCloseTo(1, within(1e-12));
    double entropy = 0.5 * Math.log(2 * Math.PI * Math.E * (c * c + tau));
    assertThat(line.entropyNats(tau).value()).isCloseTo(entropy, within(1e-12));
  }

  /** lem-11: J = 1/τ − mmse/τ², and de Bruijn: dh/dτ = J/2. */
  @Property(seed = "2", tries = 50)
  void informationIdentities(@ForAll @DoubleRange(min = -2, max = 3) @Scale(6) double power) {
    LineQuadrature line = new LineQuadrature(MIXTURE);
    double tau = Math.pow(10, power);
    double j = line.fisherInformation(tau).value();
    double other = 1 / tau - line.mmse(tau).value() / (tau * tau);
    assertThat(other).isCloseTo(j, within(1e-13 / tau));
    double h = 1e-4 * tau;
    double slope =
        (line.entropyNats(tau + h).value() - line.entropyNats(tau - h).value()) / (2 * h);
    // Central difference: relative error of order h², rounding 1e−12.
    assertThat(2 * slope / j).isCloseTo(1, within(1e-6));
  }

  /** ±1 with equal weights: mmse = 1 − E tanh(1/τ + Z/σ) by the trapezoidal rule. */
  @Property(seed = "3", tries = 50)
  void twoPointsHaveTheKnownMmse(@ForAll @DoubleRange(min = -1.5, max = 2) @Scale(6) double power) {
    double tau = Math.pow(10, power);
    LineQuadrature line =
        new LineQuadrature(GaussianMixture.points(Points.of(new double[] {-1}, new double[] {1})));
    double sum = 0;
    double h = 1.0 / 512;
    for (double z = -12; z <= 12; z += h) {
      // 1 − tanh u = 2/(1 + e^{2u})
      double u = 1 / tau + z / Math.sqrt(tau);
      sum += h * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 2 / (1 + Math.exp(2 * u));
    }
    assertThat(line.mmse(tau).value() / sum).isCloseTo(1, within(1e-9));
  }

  /** Apart by many σ, points are known exactly: J = 1/τ, mmse = 0, however small σ is. */
  @Test
  void resolvesPointsAtTinyNoise() {
    for (GaussianMixture law : List.of(Laws.POINTS_ON_LINE, pointAndBump())) {
      for (double sigma : new double[] {1e-3, 1e-6}) {
        LineQuadrature line = new LineQuadrature(law);
        double tau = sigma * sigma;
        double share = law == Laws.POINTS_ON_LINE ? 1 : 0.5;
        // The bump adds 1/(0.8² + τ), and ½ of 1e−4 of its mass near the point is ambiguous.
        assertThat(line.fisherInformation(tau).value() * tau).isCloseTo(share, within(2e-2));
        assertThat(line.mmse(tau).value() / tau).isCloseTo(1 - share, within(2e-2));
      }
    }
  }

  private static GaussianMixture pointAndBump() {
    return GaussianMixture.of(
        new double[] {1, 1}, Gaussian.point(0.3), Gaussian.isotropic(new double[] {0}, 0.8));
  }

  /** U(0, 1): entropy 0 and mmse τ without noise, mmse 1/12 in the limit of much. */
  @Test
  void intervalsHaveTheirLimits() {
    Boxes unit = Boxes.of(Points.of(new double[] {0}), Points.of(new double[] {1}));
    LineQuadrature line = new LineQuadrature(unit);
    assertThat(line.entropyNats(1e-12).value()).isCloseTo(0, within(1e-5)); // edges cost order σ
    assertThat(line.mmse(1e-12).value() / 1e-12).isCloseTo(1, within(1e-5));
    assertThat(line.mmse(1e6).value() * 12).isCloseTo(1, within(1e-6)); // 1/(12τ) less
    assertThat(line.fisherInformation(1e6).value() * 1e6).isCloseTo(1, within(1e-6));
    for (double tau : new double[] {1e-6, 0.01, 1, 100}) {
      Estimate j = line.fisherInformation(tau);
      double h = 1e-4 * tau;
      double slope =
          (line.entropyNats(tau + h).value() - line.entropyNats(tau - h).value()) / (2 * h);
      // de Bruijn by central difference: relative error of order h²/τ², rounding 1e−14/h.
      assertThat(2 * slope).isCloseTo(j.value(), within(1e-6 * j.value() + 1e-13 / h));
      assertThat(j.error()).isLessThan(1e-9 * j.value());
    }
  }

  @Test
  void pointsHaveNoEntropyWithoutNoise() {
    assertThatThrownBy(() -> new LineQuadrature(Laws.POINTS_ON_LINE).entropyNats(0))
        .hasMessageContaining("standard deviation of a smoothed bump = 0.0");
    assertThatThrownBy(() -> new LineQuadrature(MIXTURE).mmse(0)).hasMessageContaining("tau = 0.0");
    assertThat(new LineQuadrature(MIXTURE).entropyNats(0).value()).isFinite();
  }

  @Test
  void worksOnTheLineOnly() {
    GaussianMixture plane = GaussianMixture.of(new double[] {1}, Gaussian.isotropic(2, 1));
    assertThatThrownBy(() -> new LineQuadrature(plane))
        .hasMessageContaining("dimension of data = 2: expected 1");
  }
}
