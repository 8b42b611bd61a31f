package designspace.optimal;

import designspace.core.Interrupts;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Arrays;
import java.util.Map;

/**
 * L-BFGS on ln E in θ, where ln(σ_k/σ_{k+1}) ∝ e^{θ_k}, so that no move reverses a step: for errors
 * whose gradient is costly and whose second derivatives, that {@link NewtonSearch} takes by
 * differences, cost 2N of it.
 */
final class QuasiNewtonSearch {
  private static final Recipe RECIPE = new Recipe("optimal grid", Map.of(), "B7");
  private static final int MOST = 300;

  /** The farthest that a θ may go at once. */
  private static final double FARTHEST = 1;

  /** Of the decrease that the gradient promises, what a step must bring. */
  private static final double ENOUGH = 1e-4;

  private static final int HALVINGS = 20;

  private final SmoothGridError error;
  private final double tolerance;
  private final SecantPairs pairs = new SecantPairs();
  private NoiseGrid grid;
  private double[] theta;
  private double value;

  private QuasiNewtonSearch(SmoothGridError error, NoiseGrid start, double tolerance) {
    this.error = error;
    this.tolerance = tolerance;
    grid = start;
    value = error.at(start);
    theta = new double[start.steps()];
    Arrays.setAll(theta, k -> Math.log(Math.log(start.ratio(k))));
  }

  /**
   * The minimum near a grid.
   *
   * @param tolerance what is left to save of E, relatively, by the method's own estimate
   */
  static OptimalGrid of(SmoothGridError error, NoiseGrid start, double tolerance) {
    QuasiNewtonSearch search = new QuasiNewtonSearch(error, start, tolerance);
    double startValue = search.value;
    Certificate certificate = search.run();
    return new OptimalGrid(search.grid, search.value, start, startValue, certificate);
  }

  private Certificate run() {
    double[] levels = Levels.inner(error.gradient(grid));
    double[] gradient = inTheta(levels);
    for (int iteration = 0; ; iteration++) {
      Interrupts.check("the search for the best grid");
      double[] step = pairs.step(gradient);
      double promise = -SecantPairs.dot(step, gradient);
      boolean done = iteration == MOST || (0.5 * promise <= tolerance && iteration > 2);
      double[] before = theta;
      if (done || !advance(step, promise)) {
        double steepest = Arrays.stream(levels).map(Math::abs).max().orElse(0) / value;
        return new Certificate(steepest, Double.NaN, 0.5 * promise, iteration);
      }
      levels = Levels.inner(error.gradient(grid));
      double[] next = inTheta(levels);
      pairs.add(difference(theta, before), difference(next, gradient));
      gradient = next;
    }
  }

  private boolean advance(double[] step, double promise) {
    double farthest = Arrays.stream(step).map(Math::abs).max().orElse(0);
    double length = Math.min(1, FARTHEST / farthest);
    for (int halving = 0; halving < HALVINGS; halving++) {
      double[] moved = new double[theta.length];
      for (int k = 0; k < moved.length; k++) {
        moved[k] = theta[k] + length * step[k];
      }
      NoiseGrid next = grid(moved);
      double nextValue = error.at(next);
      if (Math.log(nextValue / value) <= -ENOUGH * length * promise) {
        theta = moved;
        grid = next;
        value = nextValue;
        return true;
      }
      length /= 2;
    }
    return false;
  }

  private NoiseGrid grid(double... moved) {
    double total = Arrays.stream(moved).map(Math::exp).sum();
    double whole = Math.log(grid.sigmaMax() / grid.sigmaMin());
    double[] sigmas = grid.sigmas();
    double sum = 0;
    for (int k = 0; k + 2 < sigmas.length; k++) {
      sum += Math.exp(moved[k]);
      sigmas[k + 1] = sigmas[0] * Math.exp(-whole * sum / total);
    }
    return NoiseGrid.of(RECIPE, sigmas);
  }

  /**
   * ∂ ln E/∂θ_j = w_j (c_j − Σ w c/Σ w), with w_j = ln(σ_j/σ_{j+1}) and c_j = −Σ_{k>j} ∂ ln E/∂ ln
   * σ_k.
   */
  private double[] inTheta(double... levels) {
    double[] gradient = new double[theta.length];
    double mean = 0;
    double whole = Math.log(grid.sigmaMax() / grid.sigmaMin());
    for (int j = theta.length - 2; j >= 0; j--) {
      gradient[j] = gradient[j + 1] - levels[j] / value;
      mean += gradient[j] * Math.log(grid.ratio(j)) / whole;
    }
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = (gradient[j] - mean) * Math.log(grid.ratio(j));
    }
    return gradient;
  }

  private static double[] difference(double[] a, double... b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, k -> a[k] - b[k]);
    return difference;
  }
}
