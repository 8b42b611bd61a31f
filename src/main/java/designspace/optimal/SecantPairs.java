package designspace.optimal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last moves s and changes y of the gradient, from which L-BFGS estimates H⁻¹g. */
final class SecantPairs {
  private static final int MEMORY = 20;

  /** Of |s||y|: with less curvature a pair would spoil the estimate. */
  private static final double CURVED = 1e-10;

  private final List<double[]> moves = new ArrayList<>();
  private final List<double[]> changes = new ArrayList<>();

  /**
   * Adds a pair and forgets the oldest beyond twenty; without positive curvature it is left out.
   */
  void add(double[] move, double... change) {
    double size = Math.sqrt(dot(move, move) * dot(change, change));
    if (dot(move, change) > CURVED * size) {
      moves.add(move);
      changes.add(change);
      if (moves.size() > MEMORY) {
        moves.remove(0);
        changes.remove(0);
      }
    }
  }

  /** −H⁻¹g by the method's two loops; −g before there are pairs. */
  double[] step(double... gradient) {
    double[] step = new double[gradient.length];
    Arrays.setAll(step, k -> -gradient[k]);
    int last = moves.size() - 1;
    double[] alphas = new double[moves.size()];
    for (int i = last; i >= 0; i--) {
      alphas[i] = dot(moves.get(i), step) / dot(moves.get(i), changes.get(i));
      add(step, -alphas[i], changes.get(i));
    }
    if (last >= 0) {
      double[] change = changes.get(last);
      double scale = dot(moves.get(last), change) / dot(change, change);
      Arrays.setAll(step, k -> scale * step[k]);
    }
    for (int i = 0; i <= last; i++) {
      double beta = dot(changes.get(i), step) / dot(moves.get(i), changes.get(i));
      add(step, alphas[i] - beta, moves.get(i));
    }
    return step;
  }

  private static void add(double[] to, double factor, double... vector) {
    for (int k = 0; k < to.length; k++) {
      to[k] += factor * vector[k];
    }
  }

  static double dot(double[] a, double... b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
