package designspace.bound;

import designspace.bound.Term.Part;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.data.Spread;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * thm-2, KL(p_δ|q) ≲ E_I + E_S + E_D, in three forms. Write τ_k = σ_k², Δτ_k = τ_k − τ_{k+1}, γ_k
 * the step in time, e_k = E‖S − ∇log p‖² at σ_k.
 *
 * <ul>
 *   <li>{@link #printed}: as printed with constant 1 in front of each term, which ≲ leaves open.
 *       Its curvature term can be negative (E7), and it is then no bound at all.
 *   <li>{@link #corrected}: E_I and E_S with their true constants (lem-10, E2) and the positive
 *       part of the curvature (E7); the constants of E_D stay at the printed form's 1. Term by term
 *       it is at least the certified form, hence a bound too.
 *   <li>{@link #certified}: B2, every constant explicit; never below the path KL of B1. {@link
 *       CertifiedBound} uses more, where more is known of the data.
 * </ul>
 *
 * Cost O(N).
 */
public final class Theorem2 {
  private static final List<String> ASSUMPTIONS =
      List.of("E‖X‖² finite", "start N(0, σ_max² I)", "eq-10");

  private final int dimension;
  private final double secondMoment;
  private final Design design;
  private final NoiseGrid grid;
  private final DoubleUnaryOperator scoreError;

  /** For a law and an exact score. */
  public Theorem2(DataDistribution data, Design design) {
    this(data.dimension(), data.secondMoment(), design, sigma -> 0);
  }

  /**
   * For any law of which only dimension and second moment are known.
   *
   * @param dimension d
   * @param secondMoment m₂² = E‖X‖²
   * @param design variance and time
   * @param scoreError e(σ) = E‖S(σ,·) − ∇log p_τ‖², not negative
   */
  public Theorem2(
      int dimension, double secondMoment, Design design, DoubleUnaryOperator scoreError) {
    this.dimension = Require.atLeast(1, "dimension", dimension, "a law lives somewhere");
    this.secondMoment = Require.notNegative("secondMoment", secondMoment, "it is a mean square");
    this.design = design;
    this.grid = design.noiseGrid();
    this.scoreError = scoreError;
  }

  /** As printed, with constant 1 in front of each term. */
  public BoundReport printed() {
    double[] score = new double[grid.steps()];
    for (int k = 0; k < score.length; k++) {
      double start = design.time().time(grid.steps() - k);
      double error = scoreError.applyAsDouble(grid.sigma(k));
      score[k] =
          gamma(k)
              * design.variance().rate(start)
              * Require.notNegative("scoreError", error, "it is a mean square");
    }
    return report(
        "printed",
        Term.whole(Part.INITIALIZATION, "E_I", "m₂²/τ₀", secondMoment / grid.tau(0)),
        Term.perStep(Part.SCORE, "E_S", "Σ γ_k σ²_t e_k at the start of the step", score),
        growth(),
        firstStep(),
        curvature("(m₂²+d) Σ (1−e^{−τ_k}) κ_k", false));
  }

  /** With lem-10's and E2's constants and the curvature's positive part (E7). */
  public BoundReport corrected() {
    double[] score = CertifiedBound.scoreTerm(grid, scoreError);
    return report(
        "corrected",
        Term.whole(Part.INITIALIZATION, "E_I", "m₂²/2τ₀", 0.5 * secondMoment / grid.tau(0)),
        Term.perStep(Part.SCORE, "E_S", "½ Σ Δτ_k e_k", score),
        growth(),
        firstStep(),
        curvature("(m₂²+d) Σ (1−e^{−τ_k}) max(0, κ_k)", true));
  }

  /** B2 from d and m₂² alone: every constant explicit, never below the path KL. */
  public BoundReport certified() {
    Spread known = Spread.pooled(dimension, secondMoment);
    return new CertifiedBound(known, grid, scoreError).report();
  }

  private static BoundReport report(String variant, Term... terms) {
    return new BoundReport("thm-2", variant, List.of(terms), ASSUMPTIONS);
  }

  private double gamma(int k) {
    int j = grid.steps() - k;
    return design.time().time(j) - design.time().time(j - 1);
  }

  private Term growth() {
    double[] growth = new double[grid.steps()];
    for (int k = 0; k < growth.length; k++) {
      int j = grid.steps() - k;
      double integral =
          design.variance().squaredGrowth(design.time().time(j - 1), design.time().time(j));
      growth[k] = dimension * gamma(k) * integral;
    }
    return Term.perStep(Part.DISCRETIZATION, "E_D growth", "d Σ γ_k ∫ σ_t⁴/σ̄_t⁴ dt", growth);
  }

  private Term firstStep() {
    double[] first = new double[grid.steps()];
    first[0] = 0.5 * secondMoment * (grid.deltaTau(0) / grid.tau(0) / grid.tau(0));
    return Term.perStep(Part.DISCRETIZATION, "E_D first step", "m₂² ½Δτ₀/τ₀²", first);
  }

  private Term curvature(String formula, boolean positivePart) {
    double[] curvature = new double[grid.steps()];
    for (int k = 1; k < curvature.length; k++) {
      double kappa = positivePart ? Math.max(0, kappa(k)) : kappa(k);
      curvature[k] = -(secondMoment + dimension) * Math.expm1(-grid.tau(k)) * kappa;
    }
    return Term.perStep(Part.DISCRETIZATION, "E_D curvature", formula, curvature);
  }

  /** κ_k = (τ_k² − τ_{k−1}τ_{k+1})/(τ_{k−1}τ_k²), negative where ln σ is convex along the grid. */
  private double kappa(int k) {
    double before = grid.deltaTau(k - 1) / grid.tau(k - 1);
    double after = grid.deltaTau(k) / grid.tau(k);
    return (after - before) / grid.tau(k);
  }
}
