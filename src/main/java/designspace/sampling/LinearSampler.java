package designspace.sampling;

import designspace.schedule.NoiseGrid;

/**
 * Samplers that are linear in the score, on one eigen-direction of Gaussian data (variance λ, S =
 * λ+τ): x′−μ = a (x−μ) + √q U.
 *
 * <p>{@code gain} is a, {@code noise} is q, and {@code defect} is (a²S + q)/S′ − 1, the relative
 * excess of variance that a step creates from an exact law, each written without cancellation (B3).
 * For the flow a²S/S′ = cos²(θ−θ′) with tan θ = σ/√λ.
 */
public enum LinearSampler implements LinearScheme {
  /** eq-10: a = S′/S, q = Δτ, defect Δτ²/(S S′). */
  EXPONENTIAL_INTEGRATOR("eq-10") {
    @Override
    double gain(double lambda, double from, double to) {
      return total(lambda, to) / total(lambda, from);
    }

    @Override
    double noise(double lambda, double from, double to) {
      return deltaTau(from, to);
    }

    @Override
    double defect(double lambda, double from, double to) {
      double u = deltaTau(from, to) / total(lambda, from);
      return u * (deltaTau(from, to) / total(lambda, to));
    }
  },

  /** Euler on the probability flow dx/dσ = −σ∇log p: a = (λ+σσ′)/S, q = 0, defect −λΔσ²/(S S′). */
  EULER_FLOW("Euler probability flow") {
    @Override
    double gain(double lambda, double from, double to) {
      return (lambda + from * to) / total(lambda, from);
    }

    @Override
    double noise(double lambda, double from, double to) {
      return 0;
    }

    @Override
    double defect(double lambda, double from, double to) {
      double step = from - to;
      return -(lambda / total(lambda, from)) * (step * step / total(lambda, to));
    }
  },

  /**
   * Heun on the probability flow (EDM's deterministic sampler, two scores a step): q = 0, a = (λσ²
   * + 2σσ′³ + 3λσ′² + 2λ²)/(2SS′), defect λΔσ³(λ(σ+3σ′) + 4σ′³)/(4SS′³).
   */
  HEUN_FLOW("Heun probability flow") {
    @Override
    double gain(double lambda, double from, double to) {
      double before = total(lambda, from);
      double after = total(lambda, to);
      double sum = lambda / before * (from * from + 3 * to * to + 2 * lambda);
      return 0.5 * (sum + 2 * to * to * (from / before) * to) / after;
    }

    @Override
    double noise(double lambda, double from, double to) {
      return 0;
    }

    @Override
    double defect(double lambda, double from, double to) {
      double after = total(lambda, to);
      double step = from - to;
      double cubic = lambda / after * (from + 3 * to) + 4 * to * to / after * to;
      return 0.25 * (lambda / after) * (step / total(lambda, from)) * (step / after) * step * cubic;
    }
  },

  /** The denoiser-frozen SDE: a = S′/S, q = τ′Δτ/τ, defect −λΔτ²/(S S′ τ). */
  FROZEN_DENOISER("denoiser-frozen SDE") {
    @Override
    double gain(double lambda, double from, double to) {
      return total(lambda, to) / total(lambda, from);
    }

    @Override
    double noise(double lambda, double from, double to) {
      return to * (to / from) * (deltaTau(from, to) / from);
    }

    @Override
    double defect(double lambda, double from, double to) {
      double relativeStep = deltaTau(from, to) / (from * from);
      return -(lambda / total(lambda, from))
          * relativeStep
          * (deltaTau(from, to) / total(lambda, to));
    }
  };

  private final String label;

  LinearSampler(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether its steps are random; without noise a path law is singular. */
  @Override
  public boolean addsNoise() {
    return this == EXPONENTIAL_INTEGRATOR || this == FROZEN_DENOISER;
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return (k, x) -> step(lambda, grid.sigma(k), grid.sigma(k + 1)).of(x);
  }

  LinearStep step(double lambda, double from, double to) {
    double after = total(lambda, to);
    double gain = gain(lambda, from, to);
    double kept = gain * gain * (total(lambda, from) / after);
    return new LinearStep(gain, kept, noise(lambda, from, to) / after, defect(lambda, from, to));
  }

  /** a. */
  abstract double gain(double lambda, double from, double to);

  /** q. */
  abstract double noise(double lambda, double from, double to);

  /** (a²S + q)/S′ − 1. */
  abstract double defect(double lambda, double from, double to);

  static double total(double lambda, double sigma) {
    return lambda + sigma * sigma;
  }

  static double deltaTau(double from, double to) {
    return (from - to) * (from + to);
  }
}
