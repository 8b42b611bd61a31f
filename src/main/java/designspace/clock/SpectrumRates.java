package designspace.clock;

import designspace.data.Spectrum;
import java.util.function.DoubleBinaryOperator;

/** The rates of a Gaussian. */
final class SpectrumRates implements NoiseRates {
  private final double[] eigenvalues;

  SpectrumRates(Spectrum spectrum) {
    this.eigenvalues = spectrum.eigenvalues();
  }

  @Override
  public String label() {
    return "Gaussian in " + eigenvalues.length + "-d";
  }

  /** Σ 1/S². */
  @Override
  public double fisherFall(double sigma) {
    return sum(sigma, (lambda, total) -> 1 / total / total);
  }

  /** Σ λτ/S. */
  @Override
  public double mmse(double sigma) {
    return sum(sigma, (lambda, total) -> lambda * (sigma * sigma / total));
  }

  /** Σ λ²(τ−τ′)/SS′. */
  @Override
  public double mmseGap(double high, double low) {
    double deltaTau = (high - low) * (high + low);
    return sum(
        high, (lambda, total) -> lambda / total * (lambda / (lambda + low * low)) * deltaTau);
  }

  /** Σ λ²/S². */
  @Override
  public double mmseRise(double sigma) {
    return sum(sigma, (lambda, total) -> (lambda / total) * (lambda / total));
  }

  /** Σ 4τ²/S³. */
  @Override
  public double scoreChange(double sigma) {
    double tau = sigma * sigma;
    return sum(sigma, (lambda, total) -> 4 * (tau / total) * (tau / total) / total);
  }

  private double sum(double sigma, DoubleBinaryOperator term) {
    double sum = 0;
    for (double lambda : eigenvalues) {
      sum += term.applyAsDouble(lambda, lambda + sigma * sigma);
    }
    return sum;
  }
}
