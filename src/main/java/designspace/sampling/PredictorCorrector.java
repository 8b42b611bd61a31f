package designspace.sampling;

import designspace.core.Points;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/**
 * Predictor–corrector sampling (Song et al. 2021, algorithm 2): a step of {@code eq-10}, then one
 * of Langevin at the new level, x ← x + ε S(σ′, x) + √(2ε) U with ε = 2(r σ′)². Two score
 * evaluations a step.
 *
 * <p>This is the step size of annealed Langevin dynamics in their code, linear and with an exact
 * law. Their algorithm 4 takes ε = 2(r ‖U‖/‖S‖)², norms averaged over the batch, so its samples
 * depend on each other; as ‖U‖²/‖S‖² ≈ d/J(τ) it is near 2r²(λ+τ) on N(0, λI), the same as here
 * where the noise dominates, and larger by 1 + λ/τ below.
 *
 * <p>Langevin's step is itself inexact by ε²/S² and r does not shrink with N, so it converges, with
 * weak order 1, to an excess of variance ε/(2S−ε) instead of 0: small where σ_min² ≪ λ. Until that
 * floor the error falls like 1/N.
 *
 * @param snr r ≥ 0, their signal-to-noise ratio; 0.16 for their VE models of CIFAR-10
 */
public record PredictorCorrector(double snr) implements OneStepSampler, KnownSampler {
  private static final OneStepSampler PREDICTOR = new ExponentialIntegrator();

  public PredictorCorrector {
    Require.notNegative("snr", snr, "it is a ratio of norms");
  }

  @Override
  public Points step(
      ScoreFunction score, double from, double to, Points x, RandomGenerator[] random) {
    Points predicted = PREDICTOR.step(score, from, to, x, random);
    double epsilon = epsilon(to);
    Points mean = Linear.combination(1, predicted, epsilon, score.at(to, predicted));
    return Linear.noised(mean, Math.sqrt(2 * epsilon), random);
  }

  private double epsilon(double sigma) {
    return 2 * (snr * sigma) * (snr * sigma);
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return (k, x) -> step(lambda, grid.sigma(k), grid.sigma(k + 1)).of(x);
  }

  private LinearStep step(double lambda, double from, double to) {
    double share = epsilon(to) / LinearSampler.total(lambda, to);
    double gain = 1 - share;
    LinearStep corrector = new LinearStep(gain, gain * gain, 2 * share, share * share);
    return LinearSampler.EXPONENTIAL_INTEGRATOR.step(lambda, from, to).then(corrector);
  }

  @Override
  public String label() {
    return "predictor–corrector, r = " + Linear.label(snr);
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
    return 2 * steps;
  }

  @Override
  public String source() {
    return "Song et al. 2021, algorithm 2";
  }

  /**
   * ε/(2S−ε), S = λ+σ_min²: where Langevin's step with this ε rests. NaN for r ≥ 1, where its step
   * amplifies what comes from high noise.
   */
  @Override
  public double limit(double lambda, double sigmaMin) {
    if (snr >= 1) {
      return Double.NaN;
    }
    double share = epsilon(sigmaMin) / LinearSampler.total(lambda, sigmaMin);
    return share / (2 - share);
  }

  @Override
  public String toString() {
    return label();
  }
}
