package designspace.experiment;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The Paper's verdict, "less trained: polynomial, well trained: exponential", put to the test:
 * networks trained to several levels, each sampled on several schedules.
 *
 * @param size how much is run
 */
public record ScheduleStudy(Size size) {
  static final long SEED = 20261126;
  private static final MathContext DIGITS = new MathContext(6);

  /** How much is run. */
  public enum Size {
    /** Three laws, two weightings, five seeds, six levels of training. */
    QUICK,
    /** Every law, weighting and model, six seeds, seven levels of training. */
    FULL;

    int seeds() {
      return this == QUICK ? 5 : 6;
    }

    int batch() {
      return this == QUICK ? 128 : 256;
    }

    int samples() {
      return this == QUICK ? 500 : 1000;
    }

    /** Numbers of steps that are sampled. */
    public int[] sampled() {
      return this == QUICK ? new int[] {5, 20} : new int[] {5, 20, 50, 200};
    }

    /** Steps of Adam. */
    public int[] training() {
      int[] quick = {8, 32, 128, 512, 2048, 8192};
      int[] full = {8, 32, 128, 512, 2048, 8192, 32_768};
      return this == QUICK ? quick : full;
    }
  }

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
    if (size == Size.QUICK) {
      return model == StudyModel.EDM && bumps && !integral;
    }
    return model == StudyModel.EDM || bumps && law != StudyLaw.BUMPS_32 && !integral;
  }

  private void add(
      List<NetworkSettings> runs, StudyLaw law, StudyModel model, StudyWeighting weighting) {
    for (int steps : size.training()) {
      for (int seed = 0; seed < size.seeds(); seed++) {
        runs.add(new NetworkSettings(law, model, weighting, steps, seed));
      }
    }
  }

  /** The plan of this size: its table has a row for each network. */
  public Plan<NetworkSettings> plan() {
    String fixed =
        String.format(
            Locale.ROOT,
            "seed %d; width %d, depth %d; Adam at rate %s with cosine decay, average %s, batch %d;"
                + " %d samples",
            SEED,
            TrainedNetwork.WIDTH,
            TrainedNetwork.DEPTH,
            TrainedNetwork.RATE,
            TrainedNetwork.AVERAGING,
            size.batch(),
            size.samples());
    return new Plan<>("schedule study", fixed, runs(), columns());
  }

  private List<String> columns() {
    List<String> names = new ArrayList<>(List.of("excess", "floor"));
    for (int i = 0; i < TrainedNetwork.LEVELS; i++) {
      names.add(error(i));
    }
    for (int steps : StudyGrid.STEPS) {
      names.add(power(steps));
      for (StudyGrid grid : StudyGrid.values()) {
        names.add(path(grid, steps));
      }
    }
    names.add("w2 perfect");
    names.add("mmd2 perfect");
    for (int steps : size.sampled()) {
      for (StudyGrid grid : StudyGrid.values()) {
        names.add(wasserstein(grid, steps));
        names.add(mmd(grid, steps));
      }
    }
    return List.copyOf(names);
  }

  /** The column of e at level i, least noise first. */
  public static String error(int i) {
    return "e" + i;
  }

  /** The column of the best ρ. */
  public static String power(int steps) {
    return "rho " + steps;
  }

  /** The column of the path KL, nats. */
  public static String path(StudyGrid grid, int steps) {
    return "path " + grid.name() + " " + steps;
  }

  /** The column of sliced W₂. */
  public static String wasserstein(StudyGrid grid, int steps) {
    return "w2 " + grid.name() + " " + steps;
  }

  /** The column of MMD². */
  public static String mmd(StudyGrid grid, int steps) {
    return "mmd2 " + grid.name() + " " + steps;
  }

  /** Trains one network and measures everything, to six digits; one thread. */
  public Map<String, Double> outcome(NetworkSettings run) {
    TrainedNetwork network = TrainedNetwork.of(run, size.batch());
    StudyGrid.Knowledge known = network.knowledge();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("excess", network.excess());
    values.put("floor", network.floor());
    double[] errors = network.error().each(Estimate::value);
    for (int i = 0; i < errors.length; i++) {
      values.put(error(i), errors[i]);
    }
    for (int steps : StudyGrid.STEPS) {
      values.put(power(steps), StudyGrid.bestPower(steps, known.ledger()).rho());
      for (StudyGrid grid : StudyGrid.values()) {
        values.put(path(grid, steps), known.ledger().on(grid.grid(steps, known)).totalNats());
      }
    }
    sample(network, known, values);
    values.replaceAll((name, value) -> rounded(value));
    return values;
  }

  private void sample(
      TrainedNetwork network, StudyGrid.Knowledge known, Map<String, Double> values) {
    RandomStreams streams = TrainedNetwork.streams(network.run()).fork(3);
    DataDistribution law = StudyTruth.of(network.run().law()).law();
    SampledOutcome judge = new SampledOutcome(law, size.samples(), streams);
    values.put("w2 perfect", judge.wasserstein(judge.perfect()));
    values.put("mmd2 perfect", judge.mmd(judge.perfect()));
    for (int steps : size.sampled()) {
      for (StudyGrid grid : StudyGrid.values()) {
        Points end = judge.end(network.score(), grid.grid(steps, known));
        values.put(wasserstein(grid, steps), judge.wasserstein(end));
        values.put(mmd(grid, steps), judge.mmd(end));
      }
    }
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
