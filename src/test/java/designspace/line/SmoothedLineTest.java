package designspace.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.GaussianMixture;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SmoothedLineTest {
  /** Cubic in the step of a central difference, and rounding. */
  private static final double DIFFERENCE = 1e-6;

  @Property(seed = "1", tries = 60)
  void derivativesAreThoseOfTheScore(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 4) double tau) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    GaussianMixture data = Mixtures.random(random);
    double x = 3 * random.nextGaussian();
    SmoothedLine line = new SmoothedLine(data, tau);
    line.moveTo(x);
    double slope = line.slope();
    double rate = line.rate();
    double scale = 1 / Math.pow(line.width(), 3);
    assertThat(line.score()).isCloseTo(score(data, tau, x), within(1e-11 * scale));
    assertThat(line.logDensity()).isCloseTo(data.logDensity(Math.sqrt(tau), x), within(1e-11));
    double h = 1e-4 * line.width();
    double inPlace = (score(data, tau, x + h) - score(data, tau, x - h)) / (2 * h);
    assertThat(slope).isCloseTo(inPlace, within(DIFFERENCE * scale * line.width()));
    double t = 1e-4 * tau;
    double inTau = (score(data, tau + t, x) - score(data, tau - t, x)) / (2 * t);
    assertThat(rate).isCloseTo(inTau, within(DIFFERENCE * scale * (1 + Math.abs(x))));
  }

  /** ∂s/∂τ = ½ ∂²s/∂x² + s ∂s/∂x, since p solves the heat equation. */
  @Property(seed = "2", tries = 60)
  void heatEquation(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 4) double tau) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    SmoothedLine line = new SmoothedLine(Mixtures.random(random), tau);
    double x = 2 * random.nextGaussian();
    double h = 1e-4 * line.width();
    line.moveTo(x + h);
    double above = line.slope();
    line.moveTo(x - h);
    double second = (above - line.slope()) / (2 * h);
    line.moveTo(x);
    double scale = 1 / Math.pow(line.width(), 3);
    assertThat(line.rate())
        .isCloseTo(0.5 * second + line.score() * line.slope(), within(DIFFERENCE * scale * 10));
  }

  /** Two bumps of one width and weight change places half-way; a wide one takes over twice. */
  @Property(seed = "3", tries = 60)
  void takeoversAreWhereTwoPosteriorWeightsAreEqual(@ForAll long seed) {
    GaussianMixture data = Mixtures.random(new RandomStreams(seed).stream(0));
    double[] places = new SmoothedLine(data, 0.01).takeovers();
    for (double x : places) {
      double[] logs = new double[data.size()];
      for (int i = 0; i < logs.length; i++) {
        logs[i] = Math.log(data.weight(i)) + data.bump(i).logDensity(0.1, x);
      }
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < logs.length; i++) {
        for (int j = 0; j < i; j++) {
          nearest = Math.min(nearest, Math.abs(logs[i] - logs[j]) / (1 + Math.abs(logs[i])));
        }
      }
      assertThat(nearest).isCloseTo(0, within(1e-9));
    }
    assertThat(new SmoothedLine(Mixtures.twoBumps(0.5, 0.02), 0.01).takeovers())
        .hasSize(1)
        .satisfies(x -> assertThat(x[0]).isCloseTo(0, within(1e-15)));
  }

  private static double score(GaussianMixture data, double tau, double x) {
    return data.score(Math.sqrt(tau), Points.owning(new double[] {x}, 1)).toArray()[0];
  }
}
