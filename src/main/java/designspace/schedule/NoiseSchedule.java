package designspace.schedule;

import designspace.core.Require;

/**
 * How the noise grows with a time t of its own, in VE coordinates: a process x_t = α_t x₀ + s_t ξ
 * is read as x_t/α_t = x₀ + σξ, so σ(t) = s_t/α_t is all that is left of it. Times of different
 * schedules do not compare; levels do.
 *
 * <p>Where σ → ∞ as t → 1, levels come from 1 − t and lose its digits: up to 1e−16(1+σ²) of σ.
 */
public interface NoiseSchedule {
  /** Name, parameters and source. */
  Recipe recipe();

  /** σ at time t, strictly increasing. */
  double sigma(double t);

  /** The time t of a level, the inverse of {@link #sigma}. */
  double time(double sigma);

  /**
   * dt/d ln σ at a level, positive: steps of a grid uniform in t, or draws of a training uniform in
   * t, per unit of ln σ, up to a constant.
   */
  double density(double sigma);

  /**
   * N+1 levels between any two, whatever range the schedule was made for: σ(t) is inverted at both
   * ends, which are kept exactly, and t is cut into N equal parts.
   */
  default NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    NoiseLevels.range(sigmaMin, sigmaMax);
    double first = time(sigmaMin);
    double last = time(sigmaMax);
    return NoiseGrid.between(
        recipe(), sigmaMin, sigmaMax, steps, f -> sigma((1 - f) * first + f * last));
  }

  /** The grid of N equal steps between two of its own times, 0 &lt; δ &lt; T. */
  default NoiseGrid ownGrid(double delta, double end, int steps) {
    Require.positive("delta", delta, "the score is not defined without noise");
    return grid(sigma(delta), sigma(end), steps);
  }

  /** t = σ^{1/ρ}: EDM's polynomial grid for ρ = 7, uniform in σ for 1, in τ = σ² for ½. */
  static NoiseSchedule power(double rho) {
    return new PowerSchedule(rho);
  }

  /**
   * t = ln σ: the geometric grid. The logarithm of the signal-to-noise ratio is −2 ln σ, so a grid
   * uniform in log-SNR is this one.
   */
  static NoiseSchedule logarithmic() {
    return new LogSchedule();
  }

  /** VP with a linear β(t) from 0.1 to 20 (Song et al. 2021, eq. 32), made for 0 ≤ t ≤ 1. */
  static NoiseSchedule vp() {
    return new BetaSchedule(0.1, 20, false);
  }

  /** Sub-VP with the same β(t) (Song et al. 2021, eq. 29). */
  static NoiseSchedule subVp() {
    return new BetaSchedule(0.1, 20, true);
  }

  /** The cosine schedule with the offset of Nichol and Dhariwal 2021, s = 0.008. */
  static NoiseSchedule cosine() {
    return cosine(0.008);
  }

  /** The same with another offset; with 0 it is the tangent law of B4 for c = 1. */
  static NoiseSchedule cosine(double offset) {
    return new CosineSchedule(offset);
  }

  /** The sigmoid schedule from −3 to 3 with τ = 1 (Jabri et al. 2023; Chen 2023). */
  static NoiseSchedule sigmoid() {
    return new SigmoidSchedule(3);
  }

  /** Rectified flow: σ = t/(1−t) (Liu et al. 2023; Lipman et al. 2023 with their t reversed). */
  static NoiseSchedule flow() {
    return new FlowSchedule(1);
  }

  /** Rectified flow shifted towards noise (Esser et al. 2024). */
  static NoiseSchedule shiftedFlow(double shift) {
    return new FlowSchedule(shift);
  }

  /**
   * The same levels at the time √t: t grows quadratically with the step, as in the quadratic
   * spacing of DDIM (Song, Meng, Ermon 2021, appendix D.2).
   */
  default NoiseSchedule quadraticTime() {
    return new QuadraticTime(this);
  }
}
