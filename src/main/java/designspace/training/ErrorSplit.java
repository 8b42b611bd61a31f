package designspace.training;

import designspace.core.Estimate;
import designspace.core.Require;
import java.util.List;

/**
 * How thm-3 splits what training leaves, L̄(θ^K) + C̄, by way of two other networks: θ*, which
 * interpolates the training points, and θ_F, the best of its class. Each part is signed here, the
 * four add up to {@code excess}, and the ε's of the theorem are their absolute values.
 *
 * <p>The identity holds for any θ* and θ_F, and so does the inequality excess ≤ Σε that the theorem
 * rests on; stand-ins for the two minimisers make single parts larger or smaller, never the
 * inequality wrong. Parts measured on the same points are correlated: the error of a sum is not
 * that of independent parts.
 *
 * @param training L̄_em(θ^K) − L̄_em(θ*)
 * @param generalization L̄(θ^K) − L̄_em(θ^K) + L̄_em(θ*) − L̄(θ*), the Paper's ε_n
 * @param estimation L̄(θ*) − L̄(θ_F)
 * @param approximation L̄(θ_F) + C̄, never negative
 * @param excess L̄(θ^K) + C̄
 */
public record ErrorSplit(
    Estimate training,
    Estimate generalization,
    Estimate estimation,
    Estimate approximation,
    Estimate excess) {

  /**
   * From three measurements of one objective with one seed.
   *
   * @param last θ^K
   * @param interpolating θ* or its stand-in: the true one is the least L̄ among L̄_em = 0, so that
   *     another interpolating network can only have a larger L̄
   * @param best θ_F or its stand-in: a network of the class can only have a larger L̄ + C̄
   */
  public static ErrorSplit of(MeasuredLoss last, MeasuredLoss interpolating, MeasuredLoss best) {
    same("interpolating", last, interpolating);
    same("best", last, best);
    double training = last.empirical() - interpolating.empirical();
    double[] k = last.excessByPoint();
    double[] star = interpolating.excessByPoint();
    double[] floor = best.excessByPoint();
    return new ErrorSplit(
        Estimate.exact(training),
        Estimate.mean(difference(k, star, training)),
        Estimate.mean(difference(star, floor, 0)),
        best.excess(),
        last.excess());
  }

  private static void same(String name, MeasuredLoss last, MeasuredLoss other) {
    boolean paired =
        last.objective() == other.objective()
            && last.seed() == other.seed()
            && last.points() == other.points();
    if (!paired) {
      String expected = "the objective, seed and number of points of the last";
      throw Require.refusal(name, other.objective(), expected, "differences are paired");
    }
  }

  private static double[] difference(double[] a, double[] b, double shift) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] - b[i] - shift;
    }
    return result;
  }

  /** The four signed parts in the order ε_train, ε_n, ε_est, ε_approx. */
  public List<Estimate> parts() {
    return List.of(training, generalization, estimation, approximation);
  }

  /** ε_train + ε_n + ε_est + ε_approx, at least {@code excess}. */
  public double sum() {
    return parts().stream().mapToDouble(part -> Math.abs(part.value())).sum();
  }

  /** Σε over L̄(θ^K) + C̄: how much the signs give away; at least 1. */
  public double slack() {
    return sum() / excess.value();
  }
}
