package designspace.data;

import designspace.core.Require;

/** What every score and posterior asks of its arguments. */
final class Smoothing {
  private Smoothing() {}

  /** τ = σ² for points of the right dimension. */
  static double tau(double sigma, int dimensionOfX, int dimension) {
    Require.positive("sigma", sigma, "scores and posteriors are those of the smoothed law");
    Require.dimension("x", dimensionOfX, dimension);
    return sigma * sigma;
  }

  /** τ = σ² ≥ 0; positive if the law has no density. */
  static double tauOfDensity(double sigma, int dimensionOfX, int dimension, boolean singular) {
    Require.notNegative("sigma", sigma, "it is a standard deviation");
    Require.dimension("x", dimensionOfX, dimension);
    if (sigma == 0 && singular) {
      String why = "a law on a subspace has no density on ℝᵈ until it is smoothed";
      throw Require.refusal("sigma", sigma, "a positive number", why);
    }
    return sigma * sigma;
  }
}
