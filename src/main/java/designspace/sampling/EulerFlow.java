package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;

/**
 * Euler's method on the probability flow dx/dσ = −σ∇log p_τ(x): x ← x + (σ−σ′) σ S(σ, x).
 *
 * <p>Deterministic, order 1, one score evaluation a step. The flow: Song et al. 2021, eq. 13.
 */
public final class EulerFlow implements GaussianStepSampler, KnownSampler {
  @Override
  public Points mean(ScoreFunction score, double from, double to, Points x) {
    return Linear.combination(1, x, (from - to) * from, score.at(from, x));
  }

  @Override
  public double noise(double from, double to) {
    return 0;
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return LinearSampler.EULER_FLOW.onDirection(lambda, grid);
  }

  @Override
  public String label() {
    return "Euler flow";
  }

  @Override
  public boolean addsNoise() {
    return false;
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public String source() {
    return "Song et al. 2021, eq. 13";
  }

  @Override
  public String toString() {
    return label();
  }
}
