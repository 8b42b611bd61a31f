package designspace.vector;

import designspace.core.Points;
import designspace.core.Require;
import java.util.Arrays;

/**
 * Many points at once under Σ_k w_k N(μ_k, (v_k+τ)I), v_k ≥ 0: a mixture whose bumps are isotropic
 * or a cloud of points, smoothed.
 *
 * <p>With π_k ∝ w_k N(x; μ_k, (v_k+τ)I) the score is Σ π_k (μ_k−x)/(v_k+τ). Exponents are taken
 * relative to their largest, so nothing under- or overflows while ‖x‖²/τ is finite. Cost O(nKd) and
 * one power of two a point and component, in the faster {@link ProductForm} where the centres'
 * spread and τ allow it. The result of a point does not depend on the others.
 */
public final class IsotropicKernel {
  private static final double LOG2_E = 1 / Math.log(2);

  private final double[] logWeights;
  private final double[] variances;
  private final int dimension;
  private final double[][] centres;
  private final SeenCentres seen;
  private final double leastVariance;

  /**
   * Takes all three arrays over.
   *
   * @param logWeights ln w_k, length K
   * @param centres μ_k, K×d
   * @param variances v_k ≥ 0, length K
   */
  public IsotropicKernel(double[] logWeights, double[][] centres, double[] variances) {
    Require.atLeast(1, "number of components", centres.length, "a law has somewhere to be");
    Require.size("number of weights", logWeights.length, centres.length, "each centre has one");
    Require.size("number of variances", variances.length, centres.length, "each centre has one");
    this.logWeights = logWeights;
    this.variances = variances;
    this.centres = centres;
    this.seen = new SeenCentres(centres);
    this.leastVariance = Arrays.stream(variances).min().orElseThrow();
    this.dimension = centres[0].length;
  }

  /** ∇log p_τ at each point, n×d; every v_k+τ &gt; 0. */
  public Points score(double tau, Points x) {
    Require.dimension("x", x.dimension(), dimension);
    double[] score = new double[x.size() * dimension];
    Pass pass = new Pass(tau, x.size());
    for (int from = 0; from < x.size(); from += pass.block.count()) {
      pass.sum(x, from, true);
      pass.sums.mean(score, from, pass.least);
    }
    return Points.owning(score, dimension);
  }

  /** log p_τ at each point, length n; every v_k+τ &gt; 0. */
  public double[] logDensities(double tau, Points x) {
    Require.dimension("x", x.dimension(), dimension);
    double[] logDensities = new double[x.size()];
    Pass pass = new Pass(tau, x.size());
    for (int from = 0; from < x.size(); from += pass.block.count()) {
      pass.sum(x, from, false);
      pass.sums.logTotal(logDensities, from);
    }
    return logDensities;
  }

  /** What depends on τ, and the room to work in. */
  private final class Pass {
    private final double least; // v_k+τ are measured in it, so that none is too large
    private final double[] smoothed = new double[variances.length];
    private final double[] inverse = new double[variances.length];
    private final PairForm form;
    private final PointBlock block;
    private final BlockSums sums;

    Pass(double tau, int n) {
      least = leastVariance + tau;
      double[] rate = new double[variances.length];
      double[] offset = new double[variances.length];
      for (int k = 0; k < inverse.length; k++) {
        double variance = variances[k] + tau;
        smoothed[k] = variance / least;
        inverse[k] = least / variance;
        rate[k] = 0.5 * LOG2_E / variance;
        offset[k] = LOG2_E * (logWeights[k] - 0.5 * dimension * Math.log(2 * Math.PI * variance));
      }
      form =
          seen.fit(least)
              ? new ProductForm(seen, rate, offset)
              : new DifferenceForm(centres, rate, offset);
      int k = variances.length;
      WorkRows rows = new WorkRows(PointBlock.rows(dimension, k) + BlockSums.rows(dimension), n);
      block = new PointBlock(dimension, k, rows);
      sums = new BlockSums(block, rows);
    }

    /** Σ 2^exponent, and with {@code pulls} Σ 2^exponent (μ_k−x)/(v_k+τ), chunk by chunk. */
    void sum(Points x, int from, boolean pulls) {
      form.load(block, x, from);
      sums.clear();
      for (int first = 0; first < inverse.length; first += PointBlock.CHUNK) {
        int size = Math.min(PointBlock.CHUNK, inverse.length - first);
        sums.remember();
        form.measure(block, first, size);
        if (first > 0) {
          sums.rescale();
        }
        weigh(first, size);
        if (pulls) {
          form.pull(sums, first, size);
        }
      }
      if (pulls) {
        form.settle(sums);
      }
    }

    private void weigh(int first, int size) {
      for (int k = 0; k < size; k++) {
        block.weigh(k, inverse[first + k]);
      }
      sums.count(smoothed, first, size);
    }
  }
}
