package designspace.optimal;

import designspace.bound.GridError;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import designspace.schedule.RivalGrid;

/**
 * One rival at given ends and steps, and what it costs exactly on N(0, c²) with exact score.
 *
 * @param rival which
 * @param grid its levels
 * @param errors per dimension
 */
public record RivalRow(RivalGrid rival, NoiseGrid grid, Errors errors) {
  /**
   * Exact errors per dimension, nats. The last three contain the error of the start N(0, σ_max²).
   *
   * @param path E_D of eq-10 (B1)
   * @param marginal KL(p_δ|q) of eq-10 (B3)
   * @param euler the same of Euler on the probability flow, as many scores
   * @param heun the same of Heun on it, twice as many scores
   */
  public record Errors(double path, double marginal, double euler, double heun) {
    /** Of any grid. */
    public static Errors of(double c, NoiseGrid grid) {
      Gaussian data = Gaussian.isotropic(1, c);
      return new Errors(
          GridError.discretization(data).at(grid),
          GridError.marginalKl(LinearSampler.EXPONENTIAL_INTEGRATOR, data).at(grid),
          GridError.marginalKl(LinearSampler.EULER_FLOW, data).at(grid),
          GridError.marginalKl(LinearSampler.HEUN_FLOW, data).at(grid));
    }
  }

  /** The largest factor by which a step lowers the noise. */
  public double largestRatio() {
    double largest = 0;
    for (int k = 0; k < grid.steps(); k++) {
      largest = Math.max(largest, grid.ratio(k));
    }
    return largest;
  }

  /**
   * The steps in each decade, lowest first, between {@link NoiseGrid#decades}: a step that
   * straddles two is shared out by ln σ. Their sum is N.
   */
  public double[] stepsPerDecade() {
    double[] decades = grid.decades();
    double[] steps = new double[decades.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = grid.stepsBetween(decades[i], decades[i + 1]);
    }
    return steps;
  }
}
