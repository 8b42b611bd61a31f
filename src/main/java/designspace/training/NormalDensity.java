package designspace.training;

import designspace.core.Require;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** See {@link NoiseDensity#normal}. */
record NormalDensity(double mean, double deviation) implements NoiseDensity {
  NormalDensity {
    Require.finite("mean", mean, "it is the mean of ln σ");
    Require.positive("deviation", deviation, "it is that of ln σ");
  }

  private double z(double lnSigma) {
    return (lnSigma - mean) / deviation;
  }

  @Override
  public double at(double lnSigma) {
    double z = z(lnSigma);
    return Math.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI));
  }

  @Override
  public double below(double lnSigma) {
    return 0.5 * Erf.erfc(-z(lnSigma) / Math.sqrt(2));
  }

  @Override
  public double quantile(double share) {
    double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(share);
    return mean + deviation * z;
  }
}
