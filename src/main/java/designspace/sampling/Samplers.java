package designspace.sampling;

import java.util.List;

/**
 * The samplers of this package at their usual settings.
 *
 * <p>Not all are different: DDIM with η = 0 is Euler's step on the flow, and DDIM with η = 1,
 * ancestral sampling and the denoiser-frozen SDE have one step law; {@link #distinct} lists each
 * law once.
 */
public final class Samplers {
  private Samplers() {}

  /** Every sampler, each written from its own source. */
  public static List<KnownSampler> all() {
    return List.of(
        new ExponentialIntegrator(),
        new Ancestral(),
        new FrozenDenoiser(),
        new Ddim(1),
        new Ddim(0.5),
        new Ddim(0),
        new EulerFlow(),
        new HeunFlow(),
        new DpmSolver2M(),
        new StochasticHeun(Churn.IMAGENET.exact()),
        new PredictorCorrector(0.16));
  }

  /** The eight different step laws among them. */
  public static List<KnownSampler> distinct() {
    return List.of(
        new ExponentialIntegrator(),
        new Ancestral(),
        new Ddim(0.5),
        new EulerFlow(),
        new HeunFlow(),
        new DpmSolver2M(),
        new StochasticHeun(Churn.IMAGENET.exact()),
        new PredictorCorrector(0.16));
  }
}
