package designspace.clock;

import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;

/**
 * The clock of least marginal KL as N → ∞ of a first-order sampler on Gaussian data of any
 * spectrum; with one λ it is the 1/√ (eq-10), the tangent (Euler flow) or the sine law
 * (denoiser-frozen SDE) of B4.
 *
 * <p>Along λ the variance ends with the relative error r_λ ≈ ±(1/N) R_λ, R_λ = ∫ a_λ/ρ d ln σ, for
 * N steps of density ρ, ∫ρ d ln σ = 1. With S = λ+τ and S_N = λ+σ_min²:
 *
 * <ul>
 *   <li>eq-10: r = S_N Σ Δτ²/S³, a = 4τ² S_N/S³;
 *   <li>Euler flow: r = −Σ λΔσ²/S², a = λτ/S²;
 *   <li>denoiser-frozen SDE: r = −S_N Σ λΔτ²/(τS³), a = 4λτ S_N/S³.
 * </ul>
 *
 * <p>So N²KL → ¼ Σ R_λ², convex in ρ, since 1/ρ is. At its minimum ρ ∝ √(Σ R_λ a_λ): the weights R
 * are found by iterating that. The initialization error is left out: in r_λ it is −λ/S₀ of the flow
 * and −λS_N/S₀² of the other two, S₀ = λ+σ_max².
 */
public final class MarginalClock implements NoiseClock {
  private final LinearSampler sampler;
  private final double sigmaMin;
  private final double sigmaMax;
  private final double[] eigenvalues;
  private final SpectrumWeights weights;

  private MarginalClock(
      LinearSampler sampler, double[] eigenvalues, double sigmaMin, double sigmaMax) {
    this.sampler = sampler;
    this.sigmaMin = sigmaMin;
    this.sigmaMax = sigmaMax;
    this.eigenvalues = eigenvalues;
    this.weights = SpectrumWeights.of(sampler, eigenvalues, sigmaMin, sigmaMax);
  }

  /**
   * The clock between two levels; it depends on them.
   *
   * @throws IllegalArgumentException for a sampler of second order, whose r falls like 1/N²
   */
  public static MarginalClock of(
      LinearSampler sampler, Gaussian data, double sigmaMin, double sigmaMax) {
    if (sampler == LinearSampler.HEUN_FLOW) {
      throw Require.refusal(
          "sampler", sampler.label(), "one of first order", "the error is of order 1/N");
    }
    double[] eigenvalues = data.spectrum().eigenvalues();
    Arrays.sort(eigenvalues);
    return new MarginalClock(sampler, eigenvalues, sigmaMin, sigmaMax);
  }

  /** The limit of N² KL, nats. */
  public double limitNats() {
    return weights.limitNats();
  }

  @Override
  public String label() {
    return "marginal KL, " + sampler.label();
  }

  @Override
  public String minimises() {
    return "marginal KL of " + sampler.label() + " on Gaussian data of this spectrum, N → ∞";
  }

  @Override
  public String source() {
    return "B4, generalised";
  }

  @Override
  public double density(double sigma) {
    return weights.density(sigma);
  }

  @Override
  public NoiseGrid grid(double low, double high, int steps) {
    MarginalClock clock =
        low == sigmaMin && high == sigmaMax
            ? this
            : new MarginalClock(sampler, eigenvalues, low, high);
    return DensityClock.of(label(), minimises(), source(), clock::density).grid(low, high, steps);
  }
}
