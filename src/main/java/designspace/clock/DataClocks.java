package designspace.clock;

import designspace.score.NoiseProfile;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The clocks that a law has by itself: functions of how its J, mmse and score change with the
 * noise.
 *
 * @param rates of the law
 */
public record DataClocks(NoiseRates rates) {
  private static final double STEP = 1e-3;

  private static final String FISHER = "path KL of eq-10, N → ∞, any data";

  /** All five. */
  public List<DensityClock> all() {
    return List.of(fisher(), frozenPath(), entropic(), rescaledEntropic(), scoreOptimal());
  }

  /**
   * B5: uniform in ∫ √|J′| dτ. A step of eq-10 costs ½ ∫ (J(τ) − J(τ_k)) dτ = ¼ |J′| Δτ² + O(Δτ³),
   * and by Cauchy–Schwarz no density of N steps costs less than L²/4N, L = ∫√|J′|dτ, to leading
   * order in 1/N. The next factor, 1 − ln(|J′(τ_min)|/|J′(τ_max)|)/6N on the clock, is below 1. On
   * Gaussian data J′ = −Σ 1/(λ+τ)², the log law of B4 if there is one λ.
   */
  public DensityClock fisher() {
    return DensityClock.of(
        "Fisher", FISHER, "B5", sigma -> 2 * sigma * sigma * Math.sqrt(rates.fisherFall(sigma)));
  }

  /**
   * The same from any J by a central difference over {@value #STEP} of ln σ, which errs by some
   * 1e−6 relatively if J is smooth.
   *
   * @param fisher J as a function of σ
   */
  public static DensityClock fisher(DoubleUnaryOperator fisher) {
    return fisher(fisher, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * The same from a measured J. The noise in its slope is noise in the density, and where it rises,
   * as no J does, the clock stands still.
   */
  public static DensityClock fisher(NoiseProfile fisher) {
    double[] levels = fisher.sigmas();
    return fisher(fisher, levels[0], levels[levels.length - 1]);
  }

  private static DensityClock fisher(DoubleUnaryOperator fisher, double least, double most) {
    return DensityClock.of(
        "Fisher",
        FISHER,
        "B5",
        sigma -> {
          double low = Math.max(least, sigma * Math.exp(-STEP));
          double high = Math.min(most, sigma * Math.exp(STEP));
          double fall = fisher.applyAsDouble(low) - fisher.applyAsDouble(high);
          return sigma * Math.sqrt(Math.max(0, 2 * fall / Math.log(high / low)));
        });
  }

  /**
   * Uniform in ∫ √mmse′ dτ/τ: a step of the denoiser-frozen SDE costs ½ ∫ (mmse(τ_k) − mmse(τ))
   * dτ/τ² = ¼ mmse′ Δτ²/τ² + …, and N steps at least (∫√mmse′ dτ/τ)²/4N to leading order in 1/N. It
   * is AYS's KLUB with exact denoiser ({@link Klub}). With one λ it is the log-snr law of B4.
   */
  public DensityClock frozenPath() {
    return DensityClock.of(
        "frozen path",
        "path KL of the denoiser-frozen SDE (AYS's KLUB), N → ∞, any data",
        "B4; Sabour, Fidler, Kreis 2024, eq. 10",
        sigma -> 2 * Math.sqrt(rates.mmseRise(sigma)));
  }

  /**
   * Uniform in the conditional entropy H[X₀|X_τ], dH/dτ = mmse/2τ² (I-MMSE): each step of any
   * sampler is to gain the same information. It is no error's minimum; on N(0, c²I), where H = −½
   * ln(1+c²/τ) + const, it is the log-snr law.
   */
  public DensityClock entropic() {
    return DensityClock.of(
        "entropic",
        "no error: equal shares of H[X₀|X_τ]",
        "Stančević, Handke, Ambrogioni 2025",
        sigma -> rates.mmse(sigma) / (sigma * sigma));
  }

  /**
   * Uniform in ∫ σ dH, our reading of the paper's rescaling, not checked against its text. On N(0,
   * c²I) it is the tangent law, least marginal KL of the Euler flow; elsewhere it is no error's
   * minimum.
   */
  public DensityClock rescaledEntropic() {
    return DensityClock.of(
        "rescaled entropic",
        "no error: equal shares of ∫ σ dH[X₀|X_τ]; on N(0, c²I) as the tangent law",
        "Stančević, Handke, Ambrogioni 2025",
        sigma -> rates.mmse(sigma) / sigma);
  }

  /**
   * The corrector-optimised clock: uniform in ∫ √δ, δ dt² = v² E‖∇log p_{t+dt} − ∇log p_t‖² at one
   * point of X_t, with the speed v = σ; this is the method as summarised by others, δ not checked
   * against the paper. It makes Σ_k σ_{k+1}² E‖∇log p_{k+1} − ∇log p_k‖² least: what a Langevin
   * corrector has to do at each new level if nothing else moves the points (annealed Langevin). For
   * σ far above the data it is the Fisher clock. The predictor-optimised cost, which needs the
   * score's derivatives in x, is left out.
   */
  public DensityClock scoreOptimal() {
    return DensityClock.of(
        "score-optimal",
        "work of annealed Langevin's corrector, N → ∞, any data",
        "Williams, Campbell, Doucet, Syed 2024",
        sigma -> sigma * Math.sqrt(rates.scoreChange(sigma)));
  }
}
