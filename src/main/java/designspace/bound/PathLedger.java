package designspace.bound;

import designspace.bound.Term.Part;
import designspace.core.Estimate;
import designspace.core.Logarithm;
import designspace.core.Require;
import designspace.data.Boxes;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The exact path KL of a stochastic sampler with exact score (B1): initialization
 * KL(p_T|N(0,σ_max²I)) plus discretization, nats. Marginal KL never exceeds the sum.
 *
 * <p>On Gaussian data, with S = λ+τ, a step of eq-10 costs ½[ln(S/S′) − Δτ/S] per direction; a step
 * of the denoiser-frozen SDE costs ½[e^w − 1 − w], w = ln(1+λ/τ′) − ln(1+λ/τ).
 */
public final class PathLedger {
  private PathLedger() {}

  /**
   * The ledger of eq-10 or of the denoiser-frozen SDE.
   *
   * @throws IllegalArgumentException for a deterministic sampler, whose path law is singular
   */
  public static BoundReport exactScore(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    if (!sampler.addsNoise()) {
      throw Require.refusal(
          "sampler",
          sampler.label(),
          "one that adds noise",
          "the path law of a deterministic sampler is singular and its path KL infinite");
    }
    return new BoundReport(
        sampler == LinearSampler.EXPONENTIAL_INTEGRATOR ? "B1" : "B4",
        "exact",
        List.of(
            initialization("KL(p_T | N(0, σ_max² I))", Initialization.exact(data, grid.sigmaMax())),
            discretization(formula(sampler), steps(sampler, data, grid))),
        List.of("Gaussian data", "exact score", "start N(0, σ_max² I)"));
  }

  /**
   * The ledger of eq-10 on a mixture on the line. By de Bruijn's identity ½∫J dτ is a difference of
   * entropies h, so E_D = h(p_{τ₀}) − h(p_{τ_N}) − ½ Σ Δτ_k J(τ_k), one quadrature a step.
   */
  public static BoundReport exactScore(GaussianMixture data, NoiseGrid grid) {
    return onLine(new LineQuadrature(data), data.secondMoment(), grid);
  }

  /** The same on intervals. */
  public static BoundReport exactScore(Boxes data, NoiseGrid grid) {
    return onLine(new LineQuadrature(data), data.secondMoment(), grid);
  }

  private static BoundReport onLine(LineQuadrature line, double secondMoment, NoiseGrid grid) {
    double tau = grid.tau(0);
    Estimate start = line.entropyNats(tau);
    double[] steps = new double[grid.steps()];
    double error = start.error();
    Estimate before = start;
    for (int k = 0; k < steps.length; k++) {
      Estimate after = line.entropyNats(grid.tau(k + 1));
      Estimate frozen = line.fisherInformation(grid.tau(k));
      steps[k] = before.value() - after.value() - 0.5 * grid.deltaTau(k) * frozen.value();
      error += after.error() + 0.5 * grid.deltaTau(k) * frozen.error();
      before = after;
    }
    double cross = 0.5 * (Math.log(2 * Math.PI * tau) + (secondMoment + tau) / tau);
    return new BoundReport(
        "B1",
        "exact",
        List.of(
            initialization("KL(p_T | N(0, σ_max²))", cross - start.value())
                .within(start.error() + 4 * Math.ulp(cross)),
            discretization("½ Σ ∫ (J(τ) − J(τ_k)) dτ", steps).within(error)),
        List.of("data on the line", "exact score", "start N(0, σ_max²)"));
  }

  /**
   * The ledger when the score is wrong: the same two terms and ½ Σ Δτ_k e_k (E2); nothing else
   * changes, because the exact score is a martingale along the reverse path.
   *
   * @param exact the ledger of eq-10 with exact score on this grid
   * @param scoreError e(σ) = E‖S(σ,·) − ∇log p_τ‖², not negative, taken as exact
   */
  public static BoundReport withScoreError(
      BoundReport exact, NoiseGrid grid, DoubleUnaryOperator scoreError) {
    Term discretization = exact.term("discretization");
    Require.size(
        "steps of grid", grid.steps(), discretization.steps(), "the ledger is of this grid");
    double[] steps = CertifiedBound.scoreTerm(grid, scoreError);
    return new BoundReport(
        "B1",
        exact.variant(),
        List.of(exact.term("initialization"), score("½ Σ Δτ_k e_k", steps), discretization),
        List.of("E‖S‖² finite", "start N(0, σ_max² I)"));
  }

  static Term initialization(String formula, double nats) {
    return Term.whole(Part.INITIALIZATION, "initialization", formula, nats);
  }

  static Term score(String formula, double... steps) {
    return Term.perStep(Part.SCORE, "score", formula, steps);
  }

  static Term discretization(String formula, double... steps) {
    return Term.perStep(Part.DISCRETIZATION, "discretization", formula, steps);
  }

  private static String formula(LinearSampler sampler) {
    return sampler == LinearSampler.EXPONENTIAL_INTEGRATOR
        ? "½ Σ ∫ (J(τ) − J(τ_k)) dτ"
        : "½ Σ ∫ (mmse(τ_k) − mmse(τ))/τ² dτ";
  }

  private static double[] steps(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    double[] steps = new double[grid.steps()];
    for (double lambda : data.spectrum().eigenvalues()) {
      for (int k = 0; k < steps.length; k++) {
        double before = lambda + grid.tau(k);
        double after = lambda + grid.tau(k + 1);
        double u = grid.deltaTau(k) / before;
        double growth = lambda * u / grid.tau(k + 1); // e^w − 1
        steps[k] +=
            sampler == LinearSampler.EXPONENTIAL_INTEGRATOR
                ? 0.5 * Logarithm.klGap(after / before, -u)
                : 0.5 * Logarithm.klGap(1 + growth, growth);
      }
    }
    return steps;
  }
}
