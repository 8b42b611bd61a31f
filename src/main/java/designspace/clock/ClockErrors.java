package designspace.clock;

import designspace.bound.PathLedger;
import designspace.data.Gaussian;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;

/**
 * What a clock's grid of N steps costs on Gaussian data with exact score, nats.
 *
 * @param clock its label
 * @param steps N
 * @param path path E_D of eq-10 and of the denoiser-frozen SDE
 * @param marginal marginal KL of eq-10 and of the Euler probability flow, initialization included
 */
public record ClockErrors(String clock, int steps, Path path, Marginal marginal) {
  /**
   * Path E_D (B1, B4).
   *
   * @param eq10 of eq-10
   * @param frozen of the denoiser-frozen SDE
   */
  public record Path(double eq10, double frozen) {}

  /**
   * KL(p_δ|q) (B3).
   *
   * @param eq10 of eq-10
   * @param flow of Euler steps on the probability flow
   */
  public record Marginal(double eq10, double flow) {}

  /** The four errors between two levels. */
  public static ClockErrors of(
      NoiseClock clock, Gaussian data, double sigmaMin, double sigmaMax, int steps) {
    NoiseGrid grid = clock.grid(sigmaMin, sigmaMax, steps);
    return new ClockErrors(
        clock.label(),
        steps,
        new Path(
            path(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid),
            path(LinearSampler.FROZEN_DENOISER, data, grid)),
        new Marginal(
            marginal(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid),
            marginal(LinearSampler.EULER_FLOW, data, grid)));
  }

  private static double path(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    return PathLedger.exactScore(sampler, data, grid).nats("discretization");
  }

  private static double marginal(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    return GaussianLaw.of(sampler, data, grid).klNats();
  }
}
