package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExponentialIntegratorTest {
  private static final Gaussian DATA =
      Gaussian.of(new double[] {1, -2}, new double[][] {{1, 0.6}, {0.6, 0.5}});
  private static final NoiseGrid GRID = NoiseGrid.polynomial(0.002, 80, 7, 12);
  private static final ScoreFunction SCORE = ScoreFunction.exact(DATA);
  private final OneStepSampler sampler = new ExponentialIntegrator();

  @Property(seed = "1", tries = 40)
  void sameSeedSameBitsForAnyBatchSizeAndThreadCount(
      @ForAll @IntRange(min = 1, max = 300) int samples,
      @ForAll @IntRange(min = 1, max = 400) int batchSize,
      @ForAll @IntRange(min = 1, max = 5) int threads) {
    Batch one = Batch.of(300, 2, 9).inBatchesOf(300).onThreads(1);
    Batch other = Batch.of(samples, 2, 9).inBatchesOf(batchSize).onThreads(threads);
    Points expected = sampler.sample(SCORE, GRID, one).slice(0, samples);
    assertThat(sampler.sample(SCORE, GRID, other)).isEqualTo(expected);
  }

  @Test
  void anotherSeedGivesOtherSamples() {
    Points first = sampler.sample(SCORE, GRID, Batch.of(5, 2, 1));
    assertThat(sampler.sample(SCORE, GRID, Batch.of(5, 2, 2))).isNotEqualTo(first);
  }

  @Test
  void theStepIsEquation10() {
    Points x = Points.of(new double[] {3, 4});
    ScoreFunction constant = (sigma, points) -> Points.of(new double[] {10 * sigma, -1});
    RandomGenerator noise = new RandomStreams(1).stream(0);
    RandomGenerator same = new RandomStreams(1).stream(0);
    Points next = sampler.step(constant, 2, 1, x, new RandomGenerator[] {noise});
    double first = 3 + (4 - 1) * 20 + Math.sqrt(3) * same.nextGaussian();
    double second = 4 + (4 - 1) * -1 + Math.sqrt(3) * same.nextGaussian();
    assertThat(next.row(0)).containsExactly(new double[] {first, second}, within(1e-13));
  }

  @Test
  void thePathEndsWhereTheRunEnds() {
    Batch batch = Batch.of(50, 2, 3).inBatchesOf(7);
    List<Points> path = sampler.path(SCORE, GRID, batch);
    assertThat(path).hasSize(13);
    assertThat(path.get(12)).isEqualTo(sampler.sample(SCORE, GRID, batch));
    assertThat(path.get(0).variance()[0]).isBetween(0.4 * 6400, 2.0 * 6400); // χ² with 49 d.f.
  }

  @Test
  void everyIterateHasTheExactLaw() {
    int n = 50_000;
    List<Points> path = sampler.path(SCORE, GRID, Batch.of(n, 2, 11));
    List<GaussianLaw> law = GaussianLaw.path(LinearSampler.EXPONENTIAL_INTEGRATOR, DATA, GRID);
    for (int k = 0; k <= GRID.steps(); k++) {
      Gaussian exact = law.get(k).asGaussian();
      for (int j = 0; j < 2; j++) {
        double variance = exact.spectrum().covariance().getEntry(j, j);
        // 52 comparisons: 4.5 standard errors are exceeded by chance once in 2800 seeds.
        assertThat(path.get(k).mean()[j])
            .isCloseTo(exact.mean()[j], within(4.5 * Math.sqrt(variance / n)));
        assertThat(path.get(k).variance()[j] / variance)
            .isCloseTo(1, within(4.5 * Math.sqrt(2.0 / n)));
      }
    }
  }

  @Test
  void aBadScoreIsReportedWithSampleStepAndCause() {
    ScoreFunction broken =
        (sigma, x) -> sigma < 1 ? Points.of(new double[] {Double.NaN, 0}) : SCORE.at(sigma, x);
    assertThatThrownBy(() -> sampler.sample(broken, GRID, Batch.of(1, 2, 0)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("sample 0 became NaN in step")
        .hasMessageContaining("the score returned a value that is not finite");
    ScoreFunction wrongSpace = (sigma, x) -> Points.of(new double[] {0});
    assertThatThrownBy(() -> sampler.sample(wrongSpace, GRID, Batch.of(1, 2, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dimension of score = 1: expected 2");
    ScoreFunction wrongSize = (sigma, x) -> Points.of(new double[] {0, 0});
    assertThatThrownBy(() -> sampler.sample(wrongSize, GRID, Batch.of(3, 2, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number of scores = 1: expected 3");
  }

  @Test
  void anInterruptStopsTheRun() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> sampler.sample(SCORE, GRID, Batch.of(10, 2, 0)))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesEmptyAndGiganticBatches() {
    assertThatThrownBy(() -> Batch.of(0, 1, 0)).hasMessageContaining("samples = 0");
    assertThatThrownBy(() -> Batch.of(1, 0, 0)).hasMessageContaining("dimension = 0");
    assertThatThrownBy(() -> Batch.of(1, 1, 0).inBatchesOf(0))
        .hasMessageContaining("batchSize = 0");
    assertThatThrownBy(() -> Batch.of(1, 1, 0).onThreads(0)).hasMessageContaining("threads = 0");
    assertThatThrownBy(() -> Batch.of(1 << 20, 1 << 12, 0))
        .hasMessageContaining("samples × dimension = 4294967296");
  }
}
