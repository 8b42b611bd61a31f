package designspace.schedule;

import designspace.core.Require;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Noise levels in sampling order, σ₀ = σ_max &gt; σ₁ &gt; … &gt; σ_N = σ_min: all that a sampler
 * sees of a design.
 */
public final class NoiseGrid {
  private final Recipe recipe;
  private final double[] sigmas;

  private NoiseGrid(Recipe recipe, double[] sigmas) {
    this.recipe = recipe;
    this.sigmas = sigmas;
    NoiseLevels.steps(sigmas.length - 1);
    for (int k = 0; k < sigmas.length; k++) {
      NoiseLevels.level("sigma[" + k + "]", sigmas[k]);
      if (k > 0 && !(sigmas[k] < sigmas[k - 1])) {
        throw Require.refusal(
            "sigma[" + k + "]",
            sigmas[k],
            "less than the level before it, " + sigmas[k - 1],
            "a grid is in sampling order and a step of zero size does nothing");
      }
    }
  }

  /** An explicit list of levels, largest first; copied. */
  public static NoiseGrid of(double... sigmas) {
    return named("explicit", sigmas);
  }

  /** An explicit list of levels under a name of its own, for tables and legends. */
  public static NoiseGrid named(String name, double... sigmas) {
    return of(Recipe.of(name, "given"), sigmas);
  }

  /** Levels that a law of its own gave, largest first; copied. */
  public static NoiseGrid of(Recipe recipe, double... sigmas) {
    return new NoiseGrid(recipe, sigmas.clone());
  }

  /** σ_k = (σ_max^{1/ρ} − (σ_max^{1/ρ} − σ_min^{1/ρ}) k/N)^ρ (EDM; tab-1). */
  public static NoiseGrid polynomial(double sigmaMin, double sigmaMax, double rho, int steps) {
    NoiseLevels.range(sigmaMin, sigmaMax);
    Require.positive("rho", rho, "it is the power of the polynomial");
    double high = Math.pow(sigmaMax, 1 / rho);
    double fall = high - Math.pow(sigmaMin, 1 / rho);
    Recipe recipe = Recipe.of("polynomial", "tab-1; Karras et al. 2022").with("ρ", rho);
    return between(recipe, sigmaMin, sigmaMax, steps, f -> Math.pow(high - fall * (1 - f), rho));
  }

  /** σ_k = σ_max (σ_min/σ_max)^{k/N}: the Paper's exponential schedule, geometric in σ (tab-1). */
  public static NoiseGrid geometric(double sigmaMin, double sigmaMax, int steps) {
    NoiseLevels.range(sigmaMin, sigmaMax);
    double logRatio = Math.log(sigmaMax / sigmaMin);
    Recipe recipe = Recipe.of("exponential", "tab-1; Song et al. 2021");
    return between(recipe, sigmaMin, sigmaMax, steps, f -> sigmaMin * Math.exp(logRatio * f));
  }

  /** The grid uniform in one of the angle laws of B4, for data of standard deviation {@code c}. */
  public static NoiseGrid angle(
      AngleLaw law, double c, double sigmaMin, double sigmaMax, int steps) {
    NoiseLevels.range(sigmaMin, sigmaMax);
    NoiseLevels.level("c", c);
    Recipe recipe = Recipe.of(law.label(), "B4").with("c", c);
    return between(recipe, sigmaMin, sigmaMax, steps, law.grid(c, sigmaMin, sigmaMax));
  }

  /** The levels σ̄ at the times of a design, last time first. */
  static NoiseGrid of(Recipe recipe, VarianceSchedule variance, TimeGrid time) {
    int steps = time.steps();
    double[] sigmas = new double[steps + 1];
    for (int k = 0; k <= steps; k++) {
      sigmas[k] = variance.sigmaBar(time.time(steps - k));
    }
    return new NoiseGrid(recipe, sigmas);
  }

  /** {@code levelAt} maps the fraction f = (N−k)/N of the way from σ_min to σ_max to a level. */
  static NoiseGrid between(
      Recipe recipe, double sigmaMin, double sigmaMax, int steps, DoubleUnaryOperator levelAt) {
    NoiseLevels.steps(steps);
    double[] sigmas = new double[steps + 1];
    for (int k = 1; k < steps; k++) {
      sigmas[k] = levelAt.applyAsDouble((double) (steps - k) / steps);
    }
    sigmas[0] = sigmaMax;
    sigmas[steps] = sigmaMin;
    return new NoiseGrid(recipe, sigmas);
  }

  /** Name, parameters and source. */
  public Recipe recipe() {
    return recipe;
  }

  /** The number of steps, N. */
  public int steps() {
    return sigmas.length - 1;
  }

  /** σ_k, 0 ≤ k ≤ N. */
  public double sigma(int k) {
    return sigmas[k];
  }

  /** τ_k = σ_k², 0 ≤ k ≤ N. */
  public double tau(int k) {
    return sigmas[k] * sigmas[k];
  }

  /** Δτ_k = τ_k − τ_{k+1}, 0 ≤ k &lt; N, without cancellation. */
  public double deltaTau(int k) {
    return (sigmas[k] - sigmas[k + 1]) * (sigmas[k] + sigmas[k + 1]);
  }

  /** σ₀, the noise a sampler starts from. */
  public double sigmaMax() {
    return sigmas[0];
  }

  /** σ_N, the noise that is left at the end. */
  public double sigmaMin() {
    return sigmas[steps()];
  }

  /** σ_k/σ_{k+1}, 0 ≤ k &lt; N: the factor by which step k lowers the noise. */
  public double ratio(int k) {
    return sigmas[k] / sigmas[k + 1];
  }

  /**
   * How many steps fall between two levels, a step that straddles one counted in part (by ln σ).
   */
  public double stepsBetween(double low, double high) {
    Require.ordered("low", NoiseLevels.level("low", low), "high", high, "it is an interval");
    double steps = 0;
    for (int k = 0; k < steps(); k++) {
      steps += overlap(k, low, high);
    }
    return steps;
  }

  /** The fraction of step k, in ln σ, that lies between two levels. */
  public double overlap(int k, double low, double high) {
    double overlap = Math.min(high, sigmas[k]) / Math.max(low, sigmas[k + 1]);
    return overlap > 1 ? Math.log(overlap) / Math.log(ratio(k)) : 0;
  }

  /** The powers of ten from below σ_min to above σ_max, smallest first. */
  public double[] decades() {
    int first = (int) Math.floor(Math.log10(sigmaMin()));
    int last = (int) Math.ceil(Math.log10(sigmaMax()));
    return IntStream.rangeClosed(first, last).mapToDouble(i -> Math.pow(10, i)).toArray();
  }

  /** A copy of all levels, largest first, length N+1. */
  public double[] sigmas() {
    return sigmas.clone();
  }

  @Override
  public String toString() {
    return recipe + ", " + steps() + " steps, σ " + sigmaMax() + " to " + sigmaMin();
  }
}
