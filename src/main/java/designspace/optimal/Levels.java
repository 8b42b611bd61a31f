package designspace.optimal;

import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Arrays;
import java.util.Map;

/** Moves of a grid's inner levels; its ends stay. */
final class Levels {
  private static final Recipe RECIPE = new Recipe("optimal grid", Map.of(), "B7");

  private Levels() {}

  /** ln σ_k grows by length·move[k−1], 0 &lt; k &lt; N. */
  static NoiseGrid moved(NoiseGrid grid, double length, double... move) {
    double[] sigmas = grid.sigmas();
    for (int k = 1; k < grid.steps(); k++) {
      sigmas[k] *= Math.exp(length * move[k - 1]);
    }
    return NoiseGrid.of(RECIPE, sigmas);
  }

  /** The entries of the inner levels. */
  static double[] inner(double... gradient) {
    return Arrays.copyOfRange(gradient, 1, gradient.length - 1);
  }

  /** Whether after the move every step's ln(σ_k/σ_{k+1}) is at least a tenth of what it was. */
  static boolean keepOrder(NoiseGrid grid, double... move) {
    for (int k = 0; k < grid.steps(); k++) {
      double above = k == 0 ? 0 : move[k - 1];
      double below = k == move.length ? 0 : move[k];
      if (!(below - above <= 0.9 * Math.log(grid.ratio(k)))) {
        return false;
      }
    }
    return true;
  }
}
