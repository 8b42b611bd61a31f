package designspace.optimal;

import designspace.bound.BoundReport;
import designspace.bound.ProfiledLedger;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;

/**
 * The path KL of eq-10 when the score is wrong (B1), nats, on all grids between two levels:
 * KL(p_T|q₀) + ½ ∫ J dτ + ½ Σ Δτ_k g(σ_k), g = e − J, of any law whose J is known. The first two do
 * not depend on the inner levels and are computed once; {@link ProfiledLedger} adds up the same
 * step by step.
 *
 * <p>∂/∂ ln σ_k = τ_k (g(σ_k) − g(σ_{k−1})) + ½ Δτ_k dg/d ln σ.
 */
public final class LedgerError implements SmoothGridError {
  /** Panels of the integral of J, a factor of about 1.05 in σ each on EDM's range. */
  private static final int PANELS = 200;

  private final NoiseGrid ends;
  private final double constant;
  private final SlopedFunction fisher;
  private final SlopedFunction scoreError;

  private LedgerError(
      NoiseGrid ends, double constant, SlopedFunction fisher, SlopedFunction scoreError) {
    this.ends = ends;
    this.constant = constant;
    this.fisher = fisher;
    this.scoreError = scoreError;
  }

  /**
   * With exact score.
   *
   * @param fisher J as a function of σ
   * @param initializationNats KL(p_T|N(0,σ_max²I)), see {@link designspace.bound.Initialization}
   */
  public static LedgerError exactScore(
      SlopedFunction fisher, double initializationNats, double sigmaMin, double sigmaMax) {
    Require.notNegative("initializationNats", initializationNats, "it is a KL divergence");
    NoiseGrid ends = NoiseGrid.geometric(sigmaMin, sigmaMax, PANELS);
    double constant = initializationNats + halfIntegral(fisher, ends);
    return new LedgerError(ends, constant, fisher, SlopedFunction.zero());
  }

  /** The same data with another score: e(σ) = E‖S−∇log p_τ‖², not negative. */
  public LedgerError withScoreError(SlopedFunction another) {
    return new LedgerError(ends, constant, fisher, another);
  }

  /** ½ ∫ J dτ, from the ledger of many steps: what those leave out is added back. */
  private static double halfIntegral(SlopedFunction fisher, NoiseGrid ends) {
    BoundReport exact = ProfiledLedger.of(ends.sigmaMax(), 0, fisher.value(), sigma -> 0).on(ends);
    double sum = exact.totalNats();
    for (int k = 0; k < ends.steps(); k++) {
      sum += 0.5 * ends.deltaTau(k) * fisher.value().applyAsDouble(ends.sigma(k));
    }
    return sum;
  }

  @Override
  public String label() {
    return "path KL of eq-10 with score error";
  }

  @Override
  public int reach() {
    return 1;
  }

  @Override
  public double at(NoiseGrid grid) {
    sameEnds(grid);
    double sum = 0;
    for (int k = 0; k < grid.steps(); k++) {
      sum += 0.5 * grid.deltaTau(k) * g(grid.sigma(k));
    }
    return constant + sum;
  }

  private double g(double sigma) {
    double error = scoreError.value().applyAsDouble(sigma);
    Require.notNegative("e at σ = " + sigma, error, "it is a mean square");
    return error - fisher.value().applyAsDouble(sigma);
  }

  /**
   * The entries of the two ends are those of ½ ∫ J dτ + ½ Σ Δτ_k g alone: how the initialization
   * depends on σ_max is not known.
   */
  @Override
  public double[] gradient(NoiseGrid grid) {
    sameEnds(grid);
    int n = grid.steps();
    double[] gradient = new double[n + 1];
    gradient[0] = grid.tau(0) * fisher.value().applyAsDouble(grid.sigmaMax());
    gradient[n] = -grid.tau(n) * fisher.value().applyAsDouble(grid.sigmaMin());
    for (int k = 0; k < n; k++) {
      double sigma = grid.sigma(k);
      double slope = scoreError.slope().applyAsDouble(sigma) - fisher.slope().applyAsDouble(sigma);
      double g = g(sigma);
      gradient[k] += grid.tau(k) * g + 0.5 * grid.deltaTau(k) * slope;
      gradient[k + 1] -= grid.tau(k + 1) * g;
    }
    return gradient;
  }

  private void sameEnds(NoiseGrid grid) {
    if (grid.sigmaMin() != ends.sigmaMin() || grid.sigmaMax() != ends.sigmaMax()) {
      throw Require.refusal("grid", grid, "the ends of " + ends, "½ ∫ J dτ is of those");
    }
  }
}
