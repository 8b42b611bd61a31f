package designspace.sampling;

/**
 * Samplers that are linear in the score, on one eigen-direction of Gaussian data (variance λ, S =
 * λ+τ): x′−μ = a (x−μ) + √q U.
 *
 * <p>{@code gain} is a and {@code defect} is (a²S + q)/S′ − 1, the relative excess of variance that
 * a step creates from an exact law, written without cancellation (B3).
 */
public enum LinearSampler {
  /** eq-10: a = S′/S, q = Δτ, defect Δτ²/(S S′). */
  EXPONENTIAL_INTEGRATOR("eq-10") {
    @Override
    double gain(double lambda, double from, double to) {
      return total(lambda, to) / total(lambda, from);
    }

    @Override
    double defect(double lambda, double from, double to) {
      double u = deltaTau(from, to) / total(lambda, from);
      return u * (deltaTau(from, to) / total(lambda, to));
    }
  },

  /** Euler on the probability flow dx/dσ = −σ∇log p: a = 1 − σΔσ/S, q = 0, defect −λΔσ²/(S S′). */
  EULER_FLOW("Euler probability flow") {
    @Override
    double gain(double lambda, double from, double to) {
      return 1 - from * (from - to) / total(lambda, from);
    }

    @Override
    double defect(double lambda, double from, double to) {
      double step = from - to;
      return -(lambda / total(lambda, from)) * (step * step / total(lambda, to));
    }
  },

  /** The denoiser-frozen SDE: a = S′/S, q = τ′Δτ/τ, defect −λΔτ²/(S S′ τ). */
  FROZEN_DENOISER("denoiser-frozen SDE") {
    @Override
    double gain(double lambda, double from, double to) {
      return total(lambda, to) / total(lambda, from);
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

  /** The name used in tables and legends. */
  public String label() {
    return label;
  }

  abstract double gain(double lambda, double from, double to);

  abstract double defect(double lambda, double from, double to);

  static double total(double lambda, double sigma) {
    return lambda + sigma * sigma;
  }

  static double deltaTau(double from, double to) {
    return (from - to) * (from + to);
  }
}
