package designspace.training;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.data.GaussianMixture;
import designspace.data.Shapes;
import designspace.metric.EnergyDistance;
import designspace.network.NetworkScore;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.sampling.Batch;
import designspace.sampling.ExponentialIntegrator;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two moons, learned in a few seconds: the loss reaches its floor, the samples the data. */
class LearnedScoreTest {
  /** Measured 0.023; other seeds and noise laws up to 0.03. */
  private static final double EXCESS_LEFT = 0.06;

  /** Samples of equal laws differ by E‖X−Y‖/n ≈ 0.0004 in the mean square; measured −0.0004. */
  private static final double ENERGY = 0.002;

  private static final int STEPS = 2000;
  private static final GaussianMixture DATA = Shapes.twoMoons();
  private static final double SIGMA_DATA = 0.7;
  private static final NoiseGrid GRID = NoiseGrid.polynomial(0.05, 20, 7, 40);
  private static final TotalWeighting WEIGHTING = TotalWeighting.uniform(Design.of(GRID));

  @Test
  void trainingReachesTheFloorAndTheData() {
    Parametrization edm = Parametrization.edm(SIGMA_DATA);
    Minibatches minibatches = new Minibatches(DATA, NoiseLaw.levels(WEIGHTING), edm, 256, 1);
    ReluNetwork start = ReluNetwork.practical(minibatches.shape(64, 2), 2);
    MinibatchTraining training =
        MinibatchTraining.start(
            start, minibatches, TrainingSettings.adam(0.005).withCosineDecay(STEPS));
    training.advance(STEPS);
    double before = excess(new NetworkScore(start, edm));
    double after = excess(training.score());
    assertThat(after).isLessThan(EXCESS_LEFT * before);
    Points exact = samples(ScoreFunction.exact(DATA), 5);
    Estimate learned = EnergyDistance.between(samples(training.score(), 6), exact);
    Estimate untrained = EnergyDistance.between(samples(new NetworkScore(start, edm), 6), exact);
    assertThat(learned.value()).isLessThan(ENERGY);
    assertThat(untrained.value()).isGreaterThan(50 * ENERGY);
  }

  private static double excess(ScoreFunction score) {
    TotalWeighting few = TotalWeighting.uniform(Design.of(NoiseGrid.geometric(0.05, 20, 8)));
    List<LevelLoss> levels = LevelLoss.population(score, DATA, few, 5000, 3);
    return LevelLoss.totalExcess(levels);
  }

  private static Points samples(ScoreFunction score, long seed) {
    return new ExponentialIntegrator().sample(score, GRID, Batch.of(4000, 2, seed));
  }
}
