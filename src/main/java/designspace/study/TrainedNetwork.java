package designspace.study;

import designspace.bound.ScoreAwareClock;
import designspace.bound.StepRule;
import designspace.bound.WeightingFactor;
import designspace.core.RandomStreams;
import designspace.matrix.Workers;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.score.NoiseProfile;
import designspace.score.ScoreFunction;
import designspace.training.MinibatchTraining;
import designspace.training.Minibatches;
import designspace.training.Outcome;
import designspace.training.TotalWeighting;
import designspace.training.TrainingSettings;
import java.util.Locale;

/**
 * A network of the study after its training, with its measured score error.
 *
 * @param run its settings
 * @param score S
 * @param error e as a function of σ
 */
public record TrainedNetwork(NetworkSettings run, ScoreFunction score, NoiseProfile error) {
  private static final int WIDTH = 64;
  private static final int DEPTH = 2;
  private static final double RATE = 0.003;
  private static final double AVERAGING = 0.99;

  private static final int LEVELS = 32;
  private static final int POINTS = 4000;

  /** What no setting tells. */
  static final String FIXED =
      String.format(
          Locale.ROOT,
          "width %d, depth %d; Adam at rate %s with cosine decay, average %s; e from %d points at %d"
              + " levels",
          WIDTH,
          DEPTH,
          RATE,
          AVERAGING,
          POINTS,
          LEVELS);

  /** Trains on the calling thread and measures. */
  public static TrainedNetwork of(NetworkSettings run, int batch) {
    StudyTruth truth = StudyTruth.of(run.law());
    RandomStreams streams = streams(run);
    Minibatches minibatches =
        new Minibatches(
            truth.law(),
            run.weighting().noise(),
            run.model().parametrization(),
            batch,
            streams.fork(0).seed());
    TrainingSettings settings =
        TrainingSettings.adam(RATE).withCosineDecay(run.steps()).withAveraging(AVERAGING);
    MinibatchTraining training =
        MinibatchTraining.start(
            start(run, minibatches, streams.fork(1).seed()), minibatches, settings, Workers.of(1));
    Outcome outcome = training.advance(run.steps());
    if (outcome.diverged()) {
      throw new IllegalStateException("the training of " + run + " diverged: " + outcome.cause());
    }
    ScoreFunction score = training.score();
    return new TrainedNetwork(run, score, measured(score, truth, streams.fork(2).seed()));
  }

  /** The levels at which e is measured, least noise first. */
  public static double[] levels() {
    return NoiseProfile.levels(StudyGrid.LOW, StudyGrid.HIGH, LEVELS);
  }

  private static NoiseProfile measured(ScoreFunction score, StudyTruth truth, long seed) {
    return NoiseProfile.scoreError(score, truth.law(), levels(), POINTS, seed);
  }

  private static ReluNetwork start(NetworkSettings run, Minibatches minibatches, long seed) {
    int d = minibatches.data().dimension();
    Shape shape = minibatches.shape(WIDTH, DEPTH);
    return run.model() == StudyModel.PAPER
        ? ReluNetwork.paper(d, WIDTH, DEPTH, seed)
        : ReluNetwork.practical(shape, seed);
  }

  /** The same for every weighting and number of steps, so that they are compared in pairs. */
  static RandomStreams streams(NetworkSettings run) {
    return new RandomStreams(ScheduleStudy.SEED).fork(run.law().streams()).fork(run.seed());
  }

  /** ½Σβ_jτ_je_j, Σβ = 1: what training under its weighting can still gain. */
  public double excess() {
    TotalWeighting weighting = run.weighting().weighting();
    return WeightingFactor.corrected(weighting, StepRule.EXACT).excess(error);
  }

  /** ½Σβ_j mmse_j/τ_j, Σβ = 1: the loss that no score passes. */
  public double floor() {
    NoiseProfile mmse = StudyTruth.of(run.law()).mmse();
    TotalWeighting weighting = run.weighting().weighting();
    double sum = 0;
    for (int j = 1; j <= weighting.levels(); j++) {
      double sigma = weighting.sigma(j);
      sum += 0.5 * weighting.beta(j) * mmse.applyAsDouble(sigma) / (sigma * sigma);
    }
    return sum;
  }

  /** What the study's schedules may know of it. */
  StudyGrid.Knowledge knowledge() {
    StudyTruth truth = StudyTruth.of(run.law());
    return new StudyGrid.Knowledge(
        truth.scale(),
        truth.ledger().withScoreError(error),
        ScoreAwareClock.of(truth.fisher(), error, StudyGrid.LOW, StudyGrid.HIGH));
  }
}
