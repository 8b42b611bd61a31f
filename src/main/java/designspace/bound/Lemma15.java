package designspace.bound;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;

/**
 * lem-14 and lem-15: variance and mean of eq-10's iterates on N(m, s²I), in closed form.
 *
 * <p>With S_k = s²+τ_k: variance S_k² (τ₀/S₀² + Σ_{j&lt;k} Δτ_j/S_{j+1}²). Mean, printed: m
 * (τ₀+τ_k)/S₀; corrected (E4): m (τ₀−τ_k)/S₀, which starts at 0 as the sampler does.
 */
public final class Lemma15 {
  private final double s;
  private final NoiseGrid grid;

  /** Data N(m, s²I) sampled by eq-10 on the grid. */
  public Lemma15(double s, NoiseGrid grid) {
    this.s = Require.positive("s", s, "a density needs a positive standard deviation");
    this.grid = grid;
  }

  /** The factor of m in the mean of iterate k, as printed. */
  public double printedMeanFactor(int k) {
    return (grid.tau(0) + grid.tau(k)) / total(0);
  }

  /** The factor of m in the mean of iterate k, with E4's sign. */
  public double correctedMeanFactor(int k) {
    double fall = (grid.sigmaMax() - grid.sigma(k)) * (grid.sigmaMax() + grid.sigma(k));
    return fall / total(0);
  }

  /** The variance of each coordinate of iterate k. */
  public double variance(int k) {
    double sum = grid.tau(0) / (total(0) * total(0));
    for (int j = 0; j < k; j++) {
      sum += grid.deltaTau(j) / (total(j + 1) * total(j + 1));
    }
    return total(k) * total(k) * sum;
  }

  private double total(int k) {
    return s * s + grid.tau(k);
  }
}
