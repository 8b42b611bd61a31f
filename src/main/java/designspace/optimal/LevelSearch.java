package designspace.optimal;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All local minima of an error at N ≤ 4, up to a lattice: the error at every choice of N − 1 inner
 * levels from a geometric lattice, and {@link OptimalGrid} from each choice that no neighbour
 * (every level moved by at most one place) improves.
 *
 * @param minima distinct ones, the least error first
 * @param grids how many grids the lattice has
 */
public record LevelSearch(List<OptimalGrid> minima, int grids) {
  private static final int MOST_STEPS = 4;

  /** Two minima whose ln σ differ by no more are one. */
  private static final double SAME = 1e-3;

  public LevelSearch {
    minima = List.copyOf(minima);
    Require.atLeast(1, "number of minima", minima.size(), "the error is a number on some grid");
  }

  /**
   * Searches.
   *
   * @param steps N, from 2 to 4
   * @param places of the lattice strictly between the ends; cost places^{N−1}/(N−1)! errors
   */
  public static LevelSearch of(
      SmoothGridError error, double sigmaMin, double sigmaMax, int steps, int places) {
    if (steps < 2 || steps > MOST_STEPS) {
      throw Require.refusal("steps", steps, "2, 3 or 4", "the lattice grows like places^(N−1)");
    }
    Require.atLeast(steps + 1, "places", places, "the inner levels stand on different ones");
    double[] lattice = NoiseGrid.geometric(sigmaMin, sigmaMax, places + 1).sigmas();
    LevelLattice search = new LevelLattice(error, lattice, steps - 1);
    List<OptimalGrid> minima = new ArrayList<>();
    for (NoiseGrid start : search.minima()) {
      OptimalGrid found = OptimalGrid.from(error, List.of(start));
      if (minima.stream().noneMatch(other -> same(other.grid(), found.grid()))) {
        minima.add(found);
      }
    }
    minima.sort(Comparator.comparingDouble(OptimalGrid::value));
    return new LevelSearch(minima, search.size());
  }

  private static boolean same(NoiseGrid one, NoiseGrid other) {
    for (int k = 1; k < one.steps(); k++) {
      if (Math.abs(Math.log(one.sigma(k) / other.sigma(k))) > SAME) {
        return false;
      }
    }
    return true;
  }

  /** The global minimum. */
  public OptimalGrid best() {
    return minima.get(0);
  }
}
