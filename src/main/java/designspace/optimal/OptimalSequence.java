package designspace.optimal;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * Best grids of more and more steps, each found from the one before with its steps divided: for
 * errors whose gradient is costly ({@link OptimalGrid} is for the others).
 */
public final class OptimalSequence {
  /** What is left to save, relatively. */
  private static final double TOLERANCE = 1e-7;

  private OptimalSequence() {}

  /**
   * One optimum for each number of steps. Its certificate's decrement is the method's own estimate
   * and the least eigenvalue is not known.
   *
   * @param starts grids of the first number of steps; the search sets out from the best
   * @param steps increasing
   */
  public static List<OptimalGrid> of(SmoothGridError error, List<NoiseGrid> starts, int... steps) {
    Require.atLeast(1, "number of starts", starts.size(), "the search sets out from one");
    Require.size("steps of the first start", starts.get(0).steps(), steps[0], "it is refined");
    NoiseGrid start = starts.get(0);
    double least = error.at(start);
    for (NoiseGrid other : starts.subList(1, starts.size())) {
      double value = error.at(other);
      if (value < least) {
        start = other;
        least = value;
      }
    }
    List<OptimalGrid> optima = new ArrayList<>();
    for (int n : steps) {
      optima.add(QuasiNewtonSearch.of(error, divided(start, n), TOLERANCE));
      start = optima.get(optima.size() - 1).grid();
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
