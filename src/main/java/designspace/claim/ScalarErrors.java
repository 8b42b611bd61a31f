package designspace.claim;

import designspace.bound.PathLedger;
import designspace.data.Gaussian;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;

/** Exact errors on N(0, c²), nats, over EDM's range of noise. */
final class ScalarErrors {
  static final double LOW = 0.002;
  static final double HIGH = 80;

  private ScalarErrors() {}

  static double kl(LinearSampler sampler, double c, NoiseGrid grid) {
    return GaussianLaw.of(sampler, Gaussian.isotropic(1, c), grid).klNats();
  }

  /** Path E_D: the discretization term of B1. */
  static double path(LinearSampler sampler, double c, NoiseGrid grid) {
    return PathLedger.exactScore(sampler, Gaussian.isotropic(1, c), grid).nats("discretization");
  }
}
