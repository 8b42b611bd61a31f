package designspace.optimal;

import designspace.core.Interrupts;
import designspace.schedule.NoiseGrid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The error at all choices of inner places, 0 &lt; i₁ &lt; i₂ &lt; … of the lattice. */
final class LevelLattice {
  private final SmoothGridError error;
  private final double[] levels;
  private final int inner;
  private final Map<Long, Double> values = new HashMap<>();

  LevelLattice(SmoothGridError error, double[] levels, int inner) {
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
