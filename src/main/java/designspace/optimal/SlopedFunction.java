package designspace.optimal;

import designspace.data.Gaussian;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of the noise with its derivative, such as J(σ) = E‖∇log p_τ‖² or a score's error e(σ).
 *
 * @param value f(σ)
 * @param slope df/d ln σ
 */
public record SlopedFunction(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
  /** In ln σ: small against a spline's panels, large against a quadrature's rounding. */
  private static final double DIFFERENCE = 1e-4;

  /** J of a Gaussian, Σ 1/(λ+τ), whose slope is −2τ Σ 1/(λ+τ)². */
  public static SlopedFunction fisherInformation(Gaussian data) {
    double[] eigenvalues = data.spectrum().eigenvalues();
    return new SlopedFunction(
        sigma -> data.fisherInformation(sigma * sigma),
        sigma -> {
          double sum = 0;
          for (double lambda : eigenvalues) {
            double total = lambda + sigma * sigma;
            sum -= 2 * (sigma / total) * (sigma / total);
          }
          return sum;
        });
  }

  /** 0, the error of the exact score. */
  public static SlopedFunction zero() {
    return new SlopedFunction(sigma -> 0, sigma -> 0);
  }

  /** a/σ^q; with q = 2 the noise is guessed with mean square error a at every level. */
  public static SlopedFunction power(double a, double q) {
    return new SlopedFunction(
        sigma -> a * Math.pow(sigma, -q), sigma -> -q * a * Math.pow(sigma, -q));
  }

  /**
   * Any function between two levels, a {@link designspace.score.NoiseProfile} for one: the slope is
   * its difference over 2e−4 in ln σ, one-sided at the ends, good to 1e−8 where f is smooth.
   */
  public static SlopedFunction between(double sigmaMin, double sigmaMax, DoubleUnaryOperator f) {
    return new SlopedFunction(
        f,
        sigma -> {
          double low = Math.max(sigmaMin, sigma * Math.exp(-DIFFERENCE));
          double high = Math.min(sigmaMax, sigma * Math.exp(DIFFERENCE));
          return (f.applyAsDouble(high) - f.applyAsDouble(low)) / Math.log(high / low);
        });
  }
}
