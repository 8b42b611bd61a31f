package designspace.training;

import designspace.core.Require;

/** See {@link NoiseDensity#within}. */
record TruncatedDensity(NoiseDensity whole, double low, double high) implements NoiseDensity {
  static TruncatedDensity of(NoiseDensity whole, double sigmaMin, double sigmaMax) {
    Require.positive("sigmaMin", sigmaMin, "it is a noise level");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "levels are drawn between");
    TruncatedDensity part = new TruncatedDensity(whole, Math.log(sigmaMin), Math.log(sigmaMax));
    Require.positive("probability of the range", part.mass(), "something must be drawn");
    return part;
  }

  private double mass() {
    return whole.below(high) - whole.below(low);
  }

  @Override
  public double at(double lnSigma) {
    return lnSigma < low || lnSigma > high ? 0 : whole.at(lnSigma) / mass();
  }

  @Override
  public double below(double lnSigma) {
    double u = Math.min(high, Math.max(low, lnSigma));
    return (whole.below(u) - whole.below(low)) / mass();
  }

  @Override
  public double quantile(double share) {
    NoiseDensity.checkedShare(share);
    double u = whole.quantile((1 - share) * whole.below(low) + share * whole.below(high));
    return Math.min(high, Math.max(low, u));
  }
}
