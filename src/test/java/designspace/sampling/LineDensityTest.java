package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.metric.GaussianDistance;
import designspace.metric.LineLaw;
import designspace.metric.Wasserstein;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineDensityTest {
  /** On Gaussian data the propagated density must be the exact law. */
  @Property(seed = "1", tries = 40)
  void isTheExactLawOnGaussianData(
      @ForAll @DoubleRange(min = 0.1, max = 5) double c,
      @ForAll @DoubleRange(min = -4, max = 4) double mean,
      @ForAll @IntRange(min = 1, max = 60) int steps) {
    Gaussian data = Gaussian.isotropic(new double[] {mean}, c);
    NoiseGrid grid = NoiseGrid.polynomial(0.02, 20, 7, steps);
    LineDensity density = LineDensity.of(ScoreFunction.exact(data), grid, c, 3);
    GaussianLaw law = GaussianLaw.of(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid);
    assertThat(density.mass()).isCloseTo(1, within(1e-11));
    // Tails below 1e−17 are cut: they weigh in only where KL itself is below 1e−5.
    assertThat(density.klNats(data, 0.02))
        .isCloseTo(law.klNats(), within(1e-9 * (1 + law.klNats())));
  }

  /** On Gaussian data the others' laws are known too, from a random step or from none. */
  @Property(seed = "2", tries = 20)
  void everyNoisySamplersDensityIsItsExactLaw(
      @ForAll @DoubleRange(min = 0.1, max = 5) double c,
      @ForAll @DoubleRange(min = -4, max = 4) double mean,
      @ForAll @IntRange(min = 5, max = 40) int steps) {
    Gaussian data = Gaussian.isotropic(new double[] {mean}, c);
    NoiseGrid grid = NoiseGrid.polynomial(0.05, 20, 7, steps);
    ScoreFunction exact = ScoreFunction.exact(data);
    for (GaussianStepSampler sampler :
        List.of(new Ancestral(), new FrozenDenoiser(), new Ddim(0.5), new Ddim(1))) {
      double kl = LineDensity.of(sampler, exact, grid, c, 3).klNats(data, 0.05);
      double law = GaussianLaw.of((LinearScheme) sampler, data, grid).klNats();
      // Too narrow a law falls below 1e−17 where the data still have mass, and KL lacks that.
      assertThat(kl).as(sampler.toString()).isCloseTo(law, within(1e-9 + 1e-4 * law));
    }
  }

  @Property(seed = "3", tries = 6)
  void everyFlowsDistributionIsItsExactLaw(
      @ForAll @DoubleRange(min = 0.1, max = 5) double c,
      @ForAll @DoubleRange(min = -4, max = 4) double mean,
      @ForAll @IntRange(min = 5, max = 40) int steps) {
    Gaussian data = Gaussian.isotropic(new double[] {mean}, c);
    NoiseGrid grid = NoiseGrid.polynomial(0.05, 20, 7, steps);
    for (KnownSampler sampler :
        List.of(new EulerFlow(), new HeunFlow(), new DpmSolver2M(), new Ddim(0))) {
      LineFlow flow = LineFlow.of(sampler, ScoreFunction.exact(data), grid, 4001);
      GaussianLaw law = GaussianLaw.of(sampler, data, grid);
      Gaussian normal = law.asGaussian();
      LineLaw target =
          LineLaw.density(
              flow.points(),
              Points.owning(flow.points(), 1)
                  .map(x -> new double[] {Math.exp(normal.logDensity(0, x))})
                  .toArray());
      double scale = Math.sqrt(law.variances()[0]);
      assertThat(Wasserstein.w2(LineLaw.cdf(flow.points(), flow.cdf()), target).value() / scale)
          .as(sampler.label())
          .isLessThan(1e-4); // O(1/4001²) in mass, more in the tails
    }
    assertThatThrownBy(() -> LineFlow.of(new Ancestral(), ScoreFunction.exact(data), grid, 11))
        .hasMessageContaining("expected a deterministic one");
    assertThatThrownBy(() -> LineDensity.of(new Ddim(0), ScoreFunction.exact(data), grid, c, 3))
        .hasMessageContaining("noise of step 0 = 0");
  }

  /** A score with an error in it: half of the true pull, still linear, so the law is Gaussian. */
  @Test
  void takesAnyScore() {
    Gaussian data = Gaussian.isotropic(1, 1);
    ScoreFunction half = (sigma, x) -> data.score(sigma, x).map(s -> new double[] {0.5 * s[0]});
    NoiseGrid grid = NoiseGrid.of(2, 1, 0.5);
    double variance = 4;
    for (int k = 0; k < 2; k++) {
      double gain = 1 - 0.5 * grid.deltaTau(k) / (1 + grid.tau(k));
      variance = gain * gain * variance + grid.deltaTau(k);
    }
    LineDensity density = LineDensity.of(half, grid, 1, 3);
    double expected =
        GaussianDistance.klNats(
            Gaussian.isotropic(1, Math.sqrt(1.25)), Gaussian.isotropic(1, Math.sqrt(variance)));
    assertThat(density.klNats(data, 0.5)).isCloseTo(expected, within(1e-10));
  }

  @Test
  void refusesBadInput() {
    NoiseGrid grid = NoiseGrid.of(2, 1);
    ScoreFunction exact = ScoreFunction.exact(Gaussian.isotropic(1, 1));
    assertThatThrownBy(() -> LineDensity.of(exact, grid, 0, 3)).hasMessageContaining("feature = 0");
    assertThatThrownBy(() -> LineDensity.of(exact, grid, 1, -3))
        .hasMessageContaining("resolution = -3");
    ScoreFunction broken = (sigma, x) -> x.map(point -> new double[] {Double.NaN});
    assertThatThrownBy(() -> LineDensity.of(broken, grid, 1, 3))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("the score at σ = 2.0 is not finite");
  }

  /** Twice the resolution changes nothing, and samples have the density. */
  @Test
  void convergesAndDescribesTheSamples() {
    GaussianMixture data =
        GaussianMixture.of(
            new double[] {0.4, 0.6},
            Gaussian.isotropic(new double[] {-2}, 0.3),
            Gaussian.isotropic(new double[] {1}, 0.7));
    NoiseGrid grid = NoiseGrid.geometric(0.05, 20, 12);
    ScoreFunction exact = ScoreFunction.exact(data);
    LineDensity density = LineDensity.of(exact, grid, 0.3, 3);
    double kl = density.klNats(data, 0.05);
    assertThat(LineDensity.of(exact, grid, 0.3, 6).klNats(data, 0.05) / kl)
        .isCloseTo(1, within(1e-8));
    int peak = density.values().length / 2;
    double middle = 0.5 * (density.points()[peak] + density.points()[peak + 1]);
    double average = 0.5 * (density.values()[peak] + density.values()[peak + 1]);
    assertThat(density.at(middle) / average).isCloseTo(1, within(1e-10)); // rounding of x
    assertThat(density.at(1e6)).isZero();
    int n = 100_000;
    Points samples = new ExponentialIntegrator().sample(exact, grid, Batch.of(n, 1, 5));
    double[] x = density.points();
    double[] q = density.values();
    double share = 0;
    for (int i = 0; i < x.length; i++) {
      share += x[i] < -1 ? q[i] * (x[1] - x[0]) : 0;
    }
    double sampled = 0;
    for (double value : samples.column(0)) {
      sampled += value < -1 ? 1.0 / n : 0;
    }
    // Four standard errors of a proportion, and the width of one grid cell.
    assertThat(sampled).isCloseTo(share, within(4 * Math.sqrt(0.25 / n) + x[1] - x[0]));
  }
}
