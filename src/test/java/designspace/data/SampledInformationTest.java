package designspace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SampledInformationTest {
  private static final double STANDARD_ERRORS = 4;
  private static final int SIZE = 5000;

  private static final SampledInformation LINE = new SampledInformation(Laws.LINE, SIZE, 3);

  private static void near(Estimate estimate, double expected, double rounding) {
    assertThat(estimate.value())
        .isCloseTo(expected, within(STANDARD_ERRORS * estimate.error() + rounding));
  }

  /** On the line quadrature knows the answer to ten digits; sums round by 1e−13 of 1/τ ≥ J. */
  @Test
  void agreesWithQuadrature() {
    for (double tau : new double[] {1e-4, 1e-2, 0.1, 1, 10, 1e3}) {
      LineQuadrature mixture = new LineQuadrature(Laws.LINE);
      near(LINE.fisherInformation(tau), mixture.fisherInformation(tau).value(), 1e-13 / tau);
      near(LINE.mmse(tau), mixture.mmse(tau).value(), 0);
      LineQuadrature points = new LineQuadrature(Laws.POINTS_ON_LINE);
      SampledInformation cloud = new SampledInformation(Laws.POINTS_ON_LINE, SIZE, 4);
      near(cloud.fisherInformation(tau), points.fisherInformation(tau).value(), 1e-13 / tau);
      near(cloud.mmse(tau), points.mmse(tau).value(), 1e-15);
      LineQuadrature intervals = new LineQuadrature(Laws.INTERVALS);
      SampledInformation boxes = new SampledInformation(Laws.INTERVALS, SIZE, 5);
      near(boxes.fisherInformation(tau), intervals.fisherInformation(tau).value(), 1e-13 / tau);
      near(boxes.mmse(tau), intervals.mmse(tau).value(), 0);
    }
  }

  /**
   * Of a Gaussian the posterior variance and so both numbers are constants: nothing is left to
   * chance.
   */
  @Property(seed = "1", tries = 20)
  void aGaussianHasNoStandardError(@ForAll @DoubleRange(min = -4, max = 4) @Scale(6) double power) {
    double tau = Math.pow(10, power);
    Gaussian law = Gaussian.isotropic(3, 0.7);
    SampledInformation sampled = new SampledInformation(law, 100, 6);
    assertThat(sampled.mmse(tau).value() / law.mmse(tau)).isCloseTo(1, within(1e-13));
    near(sampled.fisherInformation(tau), law.fisherInformation(tau), 1e-14 / tau);
    assertThat(sampled.fisherInformation(tau).error()).isLessThan(1e-14 / tau);
  }

  /** The control variate is never worse than the mean of ‖∇log p‖² or d/τ − mmse/τ² alone. */
  @Property(seed = "2", tries = 30)
  void isNoWorseThanEither(@ForAll @DoubleRange(min = -4, max = 3) @Scale(6) double power) {
    double tau = Math.pow(10, power);
    double sigma = Math.sqrt(tau);
    RandomStreams streams = new RandomStreams(3);
    Points x = Laws.LINE.sample(SIZE, streams.fork(0)).plusNoise(sigma, streams.fork(1));
    double[] squares = Laws.LINE.score(sigma, x).map(s -> new double[] {s[0] * s[0]}).column(0);
    double error = LINE.fisherInformation(tau).error();
    double rounding = 1e-12 / tau;
    assertThat(error).isLessThan(Estimate.mean(squares).error() + rounding);
    assertThat(error).isLessThan(LINE.mmse(tau).error() / (tau * tau) + rounding);
  }

  /** The same random numbers at every τ: neighbours differ by the slope, not by the error. */
  @Test
  void isSmoothInTau() {
    for (double tau : new double[] {0.1, 1, 10}) {
      double step = 1e-3;
      for (boolean mmse : new boolean[] {true, false}) {
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
          double at = tau * (1 + (i - 1) * step);
          f[i] = (mmse ? LINE.mmse(at) : LINE.fisherInformation(at)).value();
        }
        // Second difference step²τ²f″, with τ²f″ of the order of f; the error is 1e−3 f.
        assertThat(f[0] - 2 * f[1] + f[2]).isCloseTo(0, within(20 * step * step * f[1]));
      }
    }
  }

  @Test
  void isRepeatable() {
    Information first = Laws.TILTED.information();
    Information second = Laws.TILTED.information();
    assertThat(first).isInstanceOf(SampledInformation.class);
    assertThat(first.mmse(0.3)).isEqualTo(second.mmse(0.3));
    assertThat(first.fisherInformation(0.3).method()).isEqualTo("mean of 10000");
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> new SampledInformation(Laws.LINE, 1, 0))
        .hasMessageContaining("n = 1: expected an integer of at least 2");
    assertThatThrownBy(() -> LINE.mmse(0)).hasMessageContaining("tau = 0.0");
    assertThatThrownBy(() -> LINE.fisherInformation(Double.NaN)).hasMessageContaining("tau = NaN");
  }
}
