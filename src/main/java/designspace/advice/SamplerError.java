package designspace.advice;

import designspace.optimal.StartGrids;
import designspace.sampling.EulerFlow;
import designspace.sampling.ExponentialIntegrator;
import designspace.sampling.FrozenDenoiser;
import designspace.sampling.HeunFlow;
import designspace.sampling.KnownSampler;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The error that a sampler's grid is chosen by, and the grid that makes it least. */
interface SamplerError {
  /** Which error. */
  String label();

  /** Its value, nats. */
  double nats(NoiseGrid grid);

  /** The grid of so many steps on which it is least. */
  NoiseGrid best(double sigmaMin, double sigmaMax, int steps);

  /** What there is to know of this sampler on these data. */
  static SamplerError of(LinearSampler sampler, Evidence evidence, DoubleUnaryOperator scoreError) {
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> new LedgerPath(evidence.law(), scoreError);
      case FROZEN_DENOISER -> new FrozenPath(evidence::mmse, evidence::start);
      case EULER_FLOW, HEUN_FLOW -> new FlowError(sampler, evidence.normal());
    };
  }

  /** Its order and cost. */
  static KnownSampler known(LinearSampler sampler) {
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> new ExponentialIntegrator();
      case FROZEN_DENOISER -> new FrozenDenoiser();
      case EULER_FLOW -> new EulerFlow();
      case HEUN_FLOW -> new HeunFlow();
    };
  }

  /** The grids that others use, between the same ends. */
  static List<NoiseGrid> named(Evidence evidence, double sigmaMin, double sigmaMax, int steps) {
    return StartGrids.named(evidence.sigmaData(), sigmaMin, sigmaMax, steps);
  }
}
