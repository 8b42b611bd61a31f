package designspace.bound;

import designspace.bound.Term.Part;
import designspace.core.Logarithm;
import designspace.core.Require;
import designspace.data.Spread;
import designspace.data.Spread.Direction;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * B2: an upper bound on the path KL of eq-10 in which no constant is hidden, from the data's {@link
 * Spread} alone.
 *
 * <p>Let X = Z + N(0, C) along orthogonal directions with floor λ = C and variance λ + v, and s_k =
 * λ + τ_k. As ∇log p_τ is −(C+τI)⁻¹ times the mean of the noise given x, J = Σ 1/(λ+τ) − Σ
 * M(τ)/(λ+τ)² with M(τ) = E Var(Z|X_τ), which grows with τ and is at most v s/(v+s), the error of
 * the best linear guess. Summing E_D of B1 by parts gives, for each direction,
 *
 * <p>½ Σ_k [s_{k+1}/s_k − 1 − ln(s_{k+1}/s_k)] + ½ U₀ Δτ₀/s₀² + ½ Σ_{k≥1} U_k max(0, κ_k), U = v
 * s/(v+s), κ_k = (Δτ_k/s_k − Δτ_{k−1}/s_{k−1})/s_k,
 *
 * <p>and KL(p_T|N(0,τ₀I)) ≤ E‖Z‖²/2τ₀ + Σ ½[λ/τ₀ − ln(1+λ/τ₀)] because KL is convex. With {@link
 * Spread#pooled} this is B2 as stated; on a Gaussian of known covariance it is an identity. Cost
 * O(N × distinct directions).
 */
public final class CertifiedBound {
  private static final String GROWTH = "½ Σ [ln(s_k/s_{k+1}) − 1 + s_{k+1}/s_k]";

  private final Spread spread;
  private final NoiseGrid grid;
  private final DoubleUnaryOperator scoreError;

  /** For an exact score. */
  public CertifiedBound(Spread spread, NoiseGrid grid) {
    this(spread, grid, sigma -> 0);
  }

  /**
   * For a score with mean square error e(σ) = E‖S(σ,·) − ∇log p_τ‖².
   *
   * @param spread what is known of the data
   * @param grid the sampler's noise levels
   * @param scoreError e(σ), not negative
   */
  public CertifiedBound(Spread spread, NoiseGrid grid, DoubleUnaryOperator scoreError) {
    this.spread = spread;
    this.grid = grid;
    this.scoreError = scoreError;
  }

  /** For any data of this spread. */
  public BoundReport report() {
    double[] growth = new double[grid.steps()];
    double[] first = new double[grid.steps()];
    double[] curvature = new double[grid.steps()];
    for (Direction direction : spread.directions()) {
      for (int k = 0; k < growth.length; k++) {
        growth[k] += growth(direction, k);
        double guess = 0.5 * direction.multiplicity() * linear(direction, k);
        if (k == 0) {
          first[k] += guess * (grid.deltaTau(0) / total(direction, 0) / total(direction, 0));
        } else {
          curvature[k] += guess * Math.max(0, kappa(direction, k));
        }
      }
    }
    return report(
        List.of(
            Term.perStep(Part.DISCRETIZATION, "E_D growth", GROWTH, growth),
            Term.perStep(Part.DISCRETIZATION, "E_D first step", "½ U₀ Δτ₀/s₀²", first),
            Term.perStep(Part.DISCRETIZATION, "E_D curvature", "½ Σ U_k max(0, κ_k)", curvature)),
        List.of("E‖X‖² finite", "start N(0, σ_max² I)", "eq-10"));
  }

  /**
   * Sharper for the total: without the first step's term. What the start's bound gives away is I(Z;
   * X_T) = ½ Σ ∫_{τ₀}^∞ M/(λ+τ)² dτ ≥ ½ Σ M(τ₀)/s₀, because M grows, and that is at least the ½ Σ
   * M(τ₀) Δτ₀/s₀² which the term bounds. E_D alone still needs it.
   */
  public BoundReport sharpened() {
    BoundReport any = report();
    return new BoundReport(
        "B2",
        "certified",
        List.of(
            any.term("E_I"), any.term("E_S"), any.term("E_D growth"), any.term("E_D curvature")),
        any.assumptions());
  }

  /**
   * For log-concave data: there mmse/τ² falls with τ, for Cov(X₀|X_τ) ≤ τI, so that the growth
   * alone, without a floor, bounds E_D whatever the second moment.
   */
  public BoundReport logConcave() {
    BoundReport any = new CertifiedBound(spread.withFloor(0), grid, scoreError).report();
    return new BoundReport(
        "B2",
        "certified",
        List.of(any.term("E_I"), any.term("E_S"), any.term("E_D growth")),
        List.of("log-concave data", "start N(0, σ_max² I)", "eq-10"));
  }

  private BoundReport report(List<Term> discretization, List<String> assumptions) {
    List<Term> terms = new ArrayList<>();
    terms.add(
        Term.whole(Part.INITIALIZATION, "E_I", "E‖Z‖²/2τ₀ + ½ Σ [λ/τ₀ − ln(1+λ/τ₀)]", start()));
    terms.add(Term.perStep(Part.SCORE, "E_S", "½ Σ Δτ_k e_k", scoreTerm(grid, scoreError)));
    terms.addAll(discretization);
    return new BoundReport("B2", "certified", terms, assumptions);
  }

  private double start() {
    double tau = grid.tau(0);
    double sum = 0.5 * spread.squaredMean() / tau;
    for (Direction d : spread.directions()) {
      double gap = Logarithm.klGap(1 + d.floor() / tau, d.floor() / tau);
      sum += 0.5 * d.multiplicity() * ((d.variance() - d.floor()) / tau + gap);
    }
    return sum;
  }

  /** ½ Δτ_k e_k of each step (E2). */
  static double[] scoreTerm(NoiseGrid grid, DoubleUnaryOperator scoreError) {
    double[] steps = new double[grid.steps()];
    for (int k = 0; k < steps.length; k++) {
      double error = scoreError.applyAsDouble(grid.sigma(k));
      steps[k] =
          0.5 * grid.deltaTau(k) * Require.notNegative("scoreError", error, "it is a mean square");
    }
    return steps;
  }

  private double growth(Direction direction, int k) {
    double u = grid.deltaTau(k) / total(direction, k);
    double ratio = total(direction, k + 1) / total(direction, k);
    return 0.5 * direction.multiplicity() * Logarithm.klGap(ratio, -u);
  }

  private double total(Direction direction, int k) {
    return direction.floor() + grid.tau(k);
  }

  private double kappa(Direction direction, int k) {
    double before = grid.deltaTau(k - 1) / total(direction, k - 1);
    double after = grid.deltaTau(k) / total(direction, k);
    return (after - before) / total(direction, k);
  }

  /** U_k = v s/(v+s) ≥ M(τ_k): what the best linear guess of Z achieves. */
  private double linear(Direction direction, int k) {
    double v = direction.variance() - direction.floor();
    double s = total(direction, k);
    return v == 0 ? 0 : s * (v / (v + s));
  }
}
