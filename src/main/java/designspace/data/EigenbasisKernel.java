package designspace.data;

import designspace.core.Points;

/** Mixtures of any covariance, point by point and bump by bump in its eigenbasis: O(nKd²). */
final class EigenbasisKernel {
  private final double[] logWeights;
  private final Gaussian[] bumps;

  EigenbasisKernel(double[] logWeights, Gaussian[] bumps) {
    this.logWeights = logWeights;
    this.bumps = bumps;
  }

  /** ∇log p_τ at each point, n×d; τ &gt; 0. */
  Points score(double tau, Points x) {
    double[] offsets = new double[bumps.length];
    for (int k = 0; k < offsets.length; k++) {
      offsets[k] = logWeights[k] + bumps[k].logDensityAt(tau, new double[x.dimension()]);
    }
    return x.map(point -> score(tau, offsets, point));
  }

  /**
   * Σ π_k −(Σ_k+τI)⁻¹(x−μ_k), its sums relative to the largest exponent so far.
   *
   * @param offsets ln w_k + log of the density of bump k at its centre
   */
  private double[] score(double tau, double[] offsets, double[] x) {
    double[] score = new double[x.length];
    double largest = Double.NEGATIVE_INFINITY;
    double total = 0;
    for (int k = 0; k < bumps.length; k++) {
      double[] deviation = bumps[k].deviation(x);
      double exponent = offsets[k] - 0.5 * bumps[k].spectrum().square(tau, deviation);
      double[] pull = bumps[k].scoreAt(tau, deviation);
      double before = exponent > largest ? Math.exp(largest - exponent) : 1;
      largest = Math.max(largest, exponent);
      double weight = Math.exp(exponent - largest);
      total = total * before + weight;
      for (int j = 0; j < score.length; j++) {
        score[j] = score[j] * before + weight * pull[j];
      }
    }
    for (int j = 0; j < score.length; j++) {
      score[j] /= total;
    }
    return score;
  }
}
