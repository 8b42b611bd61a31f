package designspace.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every local minimum at few steps. */
class LevelSearchTest {
  private static final double LOW = 0.002;
  private static final double HIGH = 80;

  @Test
  void onOneScaleThereIsOneMinimumAndTheSearchFindsIt() {
    for (double c : new double[] {0.1, 0.5, 1, 5}) {
      for (LinearSampler sampler : LinearSampler.values()) {
        SmoothGridError error = new GaussianMarginalError(sampler, Gaussian.isotropic(1, c));
        for (int n = 2; n <= 4; n++) {
          LevelSearch search = LevelSearch.of(error, LOW, HIGH, n, n == 4 ? 25 : 60);
          assertThat(search.minima()).as("%s c=%s N=%d", sampler, c, n).hasSize(1);
          double least = search.best().value();
          assertThat(OptimalGrid.of(error, LOW, HIGH, n).value()).isCloseTo(least, within(1e-10));
          assertThat(search.best().certificate().isMinimum()).isTrue();
        }
      }
    }
  }

  /** Standard deviations 0.003 and 100: two levels serve one scale or are shared between both. */
  @Test
  void onTwoScalesThereAreSeveral() {
    Gaussian data = Gaussian.of(new double[2], new double[][] {{9e-6, 0}, {0, 1e4}});
    SmoothGridError error = new GaussianMarginalError(LinearSampler.EULER_FLOW, data);
    LevelSearch search = LevelSearch.of(error, LOW, 1000, 3, 60);
    assertThat(search.grids()).isEqualTo(60 * 59 / 2);
    assertThat(search.minima()).hasSize(2);
    assertThat(search.best().value()).isCloseTo(0.6431, within(1e-4));
    assertThat(search.minima().get(1).value()).isCloseTo(0.7259, within(1e-4));
    assertThat(search.minima()).allMatch(minimum -> minimum.certificate().isMinimum());
    // The best start is not in the basin of the best minimum; another start is.
    assertThat(OptimalGrid.of(error, LOW, 1000, 3).value())
        .isCloseTo(search.minima().get(1).value(), within(1e-10));
    assertThat(OptimalGrid.fromEach(error, StartGrids.all(LOW, 1000, 3)).value())
        .isCloseTo(search.best().value(), within(1e-10));
  }

  /** What {@link OptimalGrid} says of two scales: by sampler, N, ratio and place in the range. */
  @ParameterizedTest
  @CsvSource({
    "EXPONENTIAL_INTEGRATOR, 2, 10, 0.3, 1",
    "EXPONENTIAL_INTEGRATOR, 2, 30, 0.3, 2",
    "EXPONENTIAL_INTEGRATOR, 2, 100, 0.003, 1",
    "EXPONENTIAL_INTEGRATOR, 2, 100, 0.1, 2",
    "EXPONENTIAL_INTEGRATOR, 3, 100, 0.1, 1",
    "EXPONENTIAL_INTEGRATOR, 3, 100, 1, 2",
    "EULER_FLOW, 2, 100, 0.1, 1",
    "EULER_FLOW, 3, 30, 0.003, 1",
    "EULER_FLOW, 3, 100, 0.003, 2",
    "EULER_FLOW, 4, 100, 0.1, 2",
    "FROZEN_DENOISER, 2, 100, 0.1, 1",
    "FROZEN_DENOISER, 3, 30, 0.003, 2",
    "FROZEN_DENOISER, 4, 10, 0.1, 1",
    "FROZEN_DENOISER, 4, 30, 0.1, 2",
    "FROZEN_DENOISER, 4, 100, 0.003, 3",
  })
  void twoScales(LinearSampler sampler, int steps, double ratio, double small, int minima) {
    double large = ratio * small;
    double[][] covariance = {{small * small, 0}, {0, large * large}};
    SmoothGridError error =
        new GaussianMarginalError(sampler, Gaussian.of(new double[2], covariance));
    LevelSearch search = LevelSearch.of(error, LOW, 1000, steps, steps == 4 ? 20 : 40);
    assertThat(search.minima()).hasSize(minima);
    assertThat(search.minima()).allMatch(minimum -> minimum.certificate().isMinimum());
  }

  @Test
  void refusesMoreSteps() {
    SmoothGridError error =
        new GaussianMarginalError(LinearSampler.EULER_FLOW, Gaussian.isotropic(1, 1));
    assertThatThrownBy(() -> LevelSearch.of(error, LOW, HIGH, 5, 20))
        .hasMessageContaining("steps = 5: expected 2, 3 or 4");
    assertThatThrownBy(() -> LevelSearch.of(error, LOW, HIGH, 3, 3))
        .hasMessageContaining("places = 3");
  }
}
