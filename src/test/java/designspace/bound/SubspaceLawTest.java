package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.data.Gaussian;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import org.junit.jupiter.api.Test;

/** The exact laws hold for data without variance in some directions: S = λ + τ is positive. */
class SubspaceLawTest {
  private static final double[] MEAN = {0.5, -1, 0.2};
  private final Gaussian flat =
      Gaussian.onSubspace(MEAN, new double[] {1, 1, 0}, new double[] {0, 1, 1});
  private final Gaussian thin =
      Gaussian.of(MEAN, new double[][] {{1 + 1e-12, 1, 0}, {1, 2 + 1e-12, 1}, {0, 1, 1 + 1e-12}});
  private final NoiseGrid grid = NoiseGrid.of(10, 3, 1, 0.3, 0.1);

  @Test
  void exactLawsAreThoseOfAThinGaussian() {
    for (LinearSampler sampler : LinearSampler.values()) {
      GaussianLaw law = GaussianLaw.of(sampler, flat, grid);
      GaussianLaw limit = GaussianLaw.of(sampler, thin, grid);
      // τ changes by 1e−12 of 0.01 at the last level.
      assertThat(law.klNats() / limit.klNats()).isCloseTo(1, within(1e-8));
      assertThat(law.wasserstein2() / limit.wasserstein2()).isCloseTo(1, within(1e-8));
      assertThat(law.asGaussian().spectrum().isSingular()).isFalse();
    }
  }

  @Test
  void ledgersAreThoseOfAThinGaussian() {
    for (LinearSampler sampler :
        new LinearSampler[] {LinearSampler.EXPONENTIAL_INTEGRATOR, LinearSampler.FROZEN_DENOISER}) {
      double total = PathLedger.exactScore(sampler, flat, grid).totalNats();
      assertThat(total / PathLedger.exactScore(sampler, thin, grid).totalNats())
          .isCloseTo(1, within(1e-8));
      assertThat(total).isGreaterThan(GaussianLaw.of(sampler, flat, grid).klNats());
    }
  }

  /** A point is removed exactly by the denoiser-frozen SDE: only the start is wrong. */
  @Test
  void aPointCostsTheFrozenDenoiserNothing() {
    Gaussian point = Gaussian.point(1, 2);
    double start = 5.0 / 200; // ‖x‖²/2τ₀
    assertThat(PathLedger.exactScore(LinearSampler.FROZEN_DENOISER, point, grid).totalNats())
        .isCloseTo(start, within(1e-15));
  }
}
