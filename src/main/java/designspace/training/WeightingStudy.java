package designspace.training;

import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.matrix.Workers;
import designspace.network.LeastSquares;
import designspace.network.NetworkScore;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import designspace.training.LearningTask.Case;
import designspace.training.WeightedRun.Yardstick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weightings trained side by side: in each case the same points, noise and initial network, K steps
 * of gradient descent (eq-9), the step in units of 1/λ_max of the weighting's own tangent kernel at
 * θ⁰, so that no weighting gains by being larger.
 *
 * <p>Cases run in parallel; the numbers do not depend on the threads.
 */
public final class WeightingStudy {
  private static final int FRESH = 400;

  private final List<WeightingRule> rules;
  private final LearningTask task;
  private final List<Case> cases;
  private final int steps;
  private final long seed;
  private final double[][] largest; // λ_max, a case, a rule
  private final Workers workers;

  private WeightingStudy(
      LearningTask task,
      List<WeightingRule> rules,
      int count,
      int steps,
      long seed,
      Workers workers) {
    this.task = task;
    this.workers = workers;
    this.rules = List.copyOf(rules);
    this.steps = steps;
    this.seed = seed;
    RandomStreams streams = new RandomStreams(seed);
    cases = IntStream.range(0, count).mapToObj(i -> task.seeded(streams.fork(i).seed())).toList();
    largest = new double[count][rules.size()];
    workers.run(count * rules.size(), this::findLargest);
  }

  /**
   * Finds each weighting's λ_max in each case.
   *
   * @param count how many cases, at least 2
   * @param steps K
   */
  public static WeightingStudy of(
      LearningTask task, List<WeightingRule> rules, int count, int steps, long seed) {
    return of(task, rules, count, steps, seed, Workers.all());
  }

  /** The same on threads of your choice: same numbers, another time. */
  static WeightingStudy of(
      LearningTask task,
      List<WeightingRule> rules,
      int count,
      int steps,
      long seed,
      Workers workers) {
    Require.atLeast(2, "count", count, "differences are judged by their scatter");
    Require.atLeast(1, "steps", steps, "something is trained");
    return new WeightingStudy(task, rules, count, steps, seed, workers);
  }

  private void findLargest(int job) {
    int i = job / rules.size();
    int r = job % rules.size();
    largest[i][r] = largestEigenvalue(objective(i, r), cases.get(i).start());
  }

  /** λ_max of an objective's tangent kernel at a network of eq-8. */
  public static double largestEigenvalue(DenoisingObjective objective, ReluNetwork network) {
    LeastSquares batch = objective.leastSquares(network.shape(), Parametrization.paper());
    return TangentKernel.largest(network, batch, Trained.INNER);
  }

  private DenoisingObjective objective(int i, int r) {
    Case c = cases.get(i);
    return c.plain().under(rules.get(r).of().apply(c));
  }

  /** Every weighting with the step {@code units}/λ_max. */
  public List<Entry> at(double units) {
    Require.positive("units", units, "descent moves against the gradient");
    double[] chosen = new double[rules.size()];
    Arrays.fill(chosen, units);
    return entries(chosen);
  }

  /**
   * Every weighting with that one of the steps {@code units}/λ_max which lowers its own objective
   * most: least mean of ln L̄_K/L̄_0 over the cases; a step that diverges in one is out.
   */
  public List<Entry> tuned(double... units) {
    Require.atLeast(1, "number of units", units.length, "one of them is chosen");
    double[][][] logs = new double[rules.size()][units.length][cases.size()];
    int each = rules.size() * units.length;
    workers.run(
        cases.size() * each,
        job -> {
          int r = job % each / units.length;
          int u = job % units.length;
          logs[r][u][job / each] = logLoss(job / each, r, units[u]);
        });
    double[] chosen = new double[rules.size()];
    for (int r = 0; r < chosen.length; r++) {
      chosen[r] = units[best(logs[r], rules.get(r).name())];
    }
    return entries(chosen);
  }

  private static int best(double[][] logs, String rule) {
    int best = 0;
    for (int u = 1; u < logs.length; u++) {
      best = Arrays.stream(logs[u]).sum() < Arrays.stream(logs[best]).sum() ? u : best;
    }
    Require.finite("ln L̄_K/L̄_0 of " + rule, Arrays.stream(logs[best]).sum(), "no step is left");
    return best;
  }

  private double logLoss(int i, int r, double units) {
    GradientDescent descent = descent(i, r, units);
    double first = descent.loss();
    Outcome outcome = descent.advance(steps);
    return outcome.diverged() ? Double.POSITIVE_INFINITY : Math.log(descent.loss() / first);
  }

  private GradientDescent descent(int i, int r, double units) {
    return GradientDescent.start(
        cases.get(i).start(),
        objective(i, r),
        units / largest[i][r],
        Recording.off(),
        Workers.of(1));
  }

  private List<Entry> entries(double[] units) {
    WeightedRun[][] runs = new WeightedRun[rules.size()][cases.size()];
    workers.run(
        cases.size() * rules.size(),
        job -> {
          int r = job % rules.size();
          runs[r][job / rules.size()] = run(job / rules.size(), r, units[r]);
        });
    List<Entry> entries = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      entries.add(new Entry(rules.get(r).name(), units[r], List.of(runs[r])));
    }
    return entries;
  }

  private WeightedRun run(int i, int r, double units) {
    GradientDescent descent = descent(i, r, units);
    DenoisingObjective objective = objective(i, r);
    LevelErrors before = errors(i, objective, descent.network());
    Outcome outcome = descent.advance(steps);
    LevelErrors after = errors(i, objective, descent.network());
    double h = units / largest[i][r];
    return new WeightedRun(objective.weighting(), h, before, after, outcome);
  }

  private LevelErrors errors(int i, DenoisingObjective objective, ReluNetwork network) {
    long own = new RandomStreams(seed).fork(-1).fork(i).seed();
    return LevelErrors.of(objective, NetworkScore.paper(network), task.data(), FRESH, own);
  }

  /**
   * One weighting in all cases.
   *
   * @param name of its rule
   * @param units the step in 1/λ_max
   * @param runs one a case, in order
   */
  public record Entry(String name, double units, List<WeightedRun> runs) {
    /** ln(after/before) of each case. */
    public double[] logs(Yardstick yardstick) {
      return runs.stream().mapToDouble(run -> run.log(yardstick)).toArray();
    }
  }
}
