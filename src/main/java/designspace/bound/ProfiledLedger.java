package designspace.bound;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The path KL of eq-10 (B1) on any grid from two functions of the noise, J(σ) = E‖∇log p_τ‖² and
 * e(σ) = E‖S−∇log p_τ‖², τ = σ²: closed forms or measured {@link designspace.score.NoiseProfile
 * profiles}.
 *
 * <p>Its terms are KL(p_T|N(0,σ_max²I)), ½ Δτ_k e(σ_k) and ½ ∫ (J(τ) − J(τ_k)) dτ. The integral is
 * over the same J that is subtracted, so that a profile's error is not taken for a difference.
 * Gauss–Legendre in ln τ on panels at most 1.5 wide: 1e−8 of a term on Gaussian data, however long
 * the step; a spline's corners cost digits. Cost some 4N values of J.
 */
public final class ProfiledLedger {
  /** How far, relatively, rounding may move a grid's σ_max. */
  private static final double ROUNDING = 1e-9;

  private final double sigmaMax;
  private final double initializationNats;
  private final DoubleUnaryOperator fisher;
  private final DoubleUnaryOperator scoreError;

  private ProfiledLedger(
      double sigmaMax,
      double initializationNats,
      DoubleUnaryOperator fisher,
      DoubleUnaryOperator scoreError) {
    this.sigmaMax = Require.positive("sigmaMax", sigmaMax, "the sampler starts from noise");
    this.initializationNats =
        Require.notNegative("initializationNats", initializationNats, "it is a KL divergence");
    this.fisher = fisher;
    this.scoreError = scoreError;
  }

  /**
   * The ledger of all grids that start at one σ_max.
   *
   * @param sigmaMax σ_max
   * @param initializationNats KL(p_T|N(0,σ_max²I)) at that σ_max, see {@link Initialization}
   * @param fisher J as a function of σ
   * @param scoreError e as a function of σ, not negative
   */
  public static ProfiledLedger of(
      double sigmaMax,
      double initializationNats,
      DoubleUnaryOperator fisher,
      DoubleUnaryOperator scoreError) {
    return new ProfiledLedger(sigmaMax, initializationNats, fisher, scoreError);
  }

  /** The same data with another score. */
  public ProfiledLedger withScoreError(DoubleUnaryOperator another) {
    return new ProfiledLedger(sigmaMax, initializationNats, fisher, another);
  }

  /**
   * The ledger of one grid.
   *
   * @throws IllegalArgumentException if it starts at another σ_max
   */
  public BoundReport on(NoiseGrid grid) {
    if (!(Math.abs(grid.sigmaMax() / sigmaMax - 1) <= ROUNDING)) {
      throw Require.refusal(
          "grid's sigmaMax", grid.sigmaMax(), "" + sigmaMax, "the initialization is of that start");
    }
    double[] steps = new double[grid.steps()];
    for (int k = 0; k < steps.length; k++) {
      double frozen = fisher.applyAsDouble(grid.sigma(k));
      steps[k] = 0.5 * LogPanels.integral(fisher, frozen, grid.sigma(k + 1), grid.sigma(k));
      Require.finite("discretization of step " + k, steps[k], "J is finite");
    }
    return new BoundReport(
        "B1",
        "profiled",
        List.of(
            PathLedger.initialization("KL(p_T | N(0, σ_max² I))", initializationNats),
            PathLedger.score("½ Σ Δτ_k e_k", CertifiedBound.scoreTerm(grid, scoreError)),
            PathLedger.discretization("½ Σ ∫ (J(τ) − J(τ_k)) dτ", steps)),
        List.of("E‖S‖² finite", "start N(0, σ_max² I)", "J and e as given"));
  }
}
