package designspace.bound;

import designspace.core.Require;
import designspace.schedule.TimeGrid;

/**
 * The sum that app-i1-opt minimises over time grids, for σ̄_t = t: what the growth of ln σ̄ costs,
 * without d.
 *
 * <p>With x_j = ln(t_j/t_{j−1}) the printed sum is Σ(1−e^{−x})², which is convex only below ln 2;
 * the integral that it stands for gives Σ 4 sinh²(x/2), convex everywhere, so that by Jensen equal
 * x_j, the exponential grid, are best (E5).
 */
public final class GrowthSum {
  private GrowthSum() {}

  /** As printed: Σ γ_j²/t_j², each step's rate at its later time. */
  public static double printed(TimeGrid time) {
    double sum = 0;
    for (int j = 1; j <= time.steps(); j++) {
      double share = (time.time(j) - time.time(j - 1)) / time.time(j);
      sum += share * share;
    }
    return sum;
  }

  /** Σ γ_j ∫ dt/t² = Σ γ_j²/(t_j t_{j−1}). */
  public static double corrected(TimeGrid time) {
    double sum = 0;
    for (int j = 1; j <= time.steps(); j++) {
      double gamma = time.time(j) - time.time(j - 1);
      sum += gamma / time.time(j) * (gamma / time.time(j - 1));
    }
    return sum;
  }

  /** What N times the corrected sum tends to on polynomial time: 4ρ² sinh²(ln(T/δ)/2ρ). */
  public static double polynomialLimit(double tMin, double tMax, double rho) {
    Require.positive("rho", rho, "it is the power of the polynomial");
    Require.positive("tMin", tMin, "the score is not defined without noise");
    Require.ordered("tMin", tMin, "tMax", tMax, "the forward process must run");
    double sinh = Math.sinh(Math.log(tMax / tMin) / (2 * rho));
    return 4 * rho * rho * sinh * sinh;
  }

  /** What N times the corrected sum tends to on exponential time: ln²(T/δ). */
  public static double exponentialLimit(double tMin, double tMax) {
    Require.positive("tMin", tMin, "the score is not defined without noise");
    Require.ordered("tMin", tMin, "tMax", tMax, "the forward process must run");
    double log = Math.log(tMax / tMin);
    return log * log;
  }
}
