package designspace.bound;

import designspace.bound.Term.Part;
import designspace.core.Estimate;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.training.ErrorSplit;
import designspace.training.TotalWeighting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * thm-3, KL(p_δ|q) ≲ E_I + E_D + max_j(σ²_{t_j}/w(t_j)) (ε_train + ε_n + ε_est + ε_approx), in
 * three forms. The ε's add up to at least L̄(θ^K) + C̄ = ½ Σβ_jτ_je_j ({@link ErrorSplit}), and E_S
 * = ½ ΣΔτ_je_j, so that the largest ratio of their coefficients bounds one by the other. By w the
 * weight of E‖S−∇log p‖² is meant, w(t_j)Δt_j = β_jσ̄_j² (E1).
 *
 * <ul>
 *   <li>{@link #printed}: constant 1, the maximum over t_{N−j}, 1 ≤ j ≤ N. Of these t₀ was not
 *       trained and has no weight here; t_N, where the sampler begins, is not among them.
 *   <li>{@link #corrected}: over all trained levels, times 2, for E_S ≤ Σσ²_{t_j}Δt_je_j where σ_t
 *       does not fall, and L̄ + C̄ is half of Σw(t_j)Δt_je_j; with thm-2's corrected E_I and E_D.
 *   <li>{@link #certified}: max_j Δτ_j/(β_jτ_j), exact, with B2's E_I and E_D. Never below the path
 *       KL, as far as the ε's are known.
 * </ul>
 *
 * {@link WeightingFactor} has the factors one by one.
 */
public final class Theorem3 {
  private final Theorem2 sampling;
  private final TotalWeighting weighting;
  private final ErrorSplit split;

  /**
   * The bound for one trained network.
   *
   * @param weighting what was minimised, and the design whose levels are sampled; every β_j > 0
   * @param split the ε's, under this weighting
   */
  public Theorem3(DataDistribution data, TotalWeighting weighting, ErrorSplit split) {
    this.sampling = new Theorem2(data, weighting.design());
    this.weighting = weighting;
    this.split = split;
    for (int j = 1; j <= weighting.levels(); j++) {
      Require.positive("beta[" + j + "]", weighting.beta(j), "thm-3 divides by it");
    }
  }

  /** As printed; at least two levels. */
  public BoundReport printed() {
    Require.atLeast(2, "levels", weighting.levels(), "the printed set holds t₁ … t_{N−1}");
    return report(sampling.printed(), "max σ²/w over t₁ … t_{N−1}", printedFactor());
  }

  /** All levels, thm-2's corrected terms and the constant 2. */
  public BoundReport corrected() {
    return report(sampling.corrected(), "2 max σ²/w", 2 * factor(StepRule.START).max());
  }

  /** Every constant explicit. */
  public BoundReport certified() {
    return report(sampling.certified(), "max Δτ_j/(β_jτ_j)", 2 * factor(StepRule.EXACT).max());
  }

  private WeightingFactor factor(StepRule rule) {
    return WeightingFactor.corrected(weighting, rule);
  }

  private double printedFactor() {
    WeightingFactor factor = factor(StepRule.START);
    return IntStream.range(1, weighting.levels()).mapToDouble(factor::at).max().orElseThrow();
  }

  private BoundReport report(BoundReport without, String name, double factor) {
    List<Term> terms = new ArrayList<>(without.terms());
    terms.remove(without.term("E_S"));
    List<String> names = List.of("ε_train", "ε_n", "ε_est", "ε_approx");
    for (int i = 0; i < names.size(); i++) {
      Estimate part = split.parts().get(i);
      String formula = "(" + name + ") " + names.get(i);
      terms.add(
          Term.whole(Part.SCORE, names.get(i), formula, factor * Math.abs(part.value()))
              .within(factor * part.error()));
    }
    List<String> assumptions = new ArrayList<>(without.assumptions());
    assumptions.add("θ* and θ_F as given");
    return new BoundReport("thm-3", without.variant(), terms, assumptions);
  }
}
