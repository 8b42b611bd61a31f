package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/**
 * Ancestral sampling of the variance-exploding chain: x ← x + (τ−τ′) S(σ, x) + √(τ′(τ−τ′)/τ) U. The
 * variance is that of X′ given both X and X₀; {@code eq-10} has the larger τ−τ′ in its place.
 *
 * <p>Weak order 1, one score evaluation a step. Source: Song et al. 2021, appendix F; DDPM (Ho et
 * al. 2020) with the smaller of its two variances, mapped to these coordinates, is the same.
 */
public final class Ancestral implements OneStepSampler, KnownSampler {
  @Override
  public Points step(
      ScoreFunction score, double from, double to, Points x, RandomGenerator[] random) {
    double deltaTau = (from - to) * (from + to);
    Points mean = Linear.combination(1, x, deltaTau, score.at(from, x));
    return Linear.noised(mean, (to / from) * Math.sqrt(deltaTau), random);
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
  public int evaluations(int steps) {
    return steps;
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
