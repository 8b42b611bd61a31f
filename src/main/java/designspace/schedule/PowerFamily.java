package designspace.schedule;

import designspace.core.Require;

/**
 * The polynomial grids of all powers ρ between two levels, σ_k = M_{1/ρ}(σ_max, σ_min) with weights
 * 1 − k/N and k/N: power means of the ends, which tend to the geometric mean, the exponential grid,
 * as ρ → ∞.
 *
 * <p>Power means grow with their order 1/ρ: a smaller ρ has every inner level higher, and so its
 * steps in ln σ majorise those of a larger one. By Karamata's inequality every sum of a convex
 * function of ln(σ_k/σ_{k+1}) falls in ρ, at every N.
 *
 * @param sigmaMin σ_N
 * @param sigmaMax σ₀
 * @param steps N
 */
public record PowerFamily(double sigmaMin, double sigmaMax, int steps) {
  public PowerFamily {
    NoiseLevels.range(sigmaMin, sigmaMax);
    NoiseLevels.steps(steps);
  }

  /** Between EDM's levels, 0.002 and 80. */
  public static PowerFamily edm(int steps) {
    return new PowerFamily(0.002, 80, steps);
  }

  /** The grid of power {@code rho}; the exponential one for ρ = ∞. */
  public NoiseGrid grid(double rho) {
    if (rho == Double.POSITIVE_INFINITY) {
      return NoiseGrid.geometric(sigmaMin, sigmaMax, steps);
    }
    Require.positive("rho", rho, "it is the power of the polynomial, or infinite");
    return NoiseGrid.polynomial(sigmaMin, sigmaMax, rho, steps);
  }

  /** ℓ = ln(σ_max/σ_min). */
  public double logRange() {
    return Math.log(sigmaMax / sigmaMin);
  }
}
