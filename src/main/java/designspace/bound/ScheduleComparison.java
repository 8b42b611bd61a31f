package designspace.bound;

import designspace.core.Require;
import designspace.schedule.Design;
import java.util.function.Function;

/**
 * The two schedules of tab-1 by their {@link WeightingFactor}: the smaller maximum bounds E_S
 * better (tab-2, first half).
 *
 * @param sigmaMin σ_min
 * @param sigmaMax σ_max
 * @param rho ρ of the polynomial schedule
 * @param factor the factor of a design: its weighting, how w is read from it and the step's rule
 */
public record ScheduleComparison(
    double sigmaMin, double sigmaMax, double rho, Function<Design, WeightingFactor> factor) {

  /** EDM's schedule of N steps. */
  public WeightingFactor polynomial(int steps) {
    return factor.apply(Design.edm(sigmaMin, sigmaMax, rho, steps));
  }

  /** Song's schedule of N steps. */
  public WeightingFactor exponential(int steps) {
    return factor.apply(Design.song(sigmaMin, sigmaMax, steps));
  }

  /** The polynomial maximum over the exponential one: below 1 polynomial wins. */
  public double ratio(int steps) {
    return polynomial(steps).max() / exponential(steps).max();
  }

  /** The largest N ≤ most at which the exponential maximum is the smaller; 0 if there is none. */
  public int crossover(int most) {
    Require.atLeast(1, "most", most, "a grid has at least one step");
    int steps = most;
    while (steps > 0 && ratio(steps) <= 1) {
      steps--;
    }
    return steps;
  }

  /** The number of N ≤ most at which a schedule's maximum sits below j = N (app-h3). */
  public int misplaced(int most) {
    int count = 0;
    for (int steps = 1; steps <= most; steps++) {
      boolean top = polynomial(steps).argmax() == steps && exponential(steps).argmax() == steps;
      count += top ? 0 : 1;
    }
    return count;
  }
}
