package designspace.data;

import designspace.core.Require;

/** What every score and posterior asks of its arguments. */
final class Smoothing {
  private static final double LEAST = 1e-150;
  private static final double GREATEST = 1e150;

  private Smoothing() {}

  /** τ = σ² for points of the right dimension. */
  static double tau(double sigma, int dimensionOfX, int dimension) {
    Require.positive("sigma", sigma, "scores and posteriors are those of the smoothed law");
    representable(sigma);
    Require.dimension("x", dimensionOfX, dimension);
    return sigma * sigma;
  }

  private static void representable(double sigma) {
    if (sigma < LEAST || sigma > GREATEST) {
      String why = "its square must not under- or overflow";
      throw Require.refusal("sigma", sigma, "within [1e-150, 1e150]", why);
    }
  }

  /** τ = σ² ≥ 0; positive if the law has no density. */
  static double tauOfDensity(double sigma, int dimensionOfX, int dimension, boolean singular) {
    Require.notNegative("sigma", sigma, "it is a standard deviation");
    Require.dimension("x", dimensionOfX, dimension);
    if (sigma == 0 && singular) {
      String why = "a law on a subspace has no density on ℝᵈ until it is smoothed";
      throw Require.refusal("sigma", sigma, "a positive number", why);
    }
    if (sigma > 0) {
      representable(sigma);
    }
    return sigma * sigma;
  }
}
