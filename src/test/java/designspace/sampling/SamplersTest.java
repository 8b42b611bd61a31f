package designspace.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SamplersTest {
  private static final Gaussian DATA =
      Gaussian.of(new double[] {1, -2}, new double[][] {{1, 0.6}, {0.6, 0.5}});
  private static final GaussianMixture BUMPS =
      GaussianMixture.of(
          new double[] {0.3, 0.7},
          Gaussian.isotropic(new double[] {-2}, 0.3),
          Gaussian.isotropic(new double[] {1}, 0.5));

  static List<KnownSampler> many() {
    List<KnownSampler> samplers = new ArrayList<>(Samplers.all());
    samplers.add(new StochasticHeun(Churn.everywhere(3)));
    samplers.add(new StochasticHeun(Churn.IMAGENET));
    samplers.add(new PredictorCorrector(0.6));
    return samplers;
  }

  /** Every draw is fed through the real steps, one at a time: c_m of Σ c_m Z_m, exactly. */
  @Property(seed = "1", tries = 30)
  void stepsOnPointsHaveTheExactVariance(
      @ForAll @DoubleRange(min = 0.01, max = 20) double c,
      @ForAll @DoubleRange(min = 5, max = 12) double rho,
      @ForAll @IntRange(min = 12, max = 40) int steps) {
    Gaussian data = Gaussian.isotropic(1, c);
    NoiseGrid grid = NoiseGrid.polynomial(0.02, 50, rho, steps);
    for (KnownSampler sampler : many()) {
      double fed =
          ImpulseResponse.law(sampler, ScoreFunction.exact(data), grid).covariance().getEntry(0, 0);
      double law = GaussianLaw.of(sampler, data, grid).variances()[0];
      // Grids without giant steps: Heun's second slope multiplies rounding errors by σ/σ′.
      assertThat(fed).as(sampler.label()).isCloseTo(law, within(1e-12 * (law + c * c)));
      int draws = ImpulseResponse.of(sampler, ScoreFunction.exact(data), grid).length - 1;
      assertThat(draws > 0).as(sampler.label()).isEqualTo(sampler.addsNoise());
    }
  }

  @Test
  void theMeanMovesAsTheLawSays() {
    NoiseGrid grid = NoiseGrid.polynomial(0.02, 50, 7, 12);
    for (KnownSampler sampler : many()) {
      Points x = Points.of(new double[2]);
      Steps steps = sampler.begin(grid);
      for (int k = 0; k < grid.steps(); k++) {
        x = steps.step(ScoreFunction.exact(DATA), k, x, Draws.silent(1));
      }
      double[] mean = GaussianLaw.of(sampler, DATA, grid).mean();
      assertThat(x.row(0)).as(sampler.label()).containsExactly(mean, within(1e-12));
    }
  }

  @Test
  void evaluationsAreCounted() {
    NoiseGrid grid = NoiseGrid.geometric(0.1, 10, 7);
    for (KnownSampler sampler : many()) {
      int[] calls = {0};
      ScoreFunction counting =
          (sigma, x) -> {
            calls[0]++;
            return DATA.score(sigma, x);
          };
      sampler.sample(counting, grid, Batch.of(3, 2, 1).onThreads(1));
      assertThat(calls[0]).as(sampler.label()).isEqualTo(sampler.evaluations(7));
      assertThat(sampler.steps(calls[0])).isEqualTo(7);
      assertThat(sampler.steps(calls[0] - 1)).isEqualTo(6);
    }
  }

  /** The same draws give the same points, with any score: the step laws are one. */
  @Test
  void threeNamesAreOneStepAndTwoAreAnother() {
    ScoreFunction score = ScoreFunction.exact(BUMPS);
    NoiseGrid grid = NoiseGrid.polynomial(0.02, 50, 7, 15);
    Batch batch = Batch.of(40, 1, 5);
    Points ancestral = new Ancestral().sample(score, grid, batch);
    same(new FrozenDenoiser().sample(score, grid, batch), ancestral);
    same(new Ddim(1).sample(score, grid, batch), ancestral);
    Points euler = new EulerFlow().sample(score, grid, batch);
    same(new Ddim(0).sample(score, grid, batch), euler);
    Points heun = new HeunFlow().sample(score, grid, batch);
    same(new StochasticHeun(Churn.everywhere(0)).sample(score, grid, batch), heun);
    same(new StochasticHeun(new Churn(9, 60, 70, 1)).sample(score, grid, batch), heun);
    Points multistep = new DpmSolver2M().sample(score, NoiseGrid.of(3, 0.5), batch);
    same(new EulerFlow().sample(score, NoiseGrid.of(3, 0.5), batch), multistep);
  }

  private static void same(Points one, Points other) {
    assertThat(one.toArray()).containsExactly(other.toArray(), within(1e-11));
  }

  /** eq-10 is the ancestral mean with the larger variance Δτ. */
  @Property(seed = "2", tries = 50)
  void equation10IsAncestralWithMoreNoise(
      @ForAll @DoubleRange(min = 0.1, max = 10) double from,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double fraction) {
    double to = fraction * from;
    ScoreFunction score = ScoreFunction.exact(BUMPS);
    Points x = Points.of(new double[] {0.7});
    Points mean = new ExponentialIntegrator().step(score, from, to, x, Draws.silent(1));
    assertThat(new Ancestral().step(score, from, to, x, Draws.silent(1)).get(0, 0))
        .isCloseTo(mean.get(0, 0), within(1e-13));
    double deltaTau = from * from - to * to;
    assertThat(spread(new ExponentialIntegrator(), from, to)).isCloseTo(deltaTau, within(1e-10));
    assertThat(spread(new Ancestral(), from, to))
        .isCloseTo(deltaTau * fraction * fraction, within(1e-10));
  }

  private static double spread(OneStepSampler sampler, double from, double to) {
    ScoreFunction score = ScoreFunction.exact(BUMPS);
    Points x = Points.of(new double[] {0.7}, new double[] {0.7});
    var random = new java.util.random.RandomGenerator[] {Draws.of(0), Draws.of(1)};
    Points y = sampler.step(score, from, to, x, random);
    return Math.pow(y.get(1, 0) - y.get(0, 0), 2);
  }

  /** What two-step memory must not do: leak from batch to batch. */
  @Property(seed = "3", tries = 20)
  void memoryIsABatchsOwn(
      @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(min = 1, max = 4) int on) {
    ScoreFunction score = ScoreFunction.exact(DATA);
    NoiseGrid grid = NoiseGrid.geometric(0.02, 50, 9);
    for (KnownSampler sampler : List.of(new DpmSolver2M(), new StochasticHeun(Churn.IMAGENET))) {
      Points whole = sampler.sample(score, grid, Batch.of(60, 2, 4).inBatchesOf(60).onThreads(1));
      Points parts =
          sampler.sample(score, grid, Batch.of(60, 2, 4).inBatchesOf(size).onThreads(on));
      assertThat(parts).isEqualTo(whole);
    }
  }

  @Test
  void theDenoiserIsThePosteriorMean() {
    Points x = Points.of(new double[] {0.4, 1}, new double[] {-3, 2});
    Points mean = Denoiser.at(ScoreFunction.exact(DATA), 0.8, x);
    assertThat(mean.toArray()).containsExactly(DATA.posteriorMean(0.8, x).toArray(), within(1e-13));
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> new Ddim(1.5)).hasMessageContaining("eta = 1.5");
    assertThatThrownBy(() -> new Ddim(Double.NaN)).hasMessageContaining("eta = NaN");
    assertThatThrownBy(() -> new PredictorCorrector(-1)).hasMessageContaining("snr = -1");
    assertThatThrownBy(() -> Churn.everywhere(-1)).hasMessageContaining("amount = -1");
    assertThatThrownBy(() -> new Churn(1, 3, 2, 1)).hasMessageContaining("high = 2");
    assertThatThrownBy(() -> new Churn(1, 1, 2, 0)).hasMessageContaining("noise = 0");
    assertThatThrownBy(() -> new HeunFlow().steps(1))
        .hasMessageContaining("budget = 1: expected an integer of at least 2");
    ScoreFunction shifted = ScoreFunction.exact(Gaussian.isotropic(new double[] {1}, 1));
    assertThatThrownBy(() -> ImpulseResponse.law(new EulerFlow(), shifted, NoiseGrid.of(2, 1)))
        .hasMessageContaining("only a linear sampler has a response");
    ScoreFunction bent = ScoreFunction.pointwise((sigma, x) -> new double[] {-Math.tanh(x[0])});
    assertThatThrownBy(() -> ImpulseResponse.law(new EulerFlow(), bent, NoiseGrid.of(2, 1)))
        .hasMessageContaining("expected linear in x and 0 at x = 0");
    ScoreFunction none = (sigma, x) -> null;
    assertThatThrownBy(() -> new Ancestral().sample(none, NoiseGrid.of(2, 1), Batch.of(3, 2, 1)))
        .hasMessageContaining("score = null: expected 3 points in 2 dimensions");
  }
}
