package designspace.sampling;

import designspace.core.Require;

/**
 * The noise that EDM's stochastic sampler adds before a step: from σ to σ̂ = (1+γ)σ with γ =
 * min(S_churn/N, √2−1) where S_tmin ≤ σ ≤ S_tmax, else γ = 0 (Karras et al. 2022, algorithm 2).
 *
 * @param amount S_churn ≥ 0, shared out over the N steps
 * @param low S_tmin
 * @param high S_tmax
 * @param noise S_noise &gt; 0, the added noise's standard deviation over the exact one
 */
public record Churn(double amount, double low, double high, double noise) {
  private static final double MOST = Math.sqrt(2) - 1;

  /** Their values for ImageNet-64 (Karras et al. 2022, table 5). */
  public static final Churn IMAGENET = new Churn(40, 0.05, 50, 1.003);

  public Churn {
    Require.notNegative("amount", amount, "S_churn is an amount of noise");
    Require.notNegative("low", low, "S_tmin is a noise level");
    Require.positive("noise", noise, "S_noise is a factor of a standard deviation");
    if (!(low <= high)) { // S_tmax may be infinite
      throw Require.refusal("high", high, "at least low = " + low, "they bound an interval");
    }
  }

  /** S_churn = {@code amount} at all levels, with exact noise. */
  public static Churn everywhere(double amount) {
    return new Churn(amount, 0, Double.POSITIVE_INFINITY, 1);
  }

  /** The same with S_noise = 1, which alone keeps an exact law exact. */
  public Churn exact() {
    return new Churn(amount, low, high, 1);
  }

  /** γ at noise σ in a run of N steps. */
  public double gamma(double sigma, int steps) {
    return low <= sigma && sigma <= high ? Math.min(amount / steps, MOST) : 0;
  }
}
