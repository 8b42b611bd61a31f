package designspace.sampling;

import designspace.core.Points;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The law that a deterministic sampler delivers on the line, for any score, as a distribution
 * function: points at even quantile scores z of the start N(0, σ_max²) are pushed through the
 * steps. Nothing is sampled; the error is O(1/nodes²).
 */
public final class LineFlow {
  /** Where the normal start is cut: 1e−17 of its mass lies outside. */
  private static final double REACH = 8.6;

  private final double[] points;
  private final double[] cdf;

  private LineFlow(double[] points, double[] cdf) {
    this.points = points;
    this.cdf = cdf;
  }

  /**
   * The law at the end of the grid.
   *
   * @param sampler one that draws no random number
   * @param nodes how many points carry it
   */
  public static LineFlow of(Sampler sampler, ScoreFunction score, NoiseGrid grid, int nodes) {
    Require.atLeast(3, "nodes", nodes, "a law on the line needs ends and a middle");
    double[] z = new double[nodes];
    Arrays.setAll(z, i -> REACH * (2.0 * i / (nodes - 1) - 1));
    double[] end = end(sampler, score, grid, Arrays.stream(z).map(v -> grid.sigmaMax() * v));
    // A step that is too long may change the order of points: mass goes with its point.
    int[] order =
        IntStream.range(0, nodes)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> end[i]))
            .mapToInt(i -> i)
            .toArray();
    return new LineFlow(Arrays.stream(order).mapToDouble(i -> end[i]).toArray(), cdf(z, order));
  }

  private static double[] end(
      Sampler sampler, ScoreFunction score, NoiseGrid grid, DoubleStream start) {
    Points x = Points.owning(start.toArray(), 1);
    RandomGenerator[] none = new RandomGenerator[x.size()];
    Arrays.fill(none, (RandomGenerator) LineFlow::refuse);
    Steps steps = sampler.begin(grid);
    for (int k = 0; k < grid.steps(); k++) {
      x = steps.step(score.checked(), k, x, none);
    }
    return x.toArray();
  }

  private static long refuse() {
    throw Require.refusal("sampler", "random", "a deterministic one", "a flow has no noise");
  }

  /** Up to the middle of each point's mass. */
  private static double[] cdf(double[] z, int[] order) {
    NormalDistribution normal = new NormalDistribution();
    double half = (z[1] - z[0]) / 2;
    double[] cdf = new double[z.length];
    double below = 0;
    for (int i = 0; i < z.length; i++) {
      double mass = normal.probability(z[order[i]] - half, z[order[i]] + half);
      cdf[i] = below + mass / 2;
      below += mass;
    }
    return cdf;
  }

  /** x, in order. */
  public double[] points() {
    return points.clone();
  }

  /** P(X ≤ x) at these points. */
  public double[] cdf() {
    return cdf.clone();
  }

  @Override
  public String toString() {
    return "law of a flow on " + points.length + " points";
  }
}
