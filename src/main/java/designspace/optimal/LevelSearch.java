package designspace.optimal;

import designspace.core.Interrupts;
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
    Lattice search = new Lattice(error, lattice, steps - 1);
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

  /** The error at all choices of inner places, 0 &lt; i₁ &lt; i₂ &lt; … of the lattice. */
  private static final class Lattice {
    private final SmoothGridError error;
    private final double[] levels;
    private final int inner;
    private final java.util.Map<Long, Double> values = new java.util.HashMap<>();

    Lattice(SmoothGridError error, double[] levels, int inner) {
      this.error = error;
      this.levels = levels;
      this.inner = inner;
      fill(new int[inner], 0);
    }

    private void fill(int[] places, int depth) {
      if (depth == inner) {
        values.put(key(places), error.at(grid(places)));
        return;
      }
      Interrupts.check("the search over levels");
      int first = depth == 0 ? 1 : places[depth - 1] + 1;
      for (int i = first; i < levels.length - 1 - (inner - 1 - depth); i++) {
        places[depth] = i;
        fill(places, depth + 1);
      }
    }

    int size() {
      return values.size();
    }

    private long key(int... places) {
      long key = 0;
      for (int place : places) {
        key = key * levels.length + place;
      }
      return key;
    }

    private int[] places(long key) {
      int[] places = new int[inner];
      long rest = key;
      for (int i = inner - 1; i >= 0; i--) {
        places[i] = (int) (rest % levels.length);
        rest /= levels.length;
      }
      return places;
    }

    private NoiseGrid grid(int... places) {
      double[] sigmas = new double[inner + 2];
      sigmas[0] = levels[0];
      for (int i = 0; i < inner; i++) {
        sigmas[i + 1] = levels[places[i]];
      }
      sigmas[inner + 1] = levels[levels.length - 1];
      return NoiseGrid.of(sigmas);
    }

    List<NoiseGrid> minima() {
      return values.keySet().stream()
          .sorted()
          .map(this::places)
          .filter(places -> isLeast(places, places.clone(), 0))
          .map(this::grid)
          .toList();
    }

    /** Whether no neighbour of {@code centre}, the first places of which are chosen, is lower. */
    private boolean isLeast(int[] centre, int[] places, int depth) {
      if (depth == inner) {
        Double other = values.get(key(places));
        return !ordered(places) || other == null || other >= values.get(key(centre));
      }
      for (int shift = -1; shift <= 1; shift++) {
        places[depth] = centre[depth] + shift;
        if (!isLeast(centre, places, depth + 1)) {
          return false;
        }
      }
      places[depth] = centre[depth];
      return true;
    }

    private static boolean ordered(int... places) {
      for (int i = 1; i < places.length; i++) {
        if (places[i] <= places[i - 1]) {
          return false;
        }
      }
      return true;
    }
  }
}
