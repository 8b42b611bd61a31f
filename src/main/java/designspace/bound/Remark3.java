package designspace.bound;

import designspace.core.Require;

/**
 * rem-3 and E6: the term of cor-1 by which the Paper chooses ρ, without d and 1/N, for σ̄_t = t and
 * polynomial time; ℓ = ln(T/δ).
 *
 * <p>Printed: ρ² e^{ℓ/ρ}, least at ρ = ℓ/2. What the sum tends to is 4ρ² sinh²(ℓ/2ρ) = ρ² e^{ℓ/ρ}
 * (1 − e^{−ℓ/ρ})², which falls in ρ to ℓ²; the printed form takes the last factor as 1.
 *
 * @param tMin δ
 * @param tMax T
 */
public record Remark3(double tMin, double tMax) {
  public Remark3 {
    Require.positive("tMin", tMin, "the score is not defined without noise");
    Require.ordered("tMin", tMin, "tMax", tMax, "the forward process must run");
  }

  /** ρ² (T/δ)^{1/ρ}. */
  public double printed(double rho) {
    Require.positive("rho", rho, "it is the power of the polynomial");
    return rho * rho * Math.exp(Math.log(tMax / tMin) / rho);
  }

  /** ½ ln(T/δ), where {@link #printed} is least: its logarithm 2 ln ρ + ℓ/ρ has slope 0 there. */
  public double printedBest() {
    return 0.5 * Math.log(tMax / tMin);
  }

  /** 4ρ² sinh²(ℓ/2ρ). */
  public double corrected(double rho) {
    return GrowthSum.polynomialLimit(tMin, tMax, rho);
  }
}
