package designspace.training;

import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.matrix.Workers;
import designspace.score.ScoreFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One learner along its training with the ε's of thm-3 at each stop. θ* is the network at the last
 * stop, which interpolates as far as it came; θ_F the learner trained on another, larger set of
 * points. Both are stand-ins ({@link ErrorSplit}).
 */
public final class SplitHistory {
  private static final int BEST_STEPS = 500;
  private static final int FRESH = 1000;
  private static final long SEED = 1;

  private final int[] stops;
  private final List<ScoreFunction> scores;
  private final List<MeasuredLoss> losses;
  private final List<ErrorSplit> splits = new ArrayList<>();
  private final MeasuredLoss best;

  private SplitHistory(
      int[] stops, List<ScoreFunction> scores, List<MeasuredLoss> losses, MeasuredLoss best) {
    this.stops = stops;
    this.scores = scores;
    this.losses = losses;
    this.best = best;
    MeasuredLoss interpolating = losses.get(losses.size() - 1);
    losses.forEach(last -> splits.add(ErrorSplit.of(last, interpolating, best)));
  }

  /**
   * Trains with the step 1/λ_max, half of it for θ_F, which takes 500; measures on 1000 points.
   *
   * @param few what is learned
   * @param many the same levels and weights on more points, for θ_F
   * @param data the law of the points
   * @param stops K of each measurement, ascending
   */
  public static SplitHistory of(
      Learner learner,
      DenoisingObjective few,
      DenoisingObjective many,
      DataDistribution data,
      int... stops) {
    Require.atLeast(1, "number of stops", stops.length, "the last one is θ*");
    double h = learner.stepSize(few);
    Workers all = Workers.all();
    List<ScoreFunction> scores = learner.descend(few, h, all, stops);
    ScoreFunction best = learner.descend(many, h / 2, all, BEST_STEPS).get(0);
    List<MeasuredLoss> losses =
        scores.stream().map(s -> MeasuredLoss.of(few, s, data, FRESH, SEED)).toList();
    MeasuredLoss ofBest = MeasuredLoss.of(few, best, data, FRESH, SEED);
    return new SplitHistory(stops.clone(), scores, losses, ofBest);
  }

  /** How many stops. */
  public int size() {
    return stops.length;
  }

  /** K of stop i. */
  public int steps(int i) {
    return stops[i];
  }

  /** The score at stop i. */
  public ScoreFunction score(int i) {
    return scores.get(i);
  }

  /** Both losses at stop i. */
  public MeasuredLoss loss(int i) {
    return losses.get(i);
  }

  /** The ε's at stop i. */
  public ErrorSplit split(int i) {
    return splits.get(i);
  }

  /** Both losses of θ_F. */
  public MeasuredLoss best() {
    return best;
  }

  /** A number of each stop's ε's. */
  public double[] splits(ToDoubleFunction<ErrorSplit> number) {
    return splits.stream().mapToDouble(number).toArray();
  }

  /** A number of each stop's losses. */
  public double[] losses(ToDoubleFunction<MeasuredLoss> number) {
    return losses.stream().mapToDouble(number).toArray();
  }

  /** K + 1 of each stop, for a logarithmic axis. */
  public double[] stepsPlusOne() {
    return IntStream.of(stops).mapToDouble(k -> k + 1.0).toArray();
  }
}
