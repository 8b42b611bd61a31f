package designspace.optimal;

import designspace.sampling.LinearSampler;

/**
 * A step of a linear sampler on one eigen-direction (variance λ, S = λ+τ), with derivatives: b′ = a
 * b for the offset of the mean and r′ = K r + D, K = a²S/S′, for the relative excess of variance
 * (B3). The formulas of a and D are those of {@link LinearSampler}.
 *
 * @param gain a
 * @param kept K
 * @param defect D
 */
record LinearStep(Dual gain, Dual kept, Dual defect) {
  static LinearStep of(LinearSampler sampler, double lambda, double sigma, double next) {
    Dual from = Dual.from(sigma);
    Dual to = Dual.to(next);
    Dual before = from.times(from).plus(lambda);
    Dual after = to.times(to).plus(lambda);
    Dual gain = gain(sampler, lambda, from, to);
    Dual kept = gain.times(gain).times(before.over(after));
    return new LinearStep(gain, kept, defect(sampler, lambda, from, to));
  }

  private static Dual gain(LinearSampler sampler, double lambda, Dual from, Dual to) {
    Dual before = from.times(from).plus(lambda);
    Dual after = to.times(to).plus(lambda);
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR, FROZEN_DENOISER -> after.over(before);
      case EULER_FLOW -> from.times(to).plus(lambda).over(before);
      case HEUN_FLOW -> {
        Dual squares = from.times(from).plus(to.times(to).times(3)).plus(2 * lambda);
        Dual mixed = from.over(before).times(to).times(to.times(to).over(after));
        yield squares.times(0.5 * lambda).over(before).over(after).plus(mixed);
      }
    };
  }

  private static Dual defect(LinearSampler sampler, double lambda, Dual from, Dual to) {
    Dual before = from.times(from).plus(lambda);
    Dual after = to.times(to).plus(lambda);
    Dual step = from.minus(to);
    Dual deltaTau = step.times(from.plus(to));
    Dual square = deltaTau.over(before).times(deltaTau.over(after));
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> square;
      case FROZEN_DENOISER -> square.times(-lambda).over(from.times(from));
      case EULER_FLOW -> step.over(before).times(step.over(after)).times(-lambda);
      case HEUN_FLOW -> {
        Dual cubic = from.plus(to.times(3)).times(lambda).plus(to.times(to).times(to).times(4));
        Dual steps = step.over(before).times(step.over(after)).times(step.over(after));
        yield steps.times(cubic.over(after)).times(0.25 * lambda);
      }
    };
  }
}
