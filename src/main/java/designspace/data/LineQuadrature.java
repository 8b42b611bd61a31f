package designspace.data;

import designspace.core.Estimate;
import designspace.core.Require;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * J(τ), mmse(τ) and entropy of a mixture on the line by the trapezoidal rule, which for these
 * analytic, decaying integrands converges faster than any power of the spacing; the stated error is
 * the difference from twice the spacing.
 */
public final class LineQuadrature implements Information {
  /** Points per standard deviation of the narrowest smoothed bump. */
  private static final int RESOLUTION = 16;

  /** A normal density at this many standard deviations is below 1e−31 of its peak. */
  private static final double REACH = 12;

  private static final String METHOD = "trapezoidal rule";

  private final GaussianMixture data;

  /** Quadrature for a law on ℝ. */
  public LineQuadrature(GaussianMixture data) {
    Require.size("dimension of data", data.dimension(), 1, "the quadrature is on the line");
    this.data = data;
  }

  @Override
  public Estimate fisherInformation(double tau) {
    return mean(tau, at -> at.score() * at.score());
  }

  /** As a mean of posterior variances: nothing cancels at large τ. */
  @Override
  public Estimate mmse(double tau) {
    return mean(tau, At::posteriorVariance);
  }

  /** Differential entropy −E log p_τ, nats. */
  public Estimate entropyNats(double tau) {
    return mean(tau, at -> -at.logDensity);
  }

  /** E f(X_τ); {@code f} should vary no faster than p_τ does. */
  public Estimate expectation(double tau, DoubleUnaryOperator f) {
    return mean(tau, at -> f.applyAsDouble(at.x));
  }

  /** ∫ f dx over the range of p_τ at its resolution. */
  private Estimate integral(double tau, DoubleUnaryOperator f) {
    double spacing = Math.sqrt(narrowest() + tau) / RESOLUTION;
    double low = low(tau);
    int points = (int) Math.ceil((high(tau) - low) / spacing);
    double odd = 0;
    double even = 0;
    for (int i = 0; i <= points; i++) {
      double value = f.applyAsDouble(low + i * spacing);
      odd += i % 2 == 0 ? 0 : value;
      even += i % 2 == 0 ? value : 0;
    }
    double fine = spacing * (even + odd);
    return new Estimate(fine, Math.abs(fine - 2 * spacing * even), METHOD);
  }

  private Estimate mean(double tau, ToDoubleFunction<At> f) {
    Require.notNegative("tau", tau, "it is a variance");
    At at = new At(tau);
    return integral(tau, x -> f.applyAsDouble(at.move(x)) * Math.exp(at.logDensity));
  }

  /** The least bump variance. */
  private double narrowest() {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < data.size(); k++) {
      least = Math.min(least, variance(k));
    }
    return least;
  }

  private double low(double tau) {
    double low = Double.POSITIVE_INFINITY;
    for (int k = 0; k < data.size(); k++) {
      low = Math.min(low, centre(k) - REACH * Math.sqrt(variance(k) + tau));
    }
    return low;
  }

  private double high(double tau) {
    double high = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < data.size(); k++) {
      high = Math.max(high, centre(k) + REACH * Math.sqrt(variance(k) + tau));
    }
    return high;
  }

  private double centre(int k) {
    return data.bump(k).mean()[0];
  }

  private double variance(int k) {
    return data.bump(k).spectrum().eigenvalue(0);
  }

  /** The posterior at one point; reused along the line. */
  private final class At {
    private final double tau;
    private final double[] posterior = new double[data.size()];
    private double x;
    private double logDensity;

    At(double tau) {
      this.tau = tau;
    }

    At move(double to) {
      x = to;
      for (int k = 0; k < posterior.length; k++) {
        double[] deviation = {to - centre(k)};
        posterior[k] = Math.log(data.weight(k)) + data.bump(k).logDensityAt(tau, deviation);
      }
      logDensity = GaussianMixture.logSumExp(posterior);
      for (int k = 0; k < posterior.length; k++) {
        posterior[k] = Math.exp(posterior[k] - logDensity);
      }
      return this;
    }

    double score() {
      double score = 0;
      for (int k = 0; k < posterior.length; k++) {
        score += posterior[k] * (centre(k) - x) / (variance(k) + tau);
      }
      return score;
    }

    private double guess(int k) {
      return centre(k) + variance(k) / (variance(k) + tau) * (x - centre(k));
    }

    double posteriorVariance() {
      double mean = 0;
      for (int k = 0; k < posterior.length; k++) {
        mean += posterior[k] * guess(k);
      }
      double sum = 0;
      for (int k = 0; k < posterior.length; k++) {
        double within = variance(k) * (tau / (variance(k) + tau));
        double between = guess(k) - mean;
        sum += posterior[k] * (within + between * between);
      }
      return sum;
    }
  }
}
