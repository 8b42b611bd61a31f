package designspace.line;

import designspace.core.Require;
import designspace.data.GaussianMixture;
import java.util.Arrays;

/**
 * A mixture Σ w_i N(μ_i, v_i) on the line with noise of variance τ added: log density and score at
 * a point, with the score's derivatives in x and in τ.
 *
 * <p>With V = v+τ, g = −(x−μ)/V, a = ½(g² − 1/V) and posterior weights π: s = Σ π g, ∂s/∂x = Σ π
 * (g² − 1/V) − s² and ∂s/∂τ = Σ π ((a − Σ π a) g − g/V), which is ½ ∂²s/∂x² + s ∂s/∂x by the heat
 * equation.
 */
final class SmoothedLine {
  private final double[] logPeak;
  private final double[] mean;
  private final double[] inverse; // 1/V
  private final double width;
  private final double[] posterior;

  private double logDensity;
  private double score;
  private double slope;
  private double rate;

  SmoothedLine(GaussianMixture data, double tau) {
    int size = data.size();
    logPeak = new double[size];
    mean = new double[size];
    inverse = new double[size];
    posterior = new double[size];
    double narrowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double variance = data.bump(i).spectrum().eigenvalue(0) + tau;
      narrowest = Math.min(narrowest, variance);
      mean[i] = data.bump(i).mean()[0];
      inverse[i] = 1 / variance;
      logPeak[i] = Math.log(data.weight(i)) - 0.5 * Math.log(2 * Math.PI * variance);
    }
    width = Math.sqrt(Require.positive("narrowest variance", narrowest, "p has a density"));
  }

  /** Standard deviation of the narrowest bump. */
  double width() {
    return width;
  }

  /** Sets log density, score and the score's derivatives to those at x. */
  void moveTo(double x) {
    weigh(x);
    double meanRate = 0;
    double square = 0;
    score = 0;
    for (int i = 0; i < mean.length; i++) {
      double g = (mean[i] - x) * inverse[i];
      score += posterior[i] * g;
      meanRate += posterior[i] * 0.5 * (g * g - inverse[i]);
      square += posterior[i] * (g * g - inverse[i]);
    }
    slope = square - score * score;
    rate = 0;
    for (int i = 0; i < mean.length; i++) {
      double g = (mean[i] - x) * inverse[i];
      rate += posterior[i] * ((0.5 * (g * g - inverse[i]) - meanRate) * g - g * inverse[i]);
    }
  }

  private void weigh(double x) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < mean.length; i++) {
      double distance = x - mean[i];
      posterior[i] = logPeak[i] - 0.5 * distance * distance * inverse[i];
      largest = Math.max(largest, posterior[i]);
    }
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      posterior[i] = Math.exp(posterior[i] - largest);
      sum += posterior[i];
    }
    for (int i = 0; i < mean.length; i++) {
      posterior[i] /= sum;
    }
    logDensity = largest + Math.log(sum);
  }

  /**
   * φ = (s′p)″/p at x: with a_n = p⁽ⁿ⁾/p it is s‴ + 2s″a₁ + s′a₂, s′ = a₂ − a₁², s″ = a₃ − 3a₂a₁ +
   * 2a₁³ and s‴ = a₄ − 4a₃a₁ − 3a₂² + 12a₂a₁² − 6a₁⁴. For one Gaussian it is −(x²/V − 1)/V².
   */
  double source(double x) {
    weigh(x);
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    double a4 = 0;
    for (int i = 0; i < mean.length; i++) {
      double g = (mean[i] - x) * inverse[i];
      double square = g * g;
      double v = inverse[i];
      a1 += posterior[i] * g;
      a2 += posterior[i] * (square - v);
      a3 += posterior[i] * g * (square - 3 * v);
      a4 += posterior[i] * (square * square - 6 * square * v + 3 * v * v);
    }
    double first = a2 - a1 * a1;
    double second = a3 - 3 * a2 * a1 + 2 * a1 * a1 * a1;
    double third = a4 - 4 * a3 * a1 - 3 * a2 * a2 + 12 * a2 * a1 * a1 - 6 * a1 * a1 * a1 * a1;
    return third + 2 * second * a1 + first * a2;
  }

  /** Where one bump takes over from another: the roots of log w_i N_i = log w_j N_j. */
  double[] takeovers() {
    double[] roots = new double[mean.length * (mean.length - 1)];
    int count = 0;
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j < i; j++) {
        // u = x − μ_i: a u² + 2b u + c = 0
        double gap = mean[i] - mean[j];
        double a = inverse[i] - inverse[j];
        double b = -gap * inverse[j];
        double c = 2 * (logPeak[j] - logPeak[i]) - gap * gap * inverse[j];
        double root = Math.sqrt(b * b - a * c);
        double q = -(b + Math.copySign(root, b));
        for (double u : new double[] {q / a, c / q}) {
          if (Double.isFinite(u)) {
            roots[count++] = mean[i] + u;
          }
        }
      }
    }
    return Arrays.copyOf(roots, count);
  }

  double logDensity() {
    return logDensity;
  }

  /** ∂ log p/∂x. */
  double score() {
    return score;
  }

  /** ∂s/∂x. */
  double slope() {
    return slope;
  }

  /** ∂s/∂τ. */
  double rate() {
    return rate;
  }
}
