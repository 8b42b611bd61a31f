package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
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

  @Test
  void worksOnTheLineOnly() {
    GaussianMixture plane = GaussianMixture.of(new double[] {1}, Gaussian.isotropic(2, 1));
    assertThatThrownBy(() -> new LineQuadrature(plane))
        .hasMessageContaining("dimension of data = 2: expected 1");
  }
}
