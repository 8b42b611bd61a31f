package designspace.clock;

import designspace.core.Require;
import designspace.sampling.LinearSampler;
import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The weights w of the density ρ ∝ √(Σ w_λ a_λ) that make Σ R_λ² least, R_λ = ∫ a_λ/ρ d ln σ: w ∝
 * R. Each iteration takes R of the last density for weights. Equal eigenvalues are counted, not
 * repeated.
 */
final class SpectrumWeights {
  private static final int PANELS = 300;
  private static final int ITERATIONS = 2000;
  private static final double SETTLED = 1e-13;
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(4);

  private final LinearSampler sampler;
  private final double sigmaMin;
  private final double[] eigenvalues; // distinct, ascending
  private final double[] counts;
  private final double[] weights;

  private SpectrumWeights(LinearSampler sampler, double[] sorted, double sigmaMin) {
    this.sampler = sampler;
    this.sigmaMin = sigmaMin;
    this.eigenvalues = Arrays.stream(sorted).distinct().toArray();
    this.counts = new double[eigenvalues.length];
    for (double lambda : sorted) {
      counts[Arrays.binarySearch(eigenvalues, lambda)]++;
    }
    this.weights = new double[eigenvalues.length];
    Arrays.fill(weights, 1);
  }

  /**
   * The weights between two levels.
   *
   * @param sorted eigenvalues, ascending
   */
  static SpectrumWeights of(
      LinearSampler sampler, double[] sorted, double sigmaMin, double sigmaMax) {
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "sampling removes noise");
    Require.positive("sigmaMax", sigmaMax, "it is a noise level");
    SpectrumWeights weights = new SpectrumWeights(sampler, sorted, sigmaMin);
    weights.settle(sigmaMax);
    return weights;
  }

  private void settle(double sigmaMax) {
    double change = Double.POSITIVE_INFINITY;
    for (int i = 0; change > SETTLED; i++) {
      if (i == ITERATIONS) {
        throw new ArithmeticException("weights still change by " + change + " relatively");
      }
      double[] next = errors(sigmaMax);
      change = 0;
      for (int j = 0; j < next.length; j++) {
        change = Math.max(change, Math.abs(next[j] - weights[j]) / Math.max(next[j], 1e-300));
        weights[j] = next[j];
      }
    }
  }

  /** R_λ = ∫ a_λ/ρ of the density that the weights make, ∫ρ = 1. */
  private double[] errors(double sigmaMax) {
    double[] errors = new double[weights.length];
    double half = 0.5 * Math.log(sigmaMax / sigmaMin) / PANELS;
    double total = 0;
    for (int i = 0; i < PANELS * RULE.getNumberOfPoints(); i++) {
      int node = i % RULE.getNumberOfPoints();
      int panel = i / RULE.getNumberOfPoints();
      double sigma = sigmaMin * Math.exp(half * (2 * panel + 1 + RULE.getPoint(node)));
      double density = density(sigma);
      total += half * RULE.getWeight(node) * density;
      for (int j = 0; j < errors.length && density > 0; j++) {
        errors[j] += half * RULE.getWeight(node) * rate(eigenvalues[j], sigma) / density;
      }
    }
    for (int j = 0; j < errors.length; j++) {
      errors[j] *= total;
    }
    return errors;
  }

  /** a_λ. */
  private double rate(double lambda, double sigma) {
    double tau = sigma * sigma;
    double total = lambda + tau;
    double left = lambda + sigmaMin * sigmaMin;
    return switch (sampler) {
      case EXPONENTIAL_INTEGRATOR -> 4 * (tau / total) * (tau / total) * (left / total);
      case EULER_FLOW -> (lambda / total) * (tau / total);
      default -> 4 * (lambda / total) * (tau / total) * (left / total);
    };
  }

  /** √(Σ w_λ a_λ). */
  double density(double sigma) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += counts[j] * weights[j] * rate(eigenvalues[j], sigma);
    }
    return Math.sqrt(sum);
  }

  /** ¼ Σ R_λ². */
  double limitNats() {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += 0.25 * counts[j] * weights[j] * weights[j];
    }
    return sum;
  }
}
