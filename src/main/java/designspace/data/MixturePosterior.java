package designspace.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * X₀ given X_τ for a mixture of Gaussians, at one noise level; what needs no x is computed once.
 */
final class MixturePosterior {
  private final GaussianMixture law;
  private final GaussianPosterior[] bumps;
  private final double[] logWeights;
  private final double[] variances;

  MixturePosterior(GaussianMixture law, double tau) {
    this.law = law;
    bumps = new GaussianPosterior[law.size()];
    Arrays.setAll(bumps, k -> new GaussianPosterior(law.bump(k), tau));
    logWeights = new double[bumps.length];
    Arrays.setAll(logWeights, k -> Math.log(law.weight(k)));
    variances = Arrays.stream(bumps).mapToDouble(GaussianPosterior::variance).toArray();
  }

  /** At σ = 0 too, if the law has a density there. */
  static MixturePosterior withDensity(GaussianMixture law, double sigma, int dimensionOfX) {
    boolean singular =
        IntStream.range(0, law.size()).anyMatch(k -> law.bump(k).spectrum().isSingular());
    double tau = Smoothing.tauOfDensity(sigma, dimensionOfX, law.dimension(), singular);
    return new MixturePosterior(law, tau);
  }

  /** log p_τ(x). */
  double logDensity(double[] x) {
    double[] logs = new double[bumps.length];
    for (int k = 0; k < bumps.length; k++) {
      logs[k] = logWeights[k] + bumps[k].logDensity(law.bump(k).deviation(x));
    }
    return GaussianMixture.logSumExp(logs);
  }

  /** The posterior at x, by its parts: posterior weights and means of the bumps. */
  private Blend at(double[] x) {
    double[] logs = new double[bumps.length];
    double[][] deviations = new double[bumps.length][];
    for (int k = 0; k < bumps.length; k++) {
      deviations[k] = law.bump(k).deviation(x);
      logs[k] = logWeights[k] + bumps[k].logDensity(deviations[k]);
    }
    return new Blend(logs, k -> bumps[k].mean(deviations[k]));
  }

  /** E[X₀|x]. */
  double[] mean(double[] x) {
    return at(x).mean();
  }

  /** tr Cov(X₀|x). */
  double variance(double[] x) {
    return at(x).variance(variances);
  }

  /** Cov(X₀|x), d×d. */
  RealMatrix covariance(double[] x) {
    return at(x).covariance(k -> bumps[k].covariance());
  }
}
