package designspace.clock;

import designspace.core.Require;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The integral of a density per ln σ up from σ_min, and its inverse. Gauss–Legendre of four nodes
 * on {@value #CELLS} cells of ln σ, also on the part of a cell below a level, so that a level errs
 * by rounding where the density is smooth on the scale of a cell.
 */
final class CumulativeDensity {
  private static final int CELLS = 1000;
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(4);

  private final DoubleUnaryOperator density; // of ln σ
  private final double start;
  private final double cell;
  private final double[] sums; // ascending, length CELLS + 1

  CumulativeDensity(DoubleUnaryOperator ofSigma, double sigmaMin, double sigmaMax) {
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "sampling removes noise");
    Require.positive("sigmaMax", sigmaMax, "it is a noise level");
    density = x -> checked(ofSigma, clamped(Math.exp(x), sigmaMin, sigmaMax));
    start = Math.log(sigmaMin);
    cell = (Math.log(sigmaMax) - start) / CELLS;
    sums = new double[CELLS + 1];
    for (int i = 0; i < CELLS; i++) {
      sums[i + 1] = sums[i] + integral(start + i * cell, cell);
    }
    Require.positive("integral of the density", sums[CELLS], "a clock runs between the two ends");
  }

  private static double clamped(double sigma, double low, double high) {
    return Math.min(Math.max(sigma, low), high);
  }

  private static double checked(DoubleUnaryOperator ofSigma, double sigma) {
    double value = ofSigma.applyAsDouble(sigma);
    return Require.notNegative("density at σ = " + sigma, value, "a clock does not run backwards");
  }

  /** ∫ density d ln σ over the whole range. */
  double total() {
    return sums[CELLS];
  }

  /** The level below which a fraction strictly between 0 and 1 of the integral lies. */
  double sigmaAt(double fraction) {
    double target = fraction * total();
    int found = Arrays.binarySearch(sums, target);
    int i = Math.min(found >= 0 ? found : -found - 2, CELLS - 1);
    double left = start + i * cell;
    double rest = target - sums[i];
    if (rest <= 0) {
      return Math.exp(left);
    }
    if (rest >= integral(left, cell)) {
      return Math.exp(left + cell);
    }
    BrentSolver solver = new BrentSolver(1e-14, 1e-14, 1e-300);
    return Math.exp(left + solver.solve(200, w -> integral(left, w) - rest, 0, cell));
  }

  private double integral(double left, double width) {
    double sum = 0;
    for (int node = 0; node < RULE.getNumberOfPoints(); node++) {
      double x = left + 0.5 * width * (1 + RULE.getPoint(node));
      sum += RULE.getWeight(node) * density.applyAsDouble(x);
    }
    return 0.5 * width * sum;
  }
}
