package designspace.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Optima that are known exactly, and what a result says of itself. */
class OptimalGridTest {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  /** Levels that hardly matter are hardly known: compared by what they cost, and to 1e−4. */
  private static void assertOptimum(SmoothGridError error, NoiseGrid known, List<NoiseGrid> from) {
    OptimalGrid found = OptimalGrid.from(error, from);
    double least = error.at(known);
    assertThat(found.value()).as(error.label()).isCloseTo(least, within(1e-9 * least));
    assertThat(found.certificate().isMinimum()).as("%s", found.certificate()).isTrue();
    for (int k = 0; k <= known.steps(); k++) {
      assertThat(found.grid().sigma(k) / known.sigma(k)).isCloseTo(1, within(1e-4));
    }
    assertThat(found.grid().sigma(0)).isEqualTo(known.sigma(0));
    assertThat(found.grid().sigmaMin()).isEqualTo(known.sigmaMin());
  }

  private static List<NoiseGrid> paperGrids(int steps) {
    return List.of(
        NoiseGrid.polynomial(LOW, HIGH, 7, steps), NoiseGrid.geometric(LOW, HIGH, steps));
  }

  @Property(seed = "1", tries = 40)
  void findsTheLawsThatAreExactAtEveryN(
      @ForAll @DoubleRange(min = 0.03, max = 10) double c,
      @ForAll @IntRange(min = 1, max = 40) int steps) {
    Gaussian data = Gaussian.isotropic(2, c);
    assertOptimum(
        new GaussianPathError(LinearSampler.EXPONENTIAL_INTEGRATOR, data),
        NoiseGrid.angle(AngleLaw.LOG, c, LOW, HIGH, steps),
        paperGrids(steps));
    assertOptimum(
        new GaussianPathError(LinearSampler.FROZEN_DENOISER, data),
        NoiseGrid.angle(AngleLaw.LOG_SNR, c, LOW, HIGH, steps),
        paperGrids(steps));
    assertOptimum(
        new GaussianMarginalError(LinearSampler.EULER_FLOW, data),
        NoiseGrid.angle(AngleLaw.ARCTANGENT, c, LOW, HIGH, steps),
        paperGrids(steps));
  }

  @Property(seed = "1", tries = 40)
  void findsTheGridOfTheRecursion(
      @ForAll @DoubleRange(min = 0.03, max = 10) double c,
      @ForAll @IntRange(min = 1, max = 40) int steps) {
    for (LinearSampler sampler : LinearSampler.values()) {
      if (sampler.addsNoise()) {
        assertOptimum(
            new GaussianMarginalError(sampler, Gaussian.isotropic(1, c)),
            LeastMarginalGrid.of(sampler, c, LOW, HIGH, steps),
            paperGrids(steps));
      }
    }
  }

  /** THEORY B4's case: 1/√ law 4.217e−4, polynomial(7) 2.760e−3, exponential 2.805e−3. */
  @Test
  void aHundredSteps() {
    SmoothGridError error =
        new GaussianMarginalError(LinearSampler.EXPONENTIAL_INTEGRATOR, Gaussian.isotropic(1, 0.5));
    OptimalGrid found = OptimalGrid.of(error, LOW, HIGH, 100);
    assertThat(found.value()).isCloseTo(4.0761e-4, within(5e-9));
    assertThat(found.gain()).isLessThan(1);
    for (NoiseGrid start : paperGrids(100)) {
      OptimalGrid other = OptimalGrid.from(error, List.of(start));
      assertThat(other.value()).isCloseTo(found.value(), within(1e-9 * found.value()));
      assertThat(other.startValue()).isEqualTo(error.at(start));
    }
  }

  @Test
  void refusesStartsThatDoNotMatchAndStopsWhenInterrupted() {
    SmoothGridError error =
        new GaussianPathError(LinearSampler.EXPONENTIAL_INTEGRATOR, Gaussian.isotropic(1, 1));
    assertThatThrownBy(() -> OptimalGrid.of(withoutSlope(), 1, 2, 3))
        .hasMessageContaining("slope of the error by ln σ[1] = NaN");
    assertThatThrownBy(() -> OptimalGrid.from(error, List.of()))
        .hasMessageContaining("number of starts = 0");
    assertThatThrownBy(
            () ->
                OptimalGrid.from(
                    error, List.of(NoiseGrid.geometric(1, 2, 5), NoiseGrid.geometric(1, 3, 5))))
        .hasMessageContaining("the ends stay fixed");
    assertThatThrownBy(
            () ->
                OptimalGrid.from(
                    error, List.of(NoiseGrid.geometric(1, 2, 5), NoiseGrid.geometric(1, 2, 6))))
        .hasMessageContaining("all starts are of one size");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> OptimalGrid.of(error, LOW, HIGH, 10))
          .isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }

  private static SmoothGridError withoutSlope() {
    return new SmoothGridError() {
      @Override
      public String label() {
        return "no slope";
      }

      @Override
      public double at(NoiseGrid grid) {
        return 1;
      }

      @Override
      public double[] gradient(NoiseGrid grid) {
        double[] slopes = new double[grid.steps() + 1];
        java.util.Arrays.fill(slopes, Double.NaN);
        return slopes;
      }
    };
  }
}
