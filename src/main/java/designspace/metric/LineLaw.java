package designspace.metric;

import designspace.core.Points;
import designspace.core.Require;
import java.util.Arrays;

/**
 * A law on the line by its quantile function, piecewise linear in u ∈ [0, 1]: constant pieces for a
 * sample, sloping ones for a density or distribution function on a grid.
 */
public final class LineLaw {
  /** More than this away from mass one, a grid is too short or too coarse to stand for a law. */
  private static final double MASS_TOLERANCE = 1e-2;

  private final double[] edges; // u_0 = 0 < … < u_K = 1
  private final double[] low; // quantile at the beginning of each piece
  private final double[] high; // and at its end
  private final LineLaw coarse; // from every other point of the grid; null for a sample

  private LineLaw(double[] edges, double[] low, double[] high, LineLaw coarse) {
    this.edges = edges;
    this.low = low;
    this.high = high;
    this.coarse = coarse;
  }

  /** The empirical law of n×1 points; O(n log n). */
  public static LineLaw sample(Points points) {
    Samples.check("points", points, 1, "a law has somewhere to be");
    Require.dimension("points", points.dimension(), 1);
    return sorted(points.toArray());
  }

  /** The empirical law of values, which are given up and sorted in place. */
  static LineLaw sorted(double[] values) {
    Arrays.sort(values);
    double[] edges = new double[values.length + 1];
    Arrays.setAll(edges, i -> i / (double) values.length);
    return new LineLaw(edges, values, values, null);
  }

  /**
   * A density on a grid, such as that of {@code sampling.LineDensity}: each cell's mass by the
   * trapezoidal rule, spread evenly, the sum normalised to 1. The quantiles' error is O(spacing²)
   * where the density is smooth.
   *
   * @param x increasing points, at least 3
   * @param density not negative, of mass 1 up to 1%
   */
  public static LineLaw density(double[] x, double[] density) {
    Require.size("number of densities", density.length, x.length, "each point has one");
    double[] cumulative = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      Require.notNegative("density[" + i + "]", density[i], "it is a density");
      if (i > 0) {
        double mass = (x[i] - x[i - 1]) * (density[i] + density[i - 1]) / 2;
        cumulative[i] = cumulative[i - 1] + mass;
      }
    }
    return cdf(x, cumulative);
  }

  /**
   * A distribution function on a grid, linear in between; what lies outside the grid is left out
   * and the rest normalised.
   *
   * @param x increasing points, at least 3
   * @param cdf not decreasing, rising by 1 up to 1%
   */
  public static LineLaw cdf(double[] x, double[] cdf) {
    Require.atLeast(3, "number of grid points", x.length, "the error is read from every other");
    Require.size("number of cdf values", cdf.length, x.length, "each point has one");
    double mass = cdf[cdf.length - 1] - cdf[0];
    if (!(Math.abs(mass - 1) <= MASS_TOLERANCE)) {
      String why = "a grid that misses mass is too short or too coarse";
      throw Require.refusal("mass on the grid", mass, "1 up to " + MASS_TOLERANCE, why);
    }
    return grid(x, cdf, grid(everyOther(x), everyOther(cdf), null));
  }

  private static double[] everyOther(double[] all) {
    double[] some = new double[all.length / 2 + 1];
    Arrays.setAll(some, i -> all[Math.min(2 * i, all.length - 1)]);
    return some;
  }

  private static LineLaw grid(double[] x, double[] cdf, LineLaw coarse) {
    double mass = cdf[cdf.length - 1] - cdf[0];
    double[] edges = new double[x.length];
    double[] low = new double[x.length - 1];
    double[] high = new double[x.length - 1];
    int pieces = 0;
    for (int i = 1; i < x.length; i++) {
      Require.ordered("x[" + (i - 1) + "]", x[i - 1], "x[" + i + "]", x[i], "a grid increases");
      double rise = (cdf[i] - cdf[i - 1]) / mass;
      Require.notNegative("rise of the cdf at " + i, rise, "it is a probability");
      if (rise > 0) {
        low[pieces] = x[i - 1];
        high[pieces] = x[i];
        edges[++pieces] = i == x.length - 1 ? 1 : (cdf[i] - cdf[0]) / mass;
      }
    }
    edges[pieces] = 1;
    return new LineLaw(Arrays.copyOf(edges, pieces + 1), low, high, coarse);
  }

  /** The same law at twice the spacing; a sample is itself. */
  LineLaw coarse() {
    return coarse == null ? this : coarse;
  }

  int pieces() {
    return edges.length - 1;
  }

  /** The u at which piece k ends. */
  double end(int k) {
    return edges[k + 1];
  }

  /** The quantile at u by the line of piece k. */
  double quantile(int k, double u) {
    return low[k] + (high[k] - low[k]) * ((u - edges[k]) / (edges[k + 1] - edges[k]));
  }

  @Override
  public String toString() {
    String kind = coarse == null ? "sample of " : "grid of ";
    return kind + pieces() + " on the line";
  }
}
