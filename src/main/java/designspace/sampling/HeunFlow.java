package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/**
 * Heun's method on the probability flow (EDM's deterministic sampler): Euler's step to x̃, then x ←
 * x + (σ−σ′) ½[σ S(σ, x) + σ′ S(σ′, x̃)].
 *
 * <p>Deterministic, order 2, two score evaluations a step: 2N in all, where EDM's run, whose last
 * step goes to noise 0 by Euler, has 2N−1. Source: Karras et al. 2022, algorithm 1.
 */
public final class HeunFlow implements OneStepSampler, KnownSampler {
  @Override
  public Points step(
      ScoreFunction score, double from, double to, Points x, RandomGenerator[] random) {
    Points before = score.at(from, x);
    Points after = score.at(to, Linear.combination(1, x, (from - to) * from, before));
    Points slope = Linear.combination(0.5 * from, before, 0.5 * to, after);
    return Linear.combination(1, x, from - to, slope);
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return LinearSampler.HEUN_FLOW.onDirection(lambda, grid);
  }

  @Override
  public String label() {
    return "Heun flow";
  }

  @Override
  public boolean addsNoise() {
    return false;
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public int evaluations(int steps) {
    return 2 * steps;
  }

  @Override
  public String source() {
    return "Karras et al. 2022, algorithm 1";
  }

  @Override
  public String toString() {
    return label();
  }
}
