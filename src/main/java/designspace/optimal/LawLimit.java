package designspace.optimal;

import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;

/**
 * The five laws of B4, each with the error on N(0, c²I) that it makes least and what the least
 * error tends to: N·E for path KL, N²·E for marginal KL, per dimension.
 *
 * <p>With S = c²+τ and Δ the law's range: a step of path KL costs ½(e^{−w} − 1 + w) ≈ w²/4 where w
 * is the step in ln S (½(e^w − 1 − w) in ln(1+c²/τ) for the frozen SDE), so N·E → Δ²/4. A marginal
 * excess r of Σ (Δp)²/p, see {@link LeastMarginalGrid}, tends to (2Δ√p)²/N, and KL = r²/4: N²·E → 4
 * (√S_N Δ)⁴ in 1/√S and 4 (S_N/c²)² Δ⁴ in σ/√S. The flow's r is Π cos² Δθ_k − 1 ≈ −Δ²/N.
 */
public enum LawLimit {
  /** Path KL of eq-10; exact at every N. */
  LOG(AngleLaw.LOG, LinearSampler.EXPONENTIAL_INTEGRATOR, true),
  /** Marginal KL of eq-10; asymptotic. */
  INVERSE_ROOT(AngleLaw.INVERSE_ROOT, LinearSampler.EXPONENTIAL_INTEGRATOR, false),
  /** Marginal KL of Euler's flow; exact at every N. */
  ARCTANGENT(AngleLaw.ARCTANGENT, LinearSampler.EULER_FLOW, false),
  /** Path KL of the denoiser-frozen SDE; exact at every N. */
  LOG_SNR(AngleLaw.LOG_SNR, LinearSampler.FROZEN_DENOISER, true),
  /** Marginal KL of the denoiser-frozen SDE; asymptotic. */
  SINE(AngleLaw.SINE, LinearSampler.FROZEN_DENOISER, false);

  private final AngleLaw law;
  private final LinearSampler sampler;
  private final boolean path;

  LawLimit(AngleLaw law, LinearSampler sampler, boolean path) {
    this.law = law;
    this.sampler = sampler;
    this.path = path;
  }

  /** The law of B4. */
  public AngleLaw law() {
    return law;
  }

  /** The sampler whose error it is. */
  public LinearSampler sampler() {
    return sampler;
  }

  /** 1 for path KL, 2 for marginal KL: the error falls like N^{−order}. */
  public int order() {
    return path ? 1 : 2;
  }

  /** The error per dimension. */
  public SmoothGridError error(double c) {
    Gaussian data = Gaussian.isotropic(1, c);
    return path ? new GaussianPathError(sampler, data) : new GaussianMarginalError(sampler, data);
  }

  /** The law's own grid. */
  public NoiseGrid grid(double c, double sigmaMin, double sigmaMax, int steps) {
    return NoiseGrid.angle(law, c, sigmaMin, sigmaMax, steps);
  }

  /** lim N^{order} × the least error; marginal KL's without what the start N(0, σ_max²) costs. */
  public double constant(double c, double sigmaMin, double sigmaMax) {
    double range = law.clock(c, sigmaMax) - law.clock(c, sigmaMin);
    double root = Math.hypot(c, sigmaMin);
    double square = range * range;
    return switch (this) {
      case LOG, LOG_SNR -> square / 4;
      case INVERSE_ROOT -> 4 * Math.pow(root, 4) * square * square;
      case ARCTANGENT -> square * square / 4;
      case SINE -> 4 * Math.pow(root / c, 4) * square * square;
    };
  }
}
