package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;

/**
 * The reverse SDE dx = (x − D)/τ dτ + √dτ dW with the denoiser D frozen over the step, solved
 * exactly: x ← D + (τ′/τ)(x − D) + √(τ′ − τ′²/τ) U.
 *
 * <p>It is the Brownian bridge from x to a guess of X₀. Weak order 1, one score evaluation a step;
 * path KL falls like 1/N (B4). Its step law is that of {@link Ancestral} and of {@link Ddim} with η
 * = 1.
 */
public final class FrozenDenoiser implements GaussianStepSampler, KnownSampler {
  @Override
  public Points mean(ScoreFunction score, double from, double to, Points x) {
    double left = (to / from) * (to / from);
    return Linear.combination(left, x, gone(from, to), Denoiser.at(score, from, x));
  }

  @Override
  public double noise(double from, double to) {
    return to * Math.sqrt(gone(from, to));
  }

  /** 1 − τ′/τ. */
  private static double gone(double from, double to) {
    return (from - to) * (from + to) / (from * from);
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return LinearSampler.FROZEN_DENOISER.onDirection(lambda, grid);
  }

  @Override
  public String label() {
    return "denoiser-frozen SDE";
  }

  @Override
  public boolean addsNoise() {
    return true;
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public String source() {
    return "B4";
  }

  @Override
  public String toString() {
    return label();
  }
}
