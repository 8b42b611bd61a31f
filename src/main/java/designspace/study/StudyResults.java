package designspace.study;

import designspace.core.Estimate;
import designspace.core.Require;
import designspace.experiment.Results;
import designspace.experiment.Run;
import designspace.metric.Bootstrap;
import designspace.score.NoiseProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The study's table read as answers. */
public final class StudyResults {
  private static final String COMMITTED = "schedule-study.csv";

  private final Map<StudyCell, SortedMap<Integer, Run<NetworkSettings>>> cells =
      new LinkedHashMap<>();

  private StudyResults(Results<NetworkSettings> results) {
    for (Run<NetworkSettings> run : results.runs()) {
      cells
          .computeIfAbsent(StudyCell.of(run.settings()), cell -> new TreeMap<>())
          .put(run.settings().seed(), run);
    }
  }

  /** Of a table, whether it is complete or not. */
  public static StudyResults of(Results<NetworkSettings> results) {
    return new StudyResults(results);
  }

  /** Of the full size, as it was run and committed. */
  public static StudyResults committed() {
    InputStream table = StudyResults.class.getResourceAsStream(COMMITTED);
    if (table == null) {
      throw new IllegalStateException("the kit lacks its resource " + COMMITTED);
    }
    try {
      return of(Results.read(new ScheduleStudy(StudySize.FULL).plan(), table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All cells, in the plan's order. */
  public List<StudyCell> cells() {
    return List.copyOf(cells.keySet());
  }

  /** The trainings of a cell's law, model and weighting, least first. */
  public List<StudyCell> trainings(StudyCell cell) {
    return cells.keySet().stream().filter(c -> c.after(cell.steps()).equals(cell)).toList();
  }

  /** The largest relative difference of a path KL from those of another table of the same cells. */
  double difference(StudyResults other) {
    double largest = 0;
    for (StudyCell cell : cells.keySet()) {
      for (int steps : StudyGrid.steps()) {
        for (StudyGrid grid : StudyGrid.values()) {
          double[] mine = values(cell, StudyColumns.path(grid, steps));
          double[] others = other.values(cell, StudyColumns.path(grid, steps));
          for (int i = 0; i < mine.length; i++) {
            largest = Math.max(largest, Math.abs(mine[i] / others[i] - 1));
          }
        }
      }
    }
    return largest;
  }

  /** A column's values, one a seed in order. */
  public double[] values(StudyCell cell, String column) {
    return runs(cell).values().stream().mapToDouble(run -> run.get(column)).toArray();
  }

  private SortedMap<Integer, Run<NetworkSettings>> runs(StudyCell cell) {
    SortedMap<Integer, Run<NetworkSettings>> runs = cells.get(cell);
    if (runs == null) {
      throw Require.refusal("cell", cell, "one of the table's", cells.size() + " were run");
    }
    return runs;
  }

  /** The mean over the seeds. */
  public double mean(StudyCell cell, String column) {
    return Arrays.stream(values(cell, column)).average().orElseThrow();
  }

  /** e of the network of this cell and seed, as a function of σ. */
  public NoiseProfile profile(StudyCell cell, int seed) {
    double[] sigmas = TrainedNetwork.levels();
    Run<NetworkSettings> run = runs(cell).get(seed);
    if (run == null) {
      throw Require.refusal("seed", seed, "one of " + runs(cell).keySet(), "of " + cell);
    }
    return NoiseProfile.of(
        sigmas,
        IntStream.range(0, sigmas.length)
            .mapToObj(i -> Estimate.exact(run.get(StudyColumns.error(i))))
            .toList());
  }

  /** e at each of {@link TrainedNetwork#levels} over the seeds, least noise first. */
  public List<Bootstrap> errors(StudyCell cell) {
    return IntStream.range(0, TrainedNetwork.levels().length)
        .mapToObj(i -> Bootstrap.of(values(cell, StudyColumns.error(i)), ScheduleStudy.SEED))
        .toList();
  }

  /** 1 + τ²e/mmse at each of {@link TrainedNetwork#levels}, e the mean over the seeds. */
  public double[] lossOverFloor(StudyCell cell) {
    double[] sigmas = TrainedNetwork.levels();
    NoiseProfile mmse = StudyTruth.of(cell.law()).mmse();
    double[] ratio = new double[sigmas.length];
    for (int i = 0; i < ratio.length; i++) {
      double e = mean(cell, StudyColumns.error(i));
      ratio[i] = 1 + Math.pow(sigmas[i], 4) * e / mmse.applyAsDouble(sigmas[i]);
    }
    return ratio;
  }

  /**
   * How much worse one schedule is than another with networks that may differ in their weighting,
   * in pairs of equal seed: ln(a/b) or, for MMD², a − b.
   */
  public Bootstrap excess(
      Yardstick yardstick,
      int steps,
      StudyCell a,
      StudyGrid gridOfA,
      StudyCell b,
      StudyGrid gridOfB) {
    if (!runs(a).keySet().equals(runs(b).keySet())) {
      String seeds = "those of " + a + ", " + runs(a).keySet();
      throw Require.refusal("seeds of " + b, runs(b).keySet(), seeds, "they are compared in pairs");
    }
    double[] left = values(a, yardstick.column(gridOfA, steps));
    double[] right = values(b, yardstick.column(gridOfB, steps));
    double[] excess = new double[left.length];
    Arrays.setAll(excess, i -> yardstick.excess(left[i], right[i]));
    return Bootstrap.of(excess, ScheduleStudy.SEED);
  }

  /** Exponential against polynomial(7), both with the same networks. */
  public Trend sameNetwork(Yardstick yardstick, int steps, StudyCell cell) {
    return trend(yardstick, steps, cell, c -> c, c -> c);
  }

  /** As tab-2 compares: each schedule with EDM's networks trained on its own levels. */
  public Trend ownNetwork(Yardstick yardstick, int steps, StudyLaw law) {
    StudyCell any =
        cells.keySet().stream()
            .filter(cell -> cell.law() == law && cell.model() == StudyModel.EDM)
            .findFirst()
            .orElseThrow(() -> Require.refusal("law", law, "one of the table's", "it was not run"));
    return trend(
        yardstick,
        steps,
        any.under(StudyWeighting.EXPONENTIAL),
        c -> c,
        c -> c.under(StudyWeighting.POLYNOMIAL));
  }

  private Trend trend(
      Yardstick yardstick,
      int steps,
      StudyCell cell,
      UnaryOperator<StudyCell> exponential,
      UnaryOperator<StudyCell> polynomial) {
    List<StudyCell> trainings = trainings(cell);
    return new Trend(
        trainings.stream().map(StudyCell::steps).toList(),
        trainings.stream()
            .map(
                c ->
                    excess(
                        yardstick,
                        steps,
                        exponential.apply(c),
                        StudyGrid.EXPONENTIAL,
                        polynomial.apply(c),
                        StudyGrid.POLYNOMIAL))
            .toList());
  }
}
