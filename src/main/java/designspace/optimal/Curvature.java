package designspace.optimal;

import designspace.core.Interrupts;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Second derivatives of an error in ln σ of a grid's inner levels, by central differences of its
 * gradient, held as a matrix A of unit diagonal and the scale s of each level: h_kl = A_kl s_k s_l.
 */
final class Curvature {
  /** Of ln σ: truncation and rounding are then about 1e−8. */
  private static final double DIFFERENCE = 1e-4;

  /** No eigenvalue of A counts as less when a step is divided by it. */
  private static final double LEAST = 1e-10;

  private final RealMatrix unit;
  private final double[] scale;

  private Curvature(RealMatrix unit, double... scale) {
    this.unit = unit;
    this.scale = scale;
  }

  static Curvature of(SmoothGridError error, NoiseGrid grid) {
    double[][] h = differences(error, grid);
    double[] scale = new double[h.length];
    for (int k = 0; k < h.length; k++) {
      scale[k] = h[k][k] == 0 ? 1 : Math.sqrt(Math.abs(h[k][k]));
    }
    RealMatrix unit = MatrixUtils.createRealMatrix(h.length, h.length);
    for (int k = 0; k < h.length; k++) {
      for (int l = 0; l <= k; l++) {
        double mean = 0.5 * (h[k][l] + h[l][k]) / scale[k] / scale[l];
        unit.setEntry(k, l, mean);
        unit.setEntry(l, k, mean);
      }
    }
    return new Curvature(unit, scale);
  }

  /** Levels further apart than twice the reach are moved at once. */
  private static double[][] differences(SmoothGridError error, NoiseGrid grid) {
    int inner = grid.steps() - 1;
    int reach = Math.min(error.reach(), inner);
    int apart = Math.min(2 * reach + 1, inner);
    double[][] h = new double[inner][inner];
    for (int first = 0; first < apart; first++) {
      Interrupts.check("the search for the best grid");
      double[] move = new double[inner];
      for (int l = first; l < inner; l += apart) {
        double gap = Math.log(Math.min(grid.ratio(l), grid.ratio(l + 1)));
        move[l] = Math.min(DIFFERENCE, gap / 8);
      }
      double[] above = error.gradient(Levels.moved(grid, 1, move));
      double[] below = error.gradient(Levels.moved(grid, -1, move));
      for (int l = first; l < inner; l += apart) {
        for (int k = Math.max(0, l - reach); k <= Math.min(inner - 1, l + reach); k++) {
          h[k][l] = (above[k + 1] - below[k + 1]) / (2 * move[l]);
        }
      }
    }
    return h;
  }

  /**
   * −(H + μM)⁻¹g, where sᵀMs = Σ (change of ln(σ_k/σ_{k+1}) / its size)²: what a move is measured
   * by that must not reverse a step.
   *
   * @return empty if H + μM is not positive definite
   */
  Optional<double[]> step(double[] gradient, double mu, NoiseGrid grid) {
    RealMatrix matrix = unit.copy();
    int inner = scale.length;
    for (int k = 0; k <= inner; k++) {
      double weight = mu / Math.pow(Math.log(grid.ratio(k)), 2);
      if (k > 0) {
        matrix.addToEntry(k - 1, k - 1, weight / scale[k - 1] / scale[k - 1]);
      }
      if (k < inner) {
        matrix.addToEntry(k, k, weight / scale[k] / scale[k]);
      }
      if (k > 0 && k < inner) {
        matrix.addToEntry(k - 1, k, -weight / scale[k - 1] / scale[k]);
        matrix.addToEntry(k, k - 1, -weight / scale[k - 1] / scale[k]);
      }
    }
    try {
      CholeskyDecomposition cholesky = new CholeskyDecomposition(matrix, 1e-9, LEAST);
      ArrayRealVector right = new ArrayRealVector(scaled(gradient), false);
      return Optional.of(unscaled(cholesky.getSolver().solve(right).toArray()));
    } catch (NonPositiveDefiniteMatrixException indefinite) {
      return Optional.empty();
    }
  }

  private double[] scaled(double... gradient) {
    double[] scaled = new double[scale.length];
    Arrays.setAll(scaled, k -> -gradient[k] / scale[k]);
    return scaled;
  }

  private double[] unscaled(double... step) {
    Arrays.setAll(step, k -> step[k] / scale[k]);
    return step;
  }

  /** What it says of a grid with this value and gradient. */
  Certificate certificate(double value, double[] gradient, int iterations) {
    EigenDecomposition eigen = new EigenDecomposition(unit);
    double[] along = eigen.getVT().operate(scaled(gradient));
    double least = Double.POSITIVE_INFINITY;
    double left = 0;
    double steepest = 0;
    for (int k = 0; k < along.length; k++) {
      double eigenvalue = eigen.getRealEigenvalue(k);
      least = Math.min(least, eigenvalue);
      left += 0.5 * along[k] * along[k] / Math.max(LEAST, Math.abs(eigenvalue));
      steepest = Math.max(steepest, Math.abs(gradient[k]));
    }
    double scale = Math.abs(value);
    return new Certificate(steepest / scale, least, left / scale, iterations);
  }
}
