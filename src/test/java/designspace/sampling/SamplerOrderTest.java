package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.metric.LogLogSlope;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a sampler's error comes to as N grows. */
class SamplerOrderTest {
  /**
   * Slopes of |r − limit| over N = 200 … 3200 from an exact start, in a range of σ where every
   * sampler errs. The corrector at r = 0.16 forgets only over S/(4r²τ) = 120 steps, and its order
   * shows beyond many times that.
   */
  @Test
  void everySamplerHasItsOrder() {
    List<IntFunction<NoiseGrid>> families =
        List.of(
            n -> NoiseGrid.geometric(0.3, 20, n),
            n -> NoiseGrid.polynomial(0.3, 20, 7, n),
            n -> NoiseGrid.angle(AngleLaw.ARCTANGENT, 1, 0.3, 20, n));
    Gaussian data = Gaussian.isotropic(1, 1);
    for (KnownSampler sampler : SamplersTest.many()) {
      double limit = sampler.limit(1, 0.3);
      int far = sampler instanceof PredictorCorrector ? 16 : 1;
      double[] steps = IntStream.of(2, 4, 8, 16, 32).mapToDouble(n -> 100.0 * far * n).toArray();
      if (!Double.isNaN(limit)) {
        for (IntFunction<NoiseGrid> family : families) {
          double[] errors =
              Arrays.stream(steps)
                  .map(n -> GaussianLaw.fromExact(sampler, data, family.apply((int) n)).excess(0))
                  .map(r -> Math.abs(r - limit))
                  .toArray();
          assertThat(LogLogSlope.fit(steps, errors).slope())
              .as(sampler.label() + " on " + family.apply(2))
              .isCloseTo(-sampler.order(), within(0.1));
        }
      }
    }
  }

  /**
   * Equal steps h in ln σ that cover the data's scale: r → h for eq-10, −(1+η²)h/2 for DDIM, h²/4
   * for Heun and h²/8 for 2M, whatever λ. From the sums of squares or cubes of the step errors.
   */
  @Test
  void equalStepsInLogNoiseErrAlikeOnEveryScale() {
    double h = Math.log(1e8) / 20_000;
    NoiseGrid grid = NoiseGrid.geometric(1e-4, 1e4, 20_000);
    for (double c : new double[] {0.03, 1, 10}) {
      reaches(new ExponentialIntegrator(), c, grid, h);
      reaches(new Ancestral(), c, grid, -h);
      reaches(new Ddim(0.5), c, grid, -1.25 * h / 2);
      reaches(new EulerFlow(), c, grid, -h / 2);
      reaches(new HeunFlow(), c, grid, h * h / 4);
      reaches(new DpmSolver2M(), c, grid, h * h / 8);
    }
  }

  private static void reaches(KnownSampler sampler, double c, NoiseGrid grid, double limit) {
    double r = GaussianLaw.fromExact(sampler, Gaussian.isotropic(1, c), grid).excess(0);
    // The next order is h = 1e−3 as large, what the ends of the range cut off less.
    assertThat(r / limit).as(sampler.label() + ", c = " + c).isCloseTo(1, within(3e-3));
  }

  /** KL rests where r does, and comes there like 1/N, from above or below. */
  @Test
  void theCorrectorsErrorRestsAboveZero() {
    PredictorCorrector sampler = new PredictorCorrector(0.6);
    double r = sampler.limit(1, 0.3);
    double rest = 0.5 * (Math.log1p(r) - r / (1 + r));
    assertThat(slope(n -> Math.abs(law(sampler, (int) n).klNats() - rest), 16))
        .isCloseTo(-1, within(0.05));
    assertThat(law(sampler, 51_200).klNats()).isCloseTo(rest, within(0.05 * rest));
    assertThat(new PredictorCorrector(1).limit(1, 0.3)).isNaN();
  }

  /** (S_noise²−1)(1 − e^(−2 S_churn I)), approached like 1/N: order 1, not Heun's 2. */
  @Test
  void tooMuchChurnedNoiseLeavesItsClosedForm() {
    StochasticHeun sampler = new StochasticHeun(new Churn(1, 0, Double.POSITIVE_INFINITY, 1.05));
    double integral = 0.5 * Math.log((1 + 400) / (1 + 0.09)) / Math.log(20 / 0.3);
    double limit = (1.05 * 1.05 - 1) * -Math.expm1(-2 * integral);
    assertThat(slope(n -> Math.abs(law(sampler, (int) n).excess(0) - limit), 16))
        .isCloseTo(-sampler.order(), within(0.1));
    assertThat(sampler.order()).isEqualTo(1);
    assertThat(sampler.limit(1, 0.3)).isNaN();
  }

  private static GaussianLaw law(KnownSampler sampler, int steps) {
    NoiseGrid grid = NoiseGrid.geometric(0.3, 20, steps);
    return GaussianLaw.fromExact(sampler, Gaussian.isotropic(1, 1), grid);
  }

  private static double slope(DoubleUnaryOperator error, int far) {
    double[] steps = IntStream.of(2, 4, 8, 16, 32).mapToDouble(n -> 100.0 * far * n).toArray();
    return LogLogSlope.fit(steps, Arrays.stream(steps).map(error).toArray()).slope();
  }
}
