package designspace.optimal;

import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What the grid that is best for data of scale f·c is worth on data N(0, c²): marginal KL per
 * dimension over EDM's range 0.002 to 80, against the better of the Paper's two schedules.
 *
 * @param sampler eq-10, Euler's flow or the denoiser-frozen SDE
 * @param c the true scale
 * @param steps N
 * @param low the least f at which the grid is still the better, 0 if all down to 1e−3 are
 * @param high the largest, infinite if all up to 1e3 are
 */
public record ScaleRobustness(LinearSampler sampler, double c, int steps, double low, double high) {
  private static final double SIGMA_MIN = 0.002;
  private static final double SIGMA_MAX = 80;
  private static final double FARTHEST = Math.log(1e3);
  private static final double SCAN = 0.05;

  /** Scans ln f outwards from 0 for the first crossing on each side, then Brent's method. */
  public static ScaleRobustness of(LinearSampler sampler, double c, int steps) {
    ScaleRobustness of = new ScaleRobustness(sampler, c, steps, 0, Double.POSITIVE_INFINITY);
    return new ScaleRobustness(
        sampler, c, steps, Math.exp(of.crossing(-SCAN)), Math.exp(of.crossing(SCAN)));
  }

  /** Of eq-10 at N = 100 for c = 0.1, 0.5, 1, 5. */
  public static List<ScaleRobustness> table() {
    List<ScaleRobustness> table = new ArrayList<>();
    for (double c : new double[] {0.1, 0.5, 1, 5}) {
      table.add(of(LinearSampler.EXPONENTIAL_INTEGRATOR, c, 100));
    }
    return table;
  }

  /** Marginal KL on the grid for scale f·c. */
  public double value(double f) {
    return error().at(LeastMarginalGrid.of(sampler, f * c, SIGMA_MIN, SIGMA_MAX, steps));
  }

  /** The lesser of polynomial(7)'s and the exponential grid's. */
  public double paper() {
    return Math.min(
        error().at(NoiseGrid.polynomial(SIGMA_MIN, SIGMA_MAX, 7, steps)),
        error().at(NoiseGrid.geometric(SIGMA_MIN, SIGMA_MAX, steps)));
  }

  private SmoothGridError error() {
    return new GaussianMarginalError(sampler, Gaussian.isotropic(1, c));
  }

  /** Where the grid's advantage ends, ln f; ±∞ if it does not. */
  private double crossing(double by) {
    double paper = Math.log(paper());
    for (double x = 0; Math.abs(x + by) <= FARTHEST; x += by) {
      if (excess(x + by, paper) > 0) {
        double low = Math.min(x, x + by);
        double high = Math.max(x, x + by);
        return new BrentSolver(1e-10).solve(200, log -> excess(log, paper), low, high);
      }
    }
    return by * Double.POSITIVE_INFINITY;
  }

  private double excess(double logFactor, double paper) {
    return Math.log(value(Math.exp(logFactor))) - paper;
  }
}
