package designspace.metric;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * W_p(P,Q) = (inf E‖X−Y‖^p)^{1/p} over all couplings, in the unit of the points: exact on the line
 * for any two laws, exact in any dimension for samples of equal size, and sliced for large ones.
 *
 * <p>Exact means exact for the samples. As an estimate of the distance of the laws behind them
 * W_p^p is too large on average (it is convex), by O(n^{−p/d}) for d &gt; 2p (Fournier and Guillin
 * 2015): compare with the distance of two samples of one law, or see {@link SizeStudy}. Between
 * Gaussians {@link GaussianDistance#wasserstein2} is a closed form.
 */
public final class Wasserstein {
  private Wasserstein() {}

  /**
   * W₁ = ∫|F⁻¹−G⁻¹|du = ∫|F−G|dx; O(n+m). Error: the difference from grids of twice the spacing, 0
   * between samples.
   */
  public static Estimate w1(LineLaw a, LineLaw b) {
    double fine = onLine(1, a, b);
    return new Estimate(fine, Math.abs(fine - onLine(1, a.coarse(), b.coarse())), "quantiles");
  }

  /**
   * W₂ = (∫(F⁻¹−G⁻¹)²du)^{½}; O(n+m). Error: the difference from grids of twice the spacing, 0
   * between samples.
   */
  public static Estimate w2(LineLaw a, LineLaw b) {
    double fine = Math.sqrt(onLine(2, a, b));
    double coarse = Math.sqrt(onLine(2, a.coarse(), b.coarse()));
    return new Estimate(fine, Math.abs(fine - coarse), "quantiles");
  }

  /** ∫|F⁻¹−G⁻¹|^order du for order 1 or 2, exactly: the difference is linear on each piece. */
  private static double onLine(int order, LineLaw a, LineLaw b) {
    double sum = 0;
    double from = 0;
    int i = 0;
    int j = 0;
    while (i < a.pieces() && j < b.pieces()) {
      double to = Math.min(a.end(i), b.end(j));
      double first = a.quantile(i, from) - b.quantile(j, from);
      double last = a.quantile(i, to) - b.quantile(j, to);
      sum += (to - from) * (order == 1 ? meanAbsolute(first, last) : meanSquare(first, last));
      i += a.end(i) == to ? 1 : 0;
      j += b.end(j) == to ? 1 : 0;
      from = to;
    }
    return sum;
  }

  /** Mean of |x| for x from first to last at an even pace. */
  private static double meanAbsolute(double first, double last) {
    double ends = Math.abs(first) + Math.abs(last);
    return first * last >= 0 ? ends / 2 : (first * first + last * last) / (2 * ends);
  }

  private static double meanSquare(double first, double last) {
    return (first * first + first * last + last * last) / 3;
  }

  /**
   * Sliced W₂ = (E_θ W₂²(θᵀX, θᵀY))^{½}, θ uniform on the sphere: for large samples in any
   * dimension; at most W₂/√d. For isotropic Gaussians it is (‖m₁−m₂‖²/d + (c₁−c₂)²)^{½}. Cost
   * O(directions·(d + log n)·n). Error: one standard error over the directions, the samples held
   * fixed (delta method).
   *
   * @param directions at least 2; direction i uses stream i alone
   */
  public static Estimate sliced(Points a, Points b, int directions, RandomStreams streams) {
    Samples.check(a, b, 1, "a law has somewhere to be");
    Require.atLeast(2, "directions", directions, "a standard error needs two");
    double[] x = a.toArray();
    double[] y = b.toArray();
    double[] squares =
        IntStream.range(0, directions)
            .parallel()
            .mapToObj(i -> direction(a.dimension(), streams.stream(i)))
            .mapToDouble(theta -> onLine(2, shadow(x, theta), shadow(y, theta)))
            .toArray();
    Estimate square = Estimate.mean(squares);
    double root = Math.sqrt(square.value());
    double error = root > 0 ? square.error() / (2 * root) : 0;
    return new Estimate(root, error, directions + " directions");
  }

  private static double[] direction(int d, RandomGenerator random) {
    double[] theta = new double[d];
    double square = 0;
    for (int j = 0; j < d; j++) {
      theta[j] = random.nextGaussian();
      square += theta[j] * theta[j];
    }
    for (int j = 0; j < d; j++) {
      theta[j] /= Math.sqrt(square);
    }
    return theta;
  }

  private static LineLaw shadow(double[] points, double[] theta) {
    int d = theta.length;
    double[] values = new double[points.length / d];
    for (int i = 0; i < points.length; i++) {
      values[i / d] += theta[i % d] * points[i];
    }
    return LineLaw.sorted(values);
  }

  /**
   * W_p between samples of equal size by the cheapest matching (shortest augmenting paths; Jonker
   * and Volgenant 1987): exact for the samples. Time O(n³ + n²d), memory O(n²): 0.1 to 0.3 s at n =
   * 1000, 5 to 30 s at n = 4000, the plane being slower than high dimension. On the line {@link
   * #w1} and {@link #w2} are faster, for larger samples {@link #sliced}.
   *
   * @param order p ≥ 1
   * @throws IllegalArgumentException if the sizes or dimensions differ
   */
  public static double assignment(double order, Points a, Points b) {
    if (!(order >= 1) || !Double.isFinite(order)) {
      String why = "below 1 the triangle inequality fails";
      throw Require.refusal("order", order, "a finite number of at least 1", why);
    }
    Samples.check(a, b, 1, "a law has somewhere to be");
    Require.size("number of points in b", b.size(), a.size(), "each point has one partner");
    int n = a.size();
    double[] cost = Samples.powers(order, a, b);
    int[] partner = Assignment.solve(cost, n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += cost[i * n + partner[i]];
    }
    return Math.pow(sum / n, 1 / order);
  }
}
