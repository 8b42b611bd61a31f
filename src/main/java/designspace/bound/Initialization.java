package designspace.bound;

import designspace.core.Estimate;
import designspace.core.Logarithm;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.data.Gaussian;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The ledger's first term (B1): KL(p_T|N(0,τ₀I)) = ½ ∫_{τ₀}^∞ E‖E[X₀|X_τ]‖² dτ/τ², nats, because
 * m₂² − mmse is the mean square of the best guess. It depends on a grid through τ₀ = σ_max² alone.
 */
public final class Initialization {
  private static final int NODES = 8;

  private Initialization() {}

  /**
   * In closed form for a Gaussian, else by simulation with its standard error; Gauss–Legendre in
   * τ₀/τ adds less than 1e−4 while the data's variances are below 10 τ₀, 2e−3 beyond.
   *
   * @param n points, at least two; cost 8n scores
   */
  public static Estimate of(DataDistribution data, double sigmaMax, int n, long seed) {
    Require.positive("sigmaMax", sigmaMax, "the sampler starts from noise");
    if (data instanceof Gaussian gaussian) {
      return Estimate.exact(exact(gaussian, sigmaMax));
    }
    RandomStreams streams = new RandomStreams(seed);
    Points clean = data.sample(n, streams.fork(0));
    return Estimate.mean(byPath(data, sigmaMax, clean, streams));
  }

  /** ½‖μ‖²/τ₀ + ½ Σ [λ/τ₀ − ln(1+λ/τ₀)]. */
  static double exact(Gaussian data, double sigmaMax) {
    double tau = sigmaMax * sigmaMax;
    double kl = 0;
    for (double m : data.mean()) {
      kl += 0.5 * m * m / tau;
    }
    for (double lambda : data.spectrum().eigenvalues()) {
      kl += 0.5 * Logarithm.klGap(1 + lambda / tau, lambda / tau);
    }
    return kl;
  }

  /** ½ ∫₀¹ ‖E[X₀|X_{τ₀/u}]‖² du/τ₀ of each clean point; noise from streams 2, 3, …. */
  static double[] byPath(
      DataDistribution data, double sigmaMax, Points clean, RandomStreams streams) {
    double[] sum = new double[clean.size()];
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, 0, 1);
    for (int node = 0; node < NODES; node++) {
      double sigma = sigmaMax / Math.sqrt(rule.getPoint(node));
      Points x = clean.plusNoise(sigma, streams.fork(2 + node));
      double[] guess = data.posteriorMean(sigma, x).toArray();
      double weight = 0.5 * rule.getWeight(node) / (sigmaMax * sigmaMax);
      for (int i = 0; i < guess.length; i++) {
        sum[i / data.dimension()] += weight * guess[i] * guess[i];
      }
    }
    return sum;
  }
}
