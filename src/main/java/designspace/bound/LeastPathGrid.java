package designspace.bound;

import designspace.core.Interrupts;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * The least path KL of eq-10 over all grids of N steps whose levels are candidates, by dynamic
 * programming: the exact optimum that B6 is the asymptote of, for the data's and the score's g = e
 * − J.
 *
 * <p>A path KL differs from ½ Σ Δτ_k g(τ_k) by a constant, and the least sum over k+1 steps down to
 * τ_j is the least over i of F_k(i) + (τ_i − τ_j) g(τ_i): of lines in τ_j, kept in a tree (Li Chao)
 * that finds the lowest in log M steps. Cost N M log M for M candidates, and NM integers.
 */
public final class LeastPathGrid {
  private static final Recipe RECIPE = new Recipe("least path KL", Map.of(), "B6");

  private final double[] x;
  private final double[] g;
  private final int[] lowest; // the tree: a line a node, or −1
  private double[] sums; // F_k, infinite where k steps do not lead

  private LeastPathGrid(double[] x, double[] g) {
    this.x = x;
    this.g = g;
    this.lowest = new int[4 * x.length];
  }

  /**
   * The best grid from the first candidate to the last.
   *
   * @param g e − J as a function of σ, see {@link ScoreAwareClock#g}
   * @param candidates levels, largest first, more than {@code steps}
   */
  public static NoiseGrid of(DoubleUnaryOperator g, double[] candidates, int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    Require.atLeast(steps + 1, "candidates", candidates.length, "N steps have N+1 levels");
    double[] sigmas = NoiseGrid.of(candidates).sigmas();
    double[] values = Arrays.stream(sigmas).map(g).toArray();
    for (int i = 0; i < values.length; i++) {
      Require.finite("g at σ = " + sigmas[i], values[i], "e and J are finite");
    }
    double[] tau = Arrays.stream(sigmas).map(s -> s * s).toArray();
    int[] chosen = chosen(tau, values, steps);
    return NoiseGrid.of(RECIPE, Arrays.stream(chosen).mapToDouble(i -> sigmas[i]).toArray());
  }

  /**
   * The least Σ (x_k − x_{k+1}) g_k for any variable of noise.
   *
   * @param x of the candidates, decreasing in sampling order, such as τ or −1/τ
   * @param g of the candidates, finite
   * @return which candidates are the levels, N+1 of them, the first and the last included
   */
  public static int[] chosen(double[] x, double[] g, int steps) {
    Require.size("number of values g", g.length, x.length, "one a candidate");
    Require.atLeast(steps + 1, "candidates", x.length, "N steps have N+1 levels");
    return new LeastPathGrid(x, g).chosen(steps);
  }

  private int[] chosen(int steps) {
    sums = new double[x.length];
    Arrays.fill(sums, Double.POSITIVE_INFINITY);
    sums[0] = 0;
    int[][] before = new int[steps][];
    for (int k = 0; k < steps; k++) {
      Interrupts.check("the search");
      before[k] = step(k);
    }
    int[] chosen = new int[steps + 1];
    chosen[steps] = x.length - 1;
    for (int k = steps; k > 0; k--) {
      chosen[k - 1] = before[k - 1][chosen[k]];
    }
    return chosen;
  }

  /** From F_k to F_{k+1}; returns where the last step to each candidate starts. */
  private int[] step(int k) {
    Arrays.fill(lowest, -1);
    int[] before = new int[x.length];
    double[] next = new double[x.length];
    Arrays.fill(next, Double.POSITIVE_INFINITY);
    for (int j = k + 1; j < x.length; j++) {
      add(j - 1);
      before[j] = lowestAt(j);
      next[j] = line(before[j], j);
    }
    sums = next;
    return before;
  }

  private double line(int i, int j) {
    return sums[i] + (x[i] - x[j]) * g[i];
  }

  private void add(int line) {
    int added = line;
    int node = 1;
    int low = 0;
    int high = x.length - 1;
    while (lowest[node] >= 0 && low < high) {
      int middle = (low + high) / 2;
      boolean first = line(added, low) < line(lowest[node], low);
      boolean inside = line(added, middle) < line(lowest[node], middle);
      if (inside) {
        int swap = lowest[node];
        lowest[node] = added;
        added = swap;
      }
      boolean left = first != inside;
      node = 2 * node + (left ? 0 : 1);
      low = left ? low : middle + 1;
      high = left ? middle : high;
    }
    if (lowest[node] < 0 || line(added, low) < line(lowest[node], low)) {
      lowest[node] = added;
    }
  }

  private int lowestAt(int j) {
    int best = lowest[1];
    int node = 1;
    int low = 0;
    int high = x.length - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      boolean left = j <= middle;
      node = 2 * node + (left ? 0 : 1);
      low = left ? low : middle + 1;
      high = left ? middle : high;
      if (lowest[node] >= 0 && line(lowest[node], j) < line(best, j)) {
        best = lowest[node];
      }
    }
    return best;
  }
}
