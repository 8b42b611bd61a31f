package designspace.training;

import designspace.core.Require;

/** See {@link NoiseDensity#laplace}. */
record LaplaceDensity(double centre, double scale) implements NoiseDensity {
  LaplaceDensity {
    Require.finite("centre", centre, "it is the median of ln σ");
    Require.positive("scale", scale, "it is that of ln σ");
  }

  @Override
  public double at(double lnSigma) {
    return Math.exp(-Math.abs(lnSigma - centre) / scale) / (2 * scale);
  }

  @Override
  public double below(double lnSigma) {
    double tail = 0.5 * Math.exp(-Math.abs(lnSigma - centre) / scale);
    return lnSigma < centre ? tail : 1 - tail;
  }

  @Override
  public double quantile(double share) {
    NoiseDensity.checkedShare(share);
    return share < 0.5
        ? centre + scale * Math.log(2 * share)
        : centre - scale * Math.log(2 * (1 - share));
  }
}
