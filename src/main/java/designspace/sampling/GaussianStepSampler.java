package designspace.sampling;

import designspace.core.Points;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/** A sampler whose step is x′ = mean(σ, σ′, x) + noise(σ, σ′) U, U standard normal. */
public interface GaussianStepSampler extends OneStepSampler {
  /** The step without its noise: n×d points. */
  Points mean(ScoreFunction score, double from, double to, Points x);

  /** The standard deviation of the step's noise; 0 for a deterministic step. */
  double noise(double from, double to);

  @Override
  default Points step(
      ScoreFunction score, double from, double to, Points x, RandomGenerator[] random) {
    Points mean = mean(score, from, to, x);
    double noise = noise(from, to);
    return noise > 0 ? Linear.noised(mean, noise, random) : mean;
  }
}
