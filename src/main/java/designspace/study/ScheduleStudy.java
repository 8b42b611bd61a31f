package designspace.study;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.experiment.Experiment;
import designspace.experiment.Plan;
import designspace.experiment.Results;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The Paper's verdict, "less trained: polynomial, well trained: exponential", put to the test:
 * networks trained to several levels, each sampled on several schedules.
 *
 * @param size how much is run
 */
public record ScheduleStudy(StudySize size) {
  /** Of all that is random. */
  public static final long SEED = 20261126;

  private static final MathContext DIGITS = new MathContext(6);

  /** The networks of this size, those of one law, model and weighting together. */
  public List<NetworkSettings> runs() {
    List<NetworkSettings> runs = new ArrayList<>();
    for (StudyLaw law : StudyLaw.values()) {
      for (StudyModel model : StudyModel.values()) {
        for (StudyWeighting weighting : StudyWeighting.values()) {
          if (includes(law, model, weighting)) {
            add(runs, law, model, weighting);
          }
        }
      }
    }
    return runs;
  }

  private boolean includes(StudyLaw law, StudyModel model, StudyWeighting weighting) {
    boolean integral = weighting == StudyWeighting.INTEGRAL;
    boolean bumps = law != StudyLaw.POINTS_2 && law != StudyLaw.MOONS_2;
    if (size == StudySize.QUICK) {
      return model == StudyModel.EDM && bumps && !integral;
    }
    boolean small = bumps && law != StudyLaw.BUMPS_32;
    return model == StudyModel.EDM || (small && !integral);
  }

  private void add(
      List<NetworkSettings> runs, StudyLaw law, StudyModel model, StudyWeighting weighting) {
    boolean plane = law.law().dimension() == 2 && model == StudyModel.EDM;
    boolean longer = plane && weighting != StudyWeighting.INTEGRAL;
    for (int steps : longer ? size.training() : size.shorterTraining()) {
      for (int seed = 0; seed < size.seeds(); seed++) {
        runs.add(new NetworkSettings(law, model, weighting, steps, seed));
      }
    }
  }

  /** The plan of this size: its table has a row for each network. */
  public Plan<NetworkSettings> plan() {
    String batches =
        String.format(Locale.ROOT, "; batch %d; %d samples", size.batch(), size.samples());
    String fixed =
        "seed "
            + SEED
            + "; "
            + TrainedNetwork.FIXED
            + batches
            + "; "
            + SampledOutcome.FIXED
            + "; "
            + StudyTruth.FIXED
            + "; bell on "
            + StudyWeighting.LEVELS
            + " levels; σ "
            + StudyGrid.LOW
            + " to "
            + StudyGrid.HIGH;
    return new Plan<>("schedule study", fixed, runs(), StudyColumns.of(size));
  }

  /** Trains one network and measures everything, to six digits; one thread. */
  public Map<String, Double> outcome(NetworkSettings run) {
    TrainedNetwork network = TrainedNetwork.of(run, size.batch());
    StudyGrid.Knowledge known = network.knowledge();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(StudyColumns.EXCESS, network.excess());
    values.put(StudyColumns.FLOOR, network.floor());
    double[] errors = network.error().each(Estimate::value);
    for (int i = 0; i < errors.length; i++) {
      values.put(StudyColumns.error(i), errors[i]);
    }
    for (int steps : StudyGrid.steps()) {
      values.put(StudyColumns.power(steps), StudyGrid.bestPower(steps, known.ledger()).rho());
      for (StudyGrid grid : StudyGrid.values()) {
        values.put(
            StudyColumns.path(grid, steps), known.ledger().on(grid.grid(steps, known)).totalNats());
      }
    }
    sample(network, known, values);
    values.replaceAll((name, value) -> rounded(value));
    return values;
  }

  private void sample(
      TrainedNetwork network, StudyGrid.Knowledge known, Map<String, Double> values) {
    RandomStreams streams =
        TrainedNetwork.streams(network.run()).fork(3).fork(network.run().steps());
    DataDistribution law = StudyTruth.of(network.run().law()).law();
    SampledOutcome judge = new SampledOutcome(law, size.samples(), streams);
    values.put(StudyColumns.PERFECT_WASSERSTEIN, judge.wasserstein(judge.perfect()));
    values.put(StudyColumns.PERFECT_MMD, judge.mmd(judge.perfect()));
    for (int steps : size.sampled()) {
      for (StudyGrid grid : StudyGrid.values()) {
        double w2 = Double.NaN;
        double mmd = Double.NaN;
        if (network.run().model().samples()) {
          Points end = judge.end(network.score(), grid.grid(steps, known));
          w2 = judge.wasserstein(end);
          mmd = judge.mmd(end);
        }
        values.put(StudyColumns.wasserstein(grid, steps), w2);
        values.put(StudyColumns.mmd(grid, steps), mmd);
      }
    }
  }

  /** Runs what {@code file} does not hold yet, on all processors. */
  public Results<NetworkSettings> run(Path file, Consumer<String> listener) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    return new Experiment<>(plan(), this::cost, this::outcome).run(file, threads, listener);
  }

  /** Training, and as much as so many steps of it for the rest. */
  private double cost(NetworkSettings run) {
    return run.steps() + 2.0 * size.samples();
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
