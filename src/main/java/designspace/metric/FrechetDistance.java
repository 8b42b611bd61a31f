package designspace.metric;

import designspace.core.Points;
import designspace.data.Gaussian;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * The Fréchet distance ‖μ_a−μ_b‖² + tr(Σ_a + Σ_b − 2(Σ_aΣ_b)^{½}): W₂² of the Gaussians with the
 * samples' means and covariances (Dowson and Landau 1982; the FID of Heusel et al. 2017, without
 * its network).
 *
 * <p>It sees nothing beyond two moments. Its bias is positive and falls like 1/n: for samples of
 * one law N(μ, c²I) it is about c²(d + d(d+1)/4)(1/n + 1/m), quadratic in d, so values at different
 * n do not compare (Chong and Forsyth 2020).
 */
public final class FrechetDistance {
  private FrechetDistance() {}

  /** N(mean, covariance) of a sample of more than d points (divisor n−1); O(nd² + d³). */
  public static Gaussian fit(Points sample) {
    String why = "fewer points than d + 1 have a singular covariance";
    Samples.check("sample", sample, Math.max(2, sample.dimension() + 1), why);
    if (sample.dimension() == 1) {
      return Gaussian.of(sample.mean(), new double[][] {sample.variance()});
    }
    double[][] rows = new double[sample.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = sample.row(i);
    }
    return Gaussian.of(sample.mean(), new Covariance(rows).getCovarianceMatrix().getData());
  }

  /**
   * The squared distance with its bias at rate 1/n; O(nd² + d³).
   *
   * @param a n×d, n ≥ 10(d+1), because each of ten blocks is fitted
   * @param b m×d, m ≥ 10(d+1)
   */
  public static SizeStudy square(Points a, Points b) {
    int least = SizeStudy.BLOCKS * (a.dimension() + 1);
    Samples.check(a, b, least, "each of ten blocks needs d + 1 points for its covariance");
    return SizeStudy.of(a, b, 1, FrechetDistance::plugIn);
  }

  private static double plugIn(Points a, Points b) {
    double distance = GaussianDistance.wasserstein2(fit(a), fit(b));
    return distance * distance;
  }
}
