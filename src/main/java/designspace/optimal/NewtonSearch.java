package designspace.optimal;

import designspace.core.Interrupts;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.Optional;

/**
 * Newton's method from one grid to a minimum near it, damped as by Levenberg and Marquardt where
 * the error is not convex or a full step would reverse the order of levels.
 */
final class NewtonSearch {
  private static final int MOST = 200;

  /** Of the error: what is left to save is then rounding. */
  private static final double NOTHING = 1e-14;

  /** Of the start's error: less is an error of zero up to rounding. */
  static final double ZERO = 1e-18;

  /** Of the decrease that the gradient promises, what a step must bring. */
  private static final double ENOUGH = 1e-4;

  /** Of the error: less damping than that is none. */
  private static final double SLIGHT = 1e-4;

  private static final int ATTEMPTS = 60;

  private final SmoothGridError error;
  private final NoiseGrid start;
  private final double startValue;
  private NoiseGrid grid;
  private double value;
  private double damping;

  NewtonSearch(SmoothGridError error, NoiseGrid start, double startValue) {
    this.error = error;
    this.start = start;
    this.startValue = startValue;
    this.grid = start;
    this.value = startValue;
  }

  OptimalGrid run() {
    if (start.steps() == 1) {
      return result(new Certificate(0, Double.POSITIVE_INFINITY, 0, 0));
    }
    for (int iteration = 0; ; iteration++) {
      Interrupts.check("the search for the best grid");
      double[] gradient = finite(Levels.inner(error.gradient(grid)));
      Curvature curvature = Curvature.of(error, grid);
      boolean zero = Math.abs(value) <= ZERO * Math.abs(startValue);
      if (zero || iteration == MOST || !advance(gradient, curvature)) {
        return result(curvature.certificate(value, gradient, iteration));
      }
    }
  }

  private static double[] finite(double... gradient) {
    for (int k = 0; k < gradient.length; k++) {
      String name = "slope of the error by ln σ[" + (k + 1) + "]";
      Require.finite(name, gradient[k], "the search follows it");
    }
    return gradient;
  }

  private OptimalGrid result(Certificate certificate) {
    return new OptimalGrid(grid, value, start, startValue, certificate);
  }

  /** Takes one step; false if there is nothing to save but rounding. */
  private boolean advance(double[] gradient, Curvature curvature) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<double[]> step = curvature.step(gradient, damping, grid);
      if (step.isPresent()) {
        double slope = dot(gradient, step.get());
        if (damping == 0 && -0.5 * slope <= NOTHING * Math.abs(value)) {
          return false;
        }
        if (Levels.keepOrder(grid, step.get()) && improves(step.get(), slope)) {
          damping = damping < SLIGHT * Math.abs(value) ? 0 : damping / 10;
          return true;
        }
      }
      damping = Math.max(4 * damping, SLIGHT * Math.abs(value));
    }
    return false;
  }

  private boolean improves(double[] step, double slope) {
    NoiseGrid next = Levels.moved(grid, 1, step);
    double nextValue = error.at(next);
    if (!(nextValue < value && nextValue <= value + ENOUGH * slope)) {
      return false;
    }
    grid = next;
    value = nextValue;
    return true;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
