package designspace.bound;

import designspace.bound.Term.Part;
import designspace.core.Logarithm;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.List;

/**
 * lem-13: the exact KL(p_δ|q) of eq-10 on N(m, s²I) in terms of E_σ, the ratio of the true variance
 * to the sampler's at the end.
 *
 * <p>With S_k = s²+τ_k: 1/E_σ = S_N (τ₀/S₀² + Σ_k Δτ_k/S_{k+1}²). Variance term d/2 (E_σ − 1 − ln
 * E_σ). Mean term, printed: ‖m‖² S₀²/S_N E_σ; corrected (E3): ½‖m‖² S_N/S₀² E_σ.
 */
public final class Lemma13 {
  private static final List<String> ASSUMPTIONS =
      List.of("data N(m, s²I)", "exact score", "start N(0, σ_max² I)");

  private final double[] mean;
  private final double s;
  private final NoiseGrid grid;

  /** Data N(mean, s²I) sampled by eq-10 on the grid. */
  public Lemma13(double[] mean, double s, NoiseGrid grid) {
    Require.positive("s", s, "a density needs a positive standard deviation");
    this.mean = mean.clone();
    this.s = s;
    this.grid = grid;
  }

  /** As printed. */
  public BoundReport printed() {
    double start = total(0);
    double value = squaredNorm() * start * start / total(grid.steps()) * varianceRatio();
    return report("printed", whole("mean", "‖m‖² (s²+σ_T²)²/(s²+σ_δ²) E_σ", value));
  }

  /** With the mean term of E3. */
  public BoundReport corrected() {
    double start = total(0);
    double value = 0.5 * squaredNorm() * total(grid.steps()) / (start * start) * varianceRatio();
    return report("corrected", whole("mean", "½‖m‖² (s²+σ_δ²)/(s²+σ_T²)² E_σ", value));
  }

  /** E_σ = true variance / sampler's variance at the end. */
  public double varianceRatio() {
    double start = total(0);
    double sum = grid.tau(0) / (start * start);
    for (int k = 0; k < grid.steps(); k++) {
      double after = total(k + 1);
      sum += grid.deltaTau(k) / (after * after);
    }
    return 1 / (total(grid.steps()) * sum);
  }

  private BoundReport report(String variant, Term meanTerm) {
    double ratio = varianceRatio();
    double value = 0.5 * mean.length * Logarithm.klGap(ratio, ratio - 1);
    Term variance = whole("variance", "d/2 (E_σ − 1 − ln E_σ)", value);
    return new BoundReport("lem-13", variant, List.of(variance, meanTerm), ASSUMPTIONS);
  }

  /**
   * eq-10 carries the mean exactly, so its error is the start's; the variance's is of the steps
   * too.
   */
  private static Term whole(String name, String formula, double nats) {
    Part part = name.equals("mean") ? Part.INITIALIZATION : Part.DISCRETIZATION;
    return Term.whole(part, name, formula, nats);
  }

  private double total(int k) {
    return s * s + grid.tau(k);
  }

  private double squaredNorm() {
    double sum = 0;
    for (double coordinate : mean) {
      sum += coordinate * coordinate;
    }
    return sum;
  }
}
