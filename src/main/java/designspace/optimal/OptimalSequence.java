package designspace.optimal;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Best grids of more and more steps, each found from the one before with its steps divided: for
 * errors whose gradient is costly ({@link OptimalGrid} is for the others).
 */
public final class OptimalSequence {
  /** What is left to save, relatively. */
  private static final double TOLERANCE = 1e-7;

  private OptimalSequence() {}

  /**
   * One optimum for each number of steps: the least of those found from the optimum before and from
   * each start, since an error on a mixture may have several minima. Its certificate's decrement is
   * the method's own estimate, and the least eigenvalue is not known.
   *
   * @param starts grids of N steps, for the first N at least one
   * @param steps increasing
   */
  public static List<OptimalGrid> of(
      SmoothGridError error, IntFunction<List<NoiseGrid>> starts, int... steps) {
    List<OptimalGrid> optima = new ArrayList<>();
    for (int n : steps) {
      int before = optima.isEmpty() ? 0 : optima.get(optima.size() - 1).grid().steps();
      Require.atLeast(before + 1, "steps", n, "each optimum is a start for more steps");
      List<NoiseGrid> all = new ArrayList<>(starts.apply(n));
      if (!optima.isEmpty()) {
        all.add(divided(optima.get(optima.size() - 1).grid(), n));
      }
      Require.atLeast(1, "number of starts", all.size(), "the search sets out from one");
      for (NoiseGrid start : all) {
        Require.size("steps of a start", start.steps(), n, "its levels are moved");
      }
      optima.add(
          all.stream()
              .map(start -> QuasiNewtonSearch.of(error, start, TOLERANCE))
              .min(Comparator.comparingDouble(OptimalGrid::value))
              .orElseThrow());
    }
    return optima;
  }

  /** N levels along a grid, ln σ linear in the step between its own. */
  static NoiseGrid divided(NoiseGrid grid, int steps) {
    double[] sigmas = new double[steps + 1];
    for (int k = 1; k < steps; k++) {
      double place = (double) k * grid.steps() / steps;
      int i = (int) place;
      sigmas[k] = grid.sigma(i) * Math.pow(grid.ratio(i), i - place);
    }
    sigmas[0] = grid.sigmaMax();
    sigmas[steps] = grid.sigmaMin();
    return NoiseGrid.of(sigmas);
  }
}
