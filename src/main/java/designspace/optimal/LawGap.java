package designspace.optimal;

import java.util.ArrayList;
import java.util.List;

/**
 * A law of B4 at a finite number of steps: how far the least error is from the law's limit, and how
 * far the law's grid is from the least error.
 *
 * @param limit the law and its error
 * @param steps N
 * @param optimum the least error, per dimension, nats
 * @param lawValue the error on the law's own grid
 * @param constant what N^{order}·optimum tends to
 */
public record LawGap(LawLimit limit, int steps, double optimum, double lawValue, double constant) {

  /**
   * The gap on N(0, c²). What the start costs is in both errors: its excess of variance c²S_N/S₀²
   * (c²/S₀ of the flow) is to be small beside 1/N, by a large σ_max.
   */
  public static LawGap of(LawLimit limit, double c, double sigmaMin, double sigmaMax, int steps) {
    SmoothGridError error = limit.error(c);
    OptimalGrid optimum = OptimalGrid.of(error, sigmaMin, sigmaMax, steps);
    double own = error.at(limit.grid(c, sigmaMin, sigmaMax, steps));
    double constant = limit.constant(c, sigmaMin, sigmaMax);
    return new LawGap(limit, steps, optimum.value(), own, constant);
  }

  /**
   * c = 0.5, σ_min 0.002, N = 10, 20, 40, 80, 160 for each law in turn; σ_max 80, where what the
   * start costs is below 1e−6 of the error, and 1e6 for the Euler flow, where at 80 it is 0.5 %.
   */
  public static List<LawGap> table() {
    return table(10, 20, 40, 80, 160);
  }

  /** The same at N = 2 … 10: what the asymptotic laws lose with few steps. */
  public static List<LawGap> fewSteps() {
    return table(2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  private static List<LawGap> table(int... steps) {
    List<LawGap> table = new ArrayList<>();
    for (LawLimit limit : LawLimit.values()) {
      for (int n : steps) {
        table.add(of(limit, 0.5, 0.002, limit == LawLimit.ARCTANGENT ? 1e6 : 80, n));
      }
    }
    return table;
  }

  /** N·E of path KL, N²·E of marginal KL, of the optimum. */
  public double scaled() {
    return Math.pow(steps, limit.order()) * optimum;
  }

  /** scaled/constant − 1. */
  public double gap() {
    return scaled() / constant - 1;
  }

  /** By which fraction the law's own grid is above the optimum. */
  public double loss() {
    return lawValue / optimum - 1;
  }
}
