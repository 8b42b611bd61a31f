package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/**
 * eq-10: Ȳ ← Ȳ + (σ_k² − σ_{k+1}²) S(σ_k, Ȳ) + √(σ_k² − σ_{k+1}²) U, U standard normal.
 *
 * <p>The reverse SDE with the score frozen over the step, solved exactly. Weak order 1, one score
 * evaluation a step; path KL falls like 1/N (B1). Song et al. 2021 call it reverse diffusion.
 */
public final class ExponentialIntegrator implements GaussianStepSampler, KnownSampler {
  /** Mean plus noise in one pass over the points. */
  @Override
  public Points step(
      ScoreFunction score, double from, double to, Points x, RandomGenerator[] random) {
    double deltaTau = (from - to) * (from + to);
    double noise = Math.sqrt(deltaTau);
    double[] next = x.toArray();
    Points drift = score.at(from, x);
    int d = x.dimension();
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < d; j++) {
        next[i * d + j] += deltaTau * drift.get(i, j) + noise * random[i].nextGaussian();
      }
    }
    return Points.owning(next, d);
  }

  @Override
  public Points mean(ScoreFunction score, double from, double to, Points x) {
    return Linear.combination(1, x, (from - to) * (from + to), score.at(from, x));
  }

  @Override
  public double noise(double from, double to) {
    return Math.sqrt((from - to) * (from + to));
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return LinearSampler.EXPONENTIAL_INTEGRATOR.onDirection(lambda, grid);
  }

  @Override
  public String label() {
    return LinearSampler.EXPONENTIAL_INTEGRATOR.label();
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
    return "eq-10; Song et al. 2021, appendix E";
  }

  @Override
  public String toString() {
    return "exponential integrator (eq-10)";
  }
}
