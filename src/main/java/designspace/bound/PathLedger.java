package designspace.bound;

import designspace.bound.BoundReport.Term;
import designspace.core.Logarithm;
import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.List;

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
    if (sampler == LinearSampler.EULER_FLOW) {
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
            new Term("initialization", "KL(p_T | N(0, σ_max² I))", initialization(data, grid)),
            new Term("discretization", formula(sampler), steps(sampler, data, grid))),
        List.of("Gaussian data", "exact score", "start N(0, σ_max² I)"));
  }

  /**
   * The ledger of eq-10 on a mixture on the line. By de Bruijn's identity ½∫J dτ is a difference of
   * entropies h, so E_D = h(p_{τ₀}) − h(p_{τ_N}) − ½ Σ Δτ_k J(τ_k), one quadrature a step.
   */
  public static BoundReport exactScore(GaussianMixture data, NoiseGrid grid) {
    LineQuadrature line = new LineQuadrature(data);
    double start = line.entropyNats(grid.tau(0)).value();
    double sum = start - line.entropyNats(grid.tau(grid.steps())).value();
    for (int k = 0; k < grid.steps(); k++) {
      sum -= 0.5 * grid.deltaTau(k) * line.fisherInformation(grid.tau(k)).value();
    }
    double tau = grid.tau(0);
    double cross = 0.5 * (Math.log(2 * Math.PI * tau) + (data.secondMoment() + tau) / tau);
    return new BoundReport(
        "B1",
        "exact",
        List.of(
            new Term("initialization", "KL(p_T | N(0, σ_max²))", cross - start),
            new Term("discretization", "½ Σ ∫ (J(τ) − J(τ_k)) dτ", sum)),
        List.of("mixture on the line", "exact score", "start N(0, σ_max²)"));
  }

  private static String formula(LinearSampler sampler) {
    return sampler == LinearSampler.EXPONENTIAL_INTEGRATOR
        ? "½ Σ ∫ (J(τ) − J(τ_k)) dτ"
        : "½ Σ ∫ (mmse(τ_k) − mmse(τ))/τ² dτ";
  }

  private static double initialization(Gaussian data, NoiseGrid grid) {
    double tau = grid.tau(0);
    double kl = 0;
    for (double m : data.mean()) {
      kl += 0.5 * m * m / tau;
    }
    for (double lambda : data.spectrum().eigenvalues()) {
      kl += 0.5 * Logarithm.klGap(1 + lambda / tau, lambda / tau);
    }
    return kl;
  }

  private static double steps(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    double kl = 0;
    for (double lambda : data.spectrum().eigenvalues()) {
      for (int k = 0; k < grid.steps(); k++) {
        double before = lambda + grid.tau(k);
        double after = lambda + grid.tau(k + 1);
        double u = grid.deltaTau(k) / before;
        double growth = lambda * u / grid.tau(k + 1); // e^w − 1
        kl +=
            sampler == LinearSampler.EXPONENTIAL_INTEGRATOR
                ? 0.5 * Logarithm.klGap(after / before, -u)
                : 0.5 * Logarithm.klGap(1 + growth, growth);
      }
    }
    return kl;
  }
}
