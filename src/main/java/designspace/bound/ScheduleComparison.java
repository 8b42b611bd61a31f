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

  /** Checks the range, ρ and that there is a factor. */
  public ScheduleComparison {
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    Require.positive("sigmaMax", sigmaMax, "the score is not defined without noise");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "sampling removes noise");
    Require.positive("rho", rho, "it is the power of the polynomial");
    if (factor == null) {
      throw Require.refusal("factor", null, "a function of a design", "it is what is compared");
    }
  }

  /** EDM's schedule of N steps. */
  public WeightingFactor polynomial(int steps) {
    return factor.apply(Design.edm(sigmaMin, sigmaMax, rho, steps));
  }

  /** Song's schedule of N steps. */
  public WeightingFactor exponential(int steps) {
    return factor.apply(Design.song(sigmaMin, sigmaMax, steps));
  }

  /**
   * The polynomial maximum over the exponential one: below 1 polynomial wins.
   *
   * @throws IllegalArgumentException if a schedule has a level that is not trained
   */
  public double ratio(int steps) {
    return finiteMax("polynomial", steps, polynomial(steps))
        / finiteMax("exponential", steps, exponential(steps));
  }

  private static double finiteMax(String schedule, int steps, WeightingFactor factor) {
    String name = "largest " + schedule + " factor at N = " + steps;
    return Require.positive(name, factor.max(), "the factor of an untrained level is infinite");
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
    Require.atLeast(1, "most", most, "a grid has at least one step");
    int count = 0;
    for (int steps = 1; steps <= most; steps++) {
      boolean top = polynomial(steps).argmax() == steps && exponential(steps).argmax() == steps;
      count += top ? 0 : 1;
    }
    return count;
  }
}
