package designspace.metric;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.Require;
import java.util.Arrays;

/**
 * MMD² = E k(X,X′) + E k(Y,Y′) − 2E k(X,Y) ≥ 0 for the kernel k(x,y) = mean over bandwidths ℓ of
 * exp(−‖x−y‖²/2ℓ²); zero only for equal laws (Gretton et al. 2012).
 *
 * <p>Unbiased in any dimension at every n, unlike W₂, KL and the Fréchet distance, but its value
 * has a meaning only relative to the bandwidths: report them. Differences much finer or coarser
 * than every bandwidth are hardly seen.
 */
public final class MaximumMeanDiscrepancy {
  /** The median is taken over the pairs of at most this many points. */
  private static final int MEDIAN_POINTS = 1000;

  private final double[] rates; // 1/2ℓ²

  private MaximumMeanDiscrepancy(double[] rates) {
    this.rates = rates;
  }

  /** A kernel of one or several bandwidths, in the unit of the points. */
  public static MaximumMeanDiscrepancy gaussian(double... bandwidths) {
    Require.atLeast(1, "number of bandwidths", bandwidths.length, "a kernel has a width");
    double[] rates = new double[bandwidths.length];
    for (int b = 0; b < rates.length; b++) {
      double width = Require.positive("bandwidths[" + b + "]", bandwidths[b], "it is a length");
      rates[b] = 0.5 / width / width;
    }
    return new MaximumMeanDiscrepancy(rates);
  }

  /**
   * The median distance between two points of the pooled samples: the usual bandwidth. Of more than
   * 1000 points an even selection is used. Compute it once: comparing samplers needs one kernel.
   */
  public static double medianBandwidth(Points a, Points b) {
    Samples.check(a, b, 1, "a median of distances needs a pair");
    int parts = (a.size() + b.size() + MEDIAN_POINTS - 1) / MEDIAN_POINTS;
    Points some = pooled(Samples.deal(a, 0, parts), Samples.deal(b, 0, parts));
    double[] values = some.toArray();
    double[] squares = new double[some.size() * (some.size() - 1) / 2];
    int count = 0;
    for (int i = 0; i < some.size(); i++) {
      for (int j = 0; j < i; j++) {
        squares[count++] = Samples.squaredDistance(values, i, values, j, some.dimension());
      }
    }
    Arrays.sort(squares);
    double median = Math.sqrt(squares[squares.length / 2]);
    return Require.positive("median distance", median, "most points coincide: choose a width");
  }

  private static Points pooled(Points a, Points b) {
    double[] values = Arrays.copyOf(a.toArray(), (a.size() + b.size()) * a.dimension());
    System.arraycopy(b.toArray(), 0, values, a.size() * a.dimension(), b.size() * b.dimension());
    return Points.owning(values, a.dimension());
  }

  /**
   * The unbiased U-statistic of MMD², which may be negative for equal laws, with its jackknife
   * standard error; that error is too large rather than too small on average (Efron and Stein
   * 1981), by √2 for equal laws. Cost O((n+m)²(d+B)) for B bandwidths, memory O(n+m).
   *
   * @param a n×d, n ≥ 3
   * @param b m×d, m ≥ 3
   */
  public Estimate square(Points a, Points b) {
    return PairStatistic.of(a, b, this::kernel, "unbiased MMD²");
  }

  private double kernel(double squaredDistance) {
    double sum = 0;
    for (double rate : rates) {
      sum += Math.exp(-rate * squaredDistance);
    }
    return sum / rates.length;
  }
}
