package designspace.optimal;

/**
 * How nearly a grid is a minimum, to first and second order in the logarithms of its inner levels.
 *
 * @param gradient max_k |∂E/∂ ln σ_k|/E over the inner levels
 * @param leastEigenvalue of the Hessian scaled to a unit diagonal, |h_kk|^{−½} h_kl |h_ll|^{−½}:
 *     its sign is that of the Hessian's own, and it is at most 1, whereas levels that hardly matter
 *     make the Hessian's own as small as rounding. Good to about 1e−7; infinite without inner
 *     levels
 * @param decrement how much of E could still be saved to second order: ½ gᵀH⁻¹g/E; by |H| if H is
 *     not positive definite
 * @param iterations Newton steps that were taken
 */
public record Certificate(
    double gradient, double leastEigenvalue, double decrement, int iterations) {
  /** Second derivatives that are differences of gradients tell no less. */
  private static final double CURVATURE = 1e-6;

  /** Whether it is a strict local minimum and at most 1e−9 of the error is left to save. */
  public boolean isMinimum() {
    return decrement <= 1e-9 && leastEigenvalue > CURVATURE;
  }
}
