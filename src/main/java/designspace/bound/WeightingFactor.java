package designspace.bound;

import designspace.core.Require;
import designspace.schedule.Design;
import designspace.schedule.TimeGrid;
import designspace.training.TotalWeighting;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * σ²_{t_j}/w(t_j), 1 ≤ j ≤ N: what a total weighting makes of the score's error in sampling. With
 * e_j = E‖S−∇log p‖² at level j, E_S = Σσ²_{t_j}Δt_je_j and the trained objective exceeds its floor
 * by L̄+C̄ = ½Σw(t_j)Δt_je_j, so that
 *
 * <p>E_S ≤ 2 max_j(σ²_{t_j}/w(t_j)) (L̄+C̄) (thm-3, tab-2),
 *
 * <p>with equality when the whole excess sits at the maximum. It depends on what is called σ² over
 * a step ({@link StepRule}), on how w is read from β ({@link #printed}, {@link #corrected}) and on
 * the weighting: β fixed per index ({@link TotalWeighting#bell}) or its integral ({@link
 * TotalWeighting#bellIntegral}).
 */
public final class WeightingFactor {
  private final Design design;
  private final StepRule rule;
  private final IntToDoubleFunction weight;
  private final double[] factors;

  private WeightingFactor(TotalWeighting weighting, StepRule rule, IntToDoubleFunction weight) {
    this.design = weighting.design();
    this.rule = rule;
    this.weight = weight;
    factors = new double[weighting.levels()];
    for (int j = 1; j <= factors.length; j++) {
      double rate = rule.rate(design, j);
      factors[j - 1] = rate / weight.applyAsDouble(j);
      if (Double.isNaN(factors[j - 1])) {
        String ratio = rate + "/" + weight.applyAsDouble(j);
        throw Require.refusal(
            "σ²/w at level " + j, ratio, "a ratio", "the maximum is over all levels");
      }
    }
  }

  /** w(t_j) = β_jσ̄_j/Δt_j, as eq-6-7 prints it: the factor is σ²Δt_j/(β_jσ̄_j). */
  public static WeightingFactor printed(TotalWeighting weighting, StepRule rule) {
    return new WeightingFactor(weighting, rule, weighting::printedWeight);
  }

  /**
   * w(t_j) = β_jσ̄_j²/Δt_j (E1): the factor is σ²Δt_j/(β_jτ_j). With {@link StepRule#EXACT} it is
   * Δτ_j/(2β_jτ_j), and the bound is a theorem.
   */
  public static WeightingFactor corrected(TotalWeighting weighting, StepRule rule) {
    return new WeightingFactor(weighting, rule, weighting::correctedWeight);
  }

  /** The design whose levels these are. */
  public Design design() {
    return design;
  }

  /** N. */
  public int levels() {
    return factors.length;
  }

  /** The factor at level j, 1 ≤ j ≤ N; infinite where β_j = 0. */
  public double at(int j) {
    if (j < 1 || j > factors.length) {
      throw Require.refusal("level", j, "from 1 to " + factors.length, "only those are trained");
    }
    return factors[j - 1];
  }

  /** A copy of all factors, j = 1 first, length N. */
  public double[] all() {
    return factors.clone();
  }

  /** The largest factor. */
  public double max() {
    return at(argmax());
  }

  /** The level of the largest factor, the highest such: N where tab-2 is right (app-h3). */
  public int argmax() {
    int best = 1;
    for (int j = 2; j <= factors.length; j++) {
      best = at(j) >= at(best) ? j : best;
    }
    return best;
  }

  /**
   * E_S = Σσ²_{t_j}Δt_je_j, nats, by this rule; exact with {@link StepRule#EXACT}.
   *
   * @param scoreError e(σ), not negative
   */
  public double scoreNats(DoubleUnaryOperator scoreError) {
    return sum(scoreError, j -> rule.rate(design, j));
  }

  /**
   * L̄+C̄ = ½Σw(t_j)Δt_je_j, by which the trained objective exceeds its floor.
   *
   * @param scoreError e(σ), not negative
   */
  public double excess(DoubleUnaryOperator scoreError) {
    return 0.5 * sum(scoreError, weight);
  }

  /**
   * The most E_S that an excess L̄+C̄ allows: 2 max_j(σ²/w)(L̄+C̄), nats. Infinite if a level is
   * not trained, even where the excess is 0: it does not see that level's error.
   */
  public double scoreNatsAtMost(double excess) {
    Require.notNegative("excess", excess, "the floor is the least loss");
    double max = max();
    return Double.isInfinite(max) ? max : 2 * max * excess;
  }

  private double sum(DoubleUnaryOperator scoreError, IntToDoubleFunction factor) {
    TimeGrid time = design.time();
    double sum = 0;
    for (int j = 1; j <= factors.length; j++) {
      double error = scoreError.applyAsDouble(design.variance().sigmaBar(time.time(j)));
      Require.notNegative("scoreError", error, "it is a mean square");
      sum += factor.applyAsDouble(j) * (time.time(j) - time.time(j - 1)) * error;
    }
    return sum;
  }
}
