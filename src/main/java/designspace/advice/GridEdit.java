package designspace.advice;

import designspace.schedule.NoiseGrid;

/**
 * What one level more or less changes in E_D. A level m in a step from a to b saves ½ (τ_m − τ_b)
 * (J(m) − J(a)), and the loss of a level costs the same.
 */
final class GridEdit {
  private static final int TRIED = 400;

  private final NoiseGrid grid;
  private final KnownLaw law;

  GridEdit(NoiseGrid grid, KnownLaw law) {
    this.grid = grid;
    this.law = law;
  }

  /** The level in step k that saves most. */
  double split(int k) {
    double log = Math.log(grid.ratio(k));
    double best = grid.sigma(k + 1) * Math.exp(0.5 * log);
    for (int i = 1; i < TRIED; i++) {
      double level = grid.sigma(k + 1) * Math.exp(log * i / TRIED);
      best = saved(k, level) > saved(k, best) ? level : best;
    }
    return best;
  }

  /** What a level in step k saves, nats. */
  double saved(int k, double level) {
    return saved(grid.sigma(k), level, grid.sigma(k + 1));
  }

  private double saved(double from, double level, double to) {
    double fall = law.fisher().applyAsDouble(level) - law.fisher().applyAsDouble(from);
    return 0.5 * (level - to) * (level + to) * fall;
  }

  /** The step in which one more level saves most. */
  int splitMost() {
    int most = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < grid.steps(); k++) {
      double saved = saved(k, split(k));
      most = saved > best ? k : most;
      best = Math.max(saved, best);
    }
    return most;
  }

  /** What the loss of level k would cost, 0 &lt; k &lt; N, nats. */
  double worth(int k) {
    return saved(grid.sigma(k - 1), grid.sigma(k), grid.sigma(k + 1));
  }

  /** The inner level, of N ≥ 2 steps, whose loss costs least. */
  int worthLeast() {
    int least = 1;
    for (int k = 2; k < grid.steps(); k++) {
      least = worth(k) < worth(least) ? k : least;
    }
    return least;
  }

  /** First and one past the last index of the run of largest sum (Kadane). */
  static int[] largestRun(double[] values) {
    int[] best = {0, 1};
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int start = 0;
    for (int k = 0; k < values.length; k++) {
      if (sum <= 0) {
        sum = 0;
        start = k;
      }
      sum += values[k];
      if (sum > most) {
        most = sum;
        best = new int[] {start, k + 1};
      }
    }
    return best;
  }
}
