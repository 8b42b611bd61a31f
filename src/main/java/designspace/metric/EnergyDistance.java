package designspace.metric;

import designspace.core.Estimate;
import designspace.core.Points;

/**
 * The energy distance 𝓔(P,Q) = 2E‖X−Y‖ − E‖X−X′‖ − E‖Y−Y′‖ ≥ 0, zero only for equal laws; on the
 * line it is 2∫(F−G)² (Székely and Rizzo 2013).
 *
 * <p>It needs no bandwidth and only first moments, and it scales like a length: the first choice
 * for a test of equality. It is a squared distance: √𝓔 obeys the triangle inequality.
 */
public final class EnergyDistance {
  private EnergyDistance() {}

  /**
   * The unbiased U-statistic, which may be negative for equal laws, with its jackknife standard
   * error; that error is too large rather than too small on average (Efron and Stein 1981), by √2
   * for equal laws. Cost O((n+m)²d), memory O(n+m).
   *
   * @param a n×d, n ≥ 3
   * @param b m×d, m ≥ 3
   */
  public static Estimate between(Points a, Points b) {
    return PairStatistic.of(a, b, square -> -Math.sqrt(square), "unbiased energy distance");
  }
}
