package designspace.advice;

import designspace.bound.BoundReport;
import designspace.bound.Initialization;
import designspace.bound.LeastPathGrid;
import designspace.bound.ProfiledLedger;
import designspace.bound.Term.Part;
import designspace.core.Estimate;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.data.Gaussian;
import designspace.data.Information;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What the path KL of eq-10 depends on (B1): all that an audit or advice has to know of a law.
 *
 * @param label for tables and sentences
 * @param dimension d
 * @param fisher J as a function of σ, which does not increase
 * @param start KL(p_T|N(0,σ²I)) as a function of σ = σ_max, nats
 */
public record KnownLaw(
    String label, int dimension, DoubleUnaryOperator fisher, DoubleUnaryOperator start) {
  private static final int CANDIDATES = 2000;

  /** Noise that no data feel. */
  private static final double NO_NOISE = 1e-8;

  /** In closed form. */
  public static KnownLaw of(Gaussian data) {
    return new KnownLaw(
        "Gaussian in " + data.dimension() + "-d",
        data.dimension(),
        sigma -> data.fisherInformation(sigma * sigma),
        sigma -> Initialization.of(data, sigma, 2, 0).value());
  }

  /** N(0, c²I). */
  public static KnownLaw isotropic(int dimension, double c) {
    Gaussian data = Gaussian.isotropic(dimension, c);
    KnownLaw law = of(data);
    String label = "N(0, " + Say.number(c) + "² I) in " + dimension + "-d";
    return new KnownLaw(label, dimension, law.fisher(), law.start());
  }

  /**
   * Any law by its {@link DataDistribution#information}, splined between levels.
   *
   * @param levels see {@link NoiseProfile#levels}; above them J is that of the normal law with the
   *     same covariance, below them nothing is known
   */
  public static KnownLaw of(String label, DataDistribution data, double[] levels) {
    return of(label, data, data.information(), levels);
  }

  /** The same with J from elsewhere, such as a cheaper simulation. */
  public static KnownLaw of(
      String label, DataDistribution data, Information information, double[] levels) {
    if (data instanceof Gaussian gaussian) {
      KnownLaw law = of(gaussian);
      return new KnownLaw(label, law.dimension(), law.fisher(), law.start());
    }
    List<Estimate> values = new ArrayList<>();
    for (double sigma : levels) {
      values.add(information.fisherInformation(sigma * sigma));
    }
    return new KnownLaw(
        label,
        data.dimension(),
        aboveToo(data, NoiseProfile.of(levels, values), levels[levels.length - 1]),
        sigma -> Initialization.of(data, sigma, 2000, 1).value());
  }

  /** The same law from an exact start. */
  KnownLaw withoutStart() {
    return new KnownLaw(label, dimension, fisher, sigma -> 0);
  }

  /** Either J is d/τ − tr Σ/τ² + tr Σ²/τ³, up to τ⁻⁴. */
  private static DoubleUnaryOperator aboveToo(
      DataDistribution data, DoubleUnaryOperator fisher, double last) {
    Gaussian normal = Gaussian.of(data.mean(), data.covariance().getData());
    return sigma ->
        sigma <= last ? fisher.applyAsDouble(sigma) : normal.fisherInformation(sigma * sigma);
  }

  /** E‖X‖²: 2τ KL(p_τ|N(0,τI)) as τ → 0, with the error of the start where that is simulated. */
  public double secondMoment() {
    return 2 * NO_NOISE * NO_NOISE * start.applyAsDouble(NO_NOISE);
  }

  /** mmse(σ²) = dτ − τ²J, what a best guess of clean points leaves open. */
  public double mmse(double sigma) {
    double tau = sigma * sigma;
    return tau * Math.max(0, dimension - tau * fisher.applyAsDouble(sigma));
  }

  /** B1 on a grid with exact score. */
  public BoundReport ledger(NoiseGrid grid) {
    return ledger(grid, sigma -> 0);
  }

  /** B1 on a grid with score error e(σ). */
  public BoundReport ledger(NoiseGrid grid, DoubleUnaryOperator scoreError) {
    double sigmaMax = grid.sigmaMax();
    double nats = start.applyAsDouble(sigmaMax);
    return ProfiledLedger.of(sigmaMax, nats, fisher, scoreError).on(grid);
  }

  /** E_D = ½ Σ ∫ (J(τ) − J(τ_k)) dτ on a grid, nats. */
  public double discretization(NoiseGrid grid) {
    return ProfiledLedger.of(grid.sigmaMax(), 0, fisher, sigma -> 0)
        .on(grid)
        .nats(Part.DISCRETIZATION);
  }

  /** E_D of each step, nats. */
  public double[] perStep(NoiseGrid grid) {
    BoundReport report = ProfiledLedger.of(grid.sigmaMax(), 0, fisher, sigma -> 0).on(grid);
    double[] steps = new double[grid.steps()];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = Math.max(0, report.nats(Part.DISCRETIZATION, k)); // rounding where J is flat
    }
    return steps;
  }

  /** The grid of least E_D among those of so many steps between two levels (B7). */
  public NoiseGrid best(double sigmaMin, double sigmaMax, int steps) {
    return best(sigmaMin, sigmaMax, steps, sigma -> 0);
  }

  /** The grid of least E_S + E_D for a score of error e(σ). */
  public NoiseGrid best(
      double sigmaMin, double sigmaMax, int steps, DoubleUnaryOperator scoreError) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    double[] candidates =
        NoiseGrid.geometric(sigmaMin, sigmaMax, Math.max(CANDIDATES, 4 * steps)).sigmas();
    return LeastPathGrid.of(
        sigma -> scoreError.applyAsDouble(sigma) - fisher.applyAsDouble(sigma), candidates, steps);
  }
}
