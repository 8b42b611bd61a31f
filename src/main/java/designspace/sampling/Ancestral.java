package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;

/**
 * Ancestral sampling of the variance-exploding chain: x ← x + (τ−τ′) S(σ, x) + √(τ′(τ−τ′)/τ) U. The
 * variance is that of X′ given both X and X₀; {@code eq-10} has the larger τ−τ′ in its place.
 *
 * <p>Weak order 1, one score evaluation a step. Source: Song et al. 2021, appendix F; DDPM (Ho et
 * al. 2020) with the smaller of its two variances, mapped to these coordinates, is the same.
 */
public final class Ancestral implements GaussianStepSampler, KnownSampler {
  @Override
  public Points mean(ScoreFunction score, double from, double to, Points x) {
    return Linear.combination(1, x, (from - to) * (from + to), score.at(from, x));
  }

  @Override
  public double noise(double from, double to) {
    return (to / from) * Math.sqrt((from - to) * (from + to));
  }

  /** The step law is the denoiser-frozen SDE's. */
  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return LinearSampler.FROZEN_DENOISER.onDirection(lambda, grid);
  }

  @Override
  public String label() {
    return "ancestral";
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
    return "Song et al. 2021, appendix F";
  }

  @Override
  public String toString() {
    return label();
  }
}
