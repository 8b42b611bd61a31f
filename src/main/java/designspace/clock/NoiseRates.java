package designspace.clock;

import designspace.data.DataDistribution;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;

/**
 * How a law's J, mmse and score change with the noise, as functions of σ, τ = σ²: what the clocks
 * of {@link DataClocks} are made of.
 */
public interface NoiseRates {
  /** For tables and legends: which law. */
  String label();

  /** −J′(τ) = E‖∇² log p_τ‖²_F, positive. */
  double fisherFall(double sigma);

  /** mmse(τ) = E tr Cov(X₀|X_τ). */
  double mmse(double sigma);

  /** mmse(τ) − mmse(τ′) from σ = high down to low; laws of closed form lose no digits in it. */
  default double mmseGap(double high, double low) {
    return mmse(high) - mmse(low);
  }

  /** mmse′(τ) = E‖Cov(X₀|X_τ)‖²_F/τ² (lem-11). */
  double mmseRise(double sigma);

  /** E‖∂∇log p_τ(X_τ)/∂ ln σ‖², the point held fixed. */
  double scoreChange(double sigma);

  /** Closed forms: sums over the eigenvalues λ of the covariance, S = λ+τ. */
  static NoiseRates of(Gaussian data) {
    return new SpectrumRates(data.spectrum());
  }

  /**
   * Of a mixture on the line by quadrature at {@value MeasuredRates#LEVELS} levels from {@code
   * sigmaMin} to {@code sigmaMax} and a spline between, some 1e−5 relatively.
   */
  static NoiseRates of(GaussianMixture data, double sigmaMin, double sigmaMax) {
    return MeasuredRates.onLine(data, sigmaMin, sigmaMax);
  }

  /** Of any law by simulation: {@code n} points, the same at each of the levels. */
  static NoiseRates sampled(
      DataDistribution data, double sigmaMin, double sigmaMax, int n, long seed) {
    return MeasuredRates.sampled(data, sigmaMin, sigmaMax, n, seed);
  }
}
