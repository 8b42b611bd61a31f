package designspace.schedule;

import designspace.core.Require;
import java.util.function.IntToDoubleFunction;

/** Forward times t₀ = δ &lt; t₁ &lt; … &lt; t_N = T. */
public final class TimeGrid {
  private final Recipe recipe;
  private final double[] times;

  private TimeGrid(Recipe recipe, double[] times) {
    this.recipe = recipe;
    this.times = times;
  }

  /** An explicit list of times, earliest first; copied. */
  public static TimeGrid of(double... times) {
    Require.atLeast(2, "number of times", times.length, "a grid has at least one step");
    double[] copy = times.clone();
    int last = copy.length - 1;
    return build(Recipe.of("explicit", "given"), copy[0], copy[last], last, j -> copy[j]);
  }

  /** t_j = (T^{1/ρ} − (T^{1/ρ} − δ^{1/ρ})(N−j)/N)^ρ (EDM; tab-1). */
  public static TimeGrid polynomial(double tMin, double tMax, double rho, int steps) {
    Require.positive("tMin", tMin, "the score is not defined without noise");
    Require.positive("rho", rho, "it is the power of the polynomial");
    double low = Math.pow(tMin, 1 / rho);
    double high = Math.pow(tMax, 1 / rho);
    return build(
        Recipe.of("polynomial", "tab-1; Karras et al. 2022").with("ρ", rho),
        tMin,
        tMax,
        steps,
        j -> Math.pow(high - (high - low) * (steps - j) / steps, rho));
  }

  /** t_j = T (δ/T)^{(N−j)/N} (Song; tab-1, where T = σ_max² and δ = σ_min²). */
  public static TimeGrid exponential(double tMin, double tMax, int steps) {
    Require.positive("tMin", tMin, "the score is not defined without noise");
    double logRatio = Math.log(tMin / tMax);
    return build(
        Recipe.of("exponential", "tab-1; Song et al. 2021"),
        tMin,
        tMax,
        steps,
        j -> tMax * Math.exp(logRatio * (steps - j) / steps));
  }

  /** t_j = δ + (T−δ) j/N. */
  public static TimeGrid uniform(double tMin, double tMax, int steps) {
    return build(
        Recipe.of("uniform", "app-i1"), tMin, tMax, steps, j -> tMin + (tMax - tMin) * j / steps);
  }

  private static TimeGrid build(
      Recipe recipe, double tMin, double tMax, int steps, IntToDoubleFunction time) {
    Require.notNegative("tMin", tMin, "the forward process starts at 0");
    Require.positive("tMax", tMax, "the forward process must run");
    Require.ordered("tMin", tMin, "tMax", tMax, "the forward process must run");
    NoiseLevels.steps(steps);
    double[] times = new double[steps + 1];
    for (int j = 1; j < steps; j++) {
      times[j] = time.applyAsDouble(j);
    }
    times[0] = tMin;
    times[steps] = tMax;
    for (int j = 0; j < steps; j++) {
      if (!(times[j] < times[j + 1])) {
        throw Require.refusal(
            "times[" + j + "]", times[j], "less than the next, " + times[j + 1], tooFine(steps));
      }
    }
    return new TimeGrid(recipe, times);
  }

  private static String tooFine(int steps) {
    return steps + " steps are too fine for the range in double precision";
  }

  /** Name, parameters and source. */
  public Recipe recipe() {
    return recipe;
  }

  /** The number of steps, N. */
  public int steps() {
    return times.length - 1;
  }

  /** t_j, 0 ≤ j ≤ N. */
  public double time(int j) {
    return times[j];
  }

  @Override
  public String toString() {
    return recipe + ", " + steps() + " steps, t " + times[0] + " to " + times[steps()];
  }
}
