package designspace.optimal;

import designspace.core.Require;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Map;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The grid of least marginal KL on N(0, c²I) at every N, by a recursion instead of a search.
 *
 * <p>With S = c²+τ, the excess r_N/S_N of eq-10 is −c²/S₀² + Σ (p_{k+1} − p_k)²/p_k in p = 1/S;
 * that of the denoiser-frozen SDE is −c²/S₀² − c⁻² Σ (p_{k+1} − p_k)²/p_k in p = τ/S. Each summand
 * is a square over a linear function and so convex: the sum has one stationary grid, its global
 * minimum, where the ratios q_k = p_{k+1}/p_k obey q_k² = 2q_{k−1} − 1. KL grows with |r|, so the
 * grid is the best one if r has one sign: always for the frozen SDE, for eq-10 while the sum
 * exceeds c²/S₀² (beyond that, at N of some S₀²/(c²S_N), many grids have r = 0). For N → ∞ the laws
 * 1/√S and σ/√S of B4 come out. The Euler flow's is the tangent law, exactly.
 */
public final class LeastMarginalGrid {
  private final double logRatio;
  private final int steps;

  private LeastMarginalGrid(double logRatio, int steps) {
    this.logRatio = logRatio;
    this.steps = steps;
  }

  /**
   * The grid.
   *
   * @param sampler any but Heun's flow, whose defect has no such form
   * @param c standard deviation of the data, whose mean is zero
   */
  public static NoiseGrid of(
      LinearSampler sampler, double c, double sigmaMin, double sigmaMax, int steps) {
    NoiseGrid ends = NoiseGrid.angle(AngleLaw.ARCTANGENT, c, sigmaMin, sigmaMax, steps);
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> exponential(c, ends);
      case FROZEN_DENOISER -> frozen(c, ends);
      case EULER_FLOW -> ends;
      case HEUN_FLOW ->
          throw Require.refusal(
              "sampler", sampler.label(), "another", "its errors of variance change sign");
    };
  }

  /** τ_k = τ_N + S_N (Π q_j − 1), over j ≥ k. */
  private static NoiseGrid exponential(double c, NoiseGrid ends) {
    int steps = ends.steps();
    double least = c * c + ends.tau(steps);
    double[] logs = new LeastMarginalGrid(Math.log((c * c + ends.tau(0)) / least), steps).logs();
    double[] sigmas = ends.sigmas();
    double sum = 0;
    for (int k = steps - 1; k > 0; k--) {
      sum += logs[k];
      sigmas[k] = Math.sqrt(ends.tau(steps) + least * Math.expm1(sum));
    }
    return NoiseGrid.of(recipe(c), sigmas);
  }

  /** τ = c² p/(1−p), where 1−p is summed up from c²/S₀. */
  private static NoiseGrid frozen(double c, NoiseGrid ends) {
    int steps = ends.steps();
    double total = c * c + ends.tau(0);
    double p = ends.tau(0) / total;
    double rest = c * (c / total);
    double last = ends.tau(steps) / (c * c + ends.tau(steps));
    double[] logs = new LeastMarginalGrid(Math.log(last / p), steps).logs();
    double[] sigmas = ends.sigmas();
    for (int k = 1; k < steps; k++) {
      rest -= Math.expm1(logs[k - 1]) * p;
      p *= Math.exp(logs[k - 1]);
      sigmas[k] = c * Math.sqrt(p / rest);
    }
    return NoiseGrid.of(recipe(c), sigmas);
  }

  private static Recipe recipe(double c) {
    return new Recipe("least marginal KL", Map.of("c", c), "B7");
  }

  /** ln q_k of the steps, whose sum is given. */
  private double[] logs() {
    double last =
        steps == 1
            ? logRatio
            : new BrentSolver(1e-15, 1e-16)
                .solve(500, x -> excess(x), Math.min(0, logRatio), Math.max(0, logRatio));
    double[] logs = new double[steps];
    fill(last, logs);
    return logs;
  }

  /** Finite, for Brent's sake, where the ratios of early steps are beyond all bounds. */
  private double excess(double last) {
    double sum = fill(last, new double[steps]) - logRatio;
    return Math.min(1e300, sum);
  }

  /** Backwards from the last step: with q = 1 + d, d_{k−1} = d_k + d_k²/2. */
  private double fill(double last, double[] logs) {
    double d = Math.expm1(last);
    double sum = 0;
    for (int k = steps - 1; k >= 0; k--) {
      logs[k] = Math.log1p(d);
      sum += logs[k];
      d += 0.5 * d * d;
    }
    return sum;
  }
}
