package designspace.training;

import designspace.core.Require;
import designspace.schedule.Design;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * The total weighting β₁ … β_N of a design: the factors of ‖σ̄_jS+ξ‖² at the noise levels σ̄_j =
 * σ̄(t_j), 1 ≤ j ≤ N, in the objective (eq-6-7). The least noise, σ̄₀, is not trained.
 *
 * <p>With Δt_j = t_j − t_{j−1} and Δσ̄_j = σ̄_j − σ̄_{j−1}: a weight w(t) of the score's error
 * gives β_j = w(t_j)Δt_j/σ̄_j as printed, and β_j = w(t_j)Δt_j/σ̄_j² as corrected (E1).
 */
public final class TotalWeighting {
  private final String name;
  private final Design design;
  private final TrainedLevels levels;
  private final double[] betas;

  private TotalWeighting(String name, Design design, IntToDoubleFunction beta) {
    this.name = name;
    this.design = design;
    levels = new TrainedLevels(design);
    betas = new double[levels.count()];
    for (int j = 1; j <= betas.length; j++) {
      double value = beta.applyAsDouble(j);
      betas[j - 1] = Require.notNegative("beta[" + j + "]", value, "it weights a squared error");
    }
    Require.positive("sum of beta", sum(), "something must be trained");
  }

  /** β_j = w(t_j)Δt_j/σ̄_j: eq-6-7 as printed, which E1 corrects. */
  public static TotalWeighting printed(Design design, DoubleUnaryOperator w) {
    TrainedLevels at = new TrainedLevels(design);
    return new TotalWeighting(
        "printed", design, j -> w.applyAsDouble(at.time(j)) * at.deltaT(j) / at.sigma(j));
  }

  /** β_j = w(t_j)Δt_j/σ̄_j²: then Σβ_jE‖σ̄_jS+ξ‖² weights E‖S−∇log p‖² by wΔt (E1). */
  public static TotalWeighting corrected(Design design, DoubleUnaryOperator w) {
    TrainedLevels at = new TrainedLevels(design);
    return new TotalWeighting(
        "corrected",
        design,
        j -> w.applyAsDouble(at.time(j)) * at.deltaT(j) / at.sigma(j) / at.sigma(j));
  }

  /** β_j = β_EDM(σ̄_j) at EDM's defaults, per index, as tab-2 fixes it. */
  public static TotalWeighting edm(Design design) {
    return bell(design, EdmBell.edm()).named("EDM");
  }

  /** β_j = β_EDM(σ̄_j), per index, for any parameters of the bell. */
  public static TotalWeighting bell(Design design, EdmBell bell) {
    return custom(design, bell::at).named("bell");
  }

  /** β_j = β_EDM(σ̄_j)Δσ̄_j: EDM's objective, an integral over σ, on the design's levels (E9). */
  public static TotalWeighting edmIntegral(Design design) {
    return bellIntegral(design, EdmBell.edm()).named("EDM's integral");
  }

  /** β_j = β_EDM(σ̄_j)Δσ̄_j for any parameters of the bell. */
  public static TotalWeighting bellIntegral(Design design, EdmBell bell) {
    return density(design, bell::at, sigma -> 1).named("bell's integral");
  }

  /** β_j = 1. */
  public static TotalWeighting uniform(Design design) {
    return custom(design, sigma -> 1).named("uniform");
  }

  /** β_j = 1/β_EDM(σ̄_j) at EDM's defaults, per index. */
  public static TotalWeighting inverseBell(Design design) {
    return custom(design, sigma -> 1 / EdmBell.edm().at(sigma)).named("inverse bell");
  }

  /** β_j = β(σ̄_j), per index. */
  public static TotalWeighting custom(Design design, DoubleUnaryOperator beta) {
    TrainedLevels at = new TrainedLevels(design);
    return new TotalWeighting("custom", design, j -> beta.applyAsDouble(at.sigma(j)));
  }

  /** The N weights themselves, β₁ first; copied. */
  public static TotalWeighting given(Design design, double... betas) {
    int steps = design.time().steps();
    Require.size("number of weights", betas.length, steps, "each trained level has one");
    return new TotalWeighting("given", design, j -> betas[j - 1]);
  }

  /** β_j = λ(σ̄_j)p(σ̄_j)Δσ̄_j: levels drawn with density p over σ, their ‖σ̄S+ξ‖² times λ. */
  public static TotalWeighting density(
      Design design, DoubleUnaryOperator p, DoubleUnaryOperator lambda) {
    TrainedLevels at = new TrainedLevels(design);
    DoubleUnaryOperator integrand = sigma -> lambda.applyAsDouble(sigma) * p.applyAsDouble(sigma);
    return new TotalWeighting(
        "density", design, j -> integrand.applyAsDouble(at.sigma(j)) * at.deltaSigma(j));
  }

  /** The same weights under another name, for legends. */
  public TotalWeighting named(String newName) {
    return new TotalWeighting(newName, design, this::beta);
  }

  /** Every β_j times a positive factor: the objective is linear in β. */
  public TotalWeighting times(double factor) {
    Require.positive("factor", factor, "weights stay positive");
    return new TotalWeighting(name, design, j -> factor * beta(j));
  }

  /** The same weighting with another Σβ_j. */
  public TotalWeighting scaledTo(double newSum) {
    return times(Require.positive("newSum", newSum, "weights stay positive") / sum());
  }

  /** For legends. */
  public String name() {
    return name;
  }

  /** The design whose levels are weighted. */
  public Design design() {
    return design;
  }

  /** The number of trained levels, N. */
  public int levels() {
    return levels.count();
  }

  /** β_j, 1 ≤ j ≤ N. */
  public double beta(int j) {
    return betas[levels.checked(j) - 1];
  }

  /** A copy of all weights, β₁ first, length N. */
  public double[] betas() {
    return betas.clone();
  }

  /** Σβ_j. */
  public double sum() {
    return Arrays.stream(betas).sum();
  }

  /** σ̄_j, 1 ≤ j ≤ N. */
  public double sigma(int j) {
    return levels.sigma(levels.checked(j));
  }

  /** A copy of all trained levels, σ̄₁ first, length N. */
  public double[] sigmas() {
    return levels.sigmas();
  }

  /** β_jσ̄_j/Δt_j, 1 ≤ j ≤ N: the w(t_j) that eq-6-7 as printed reads into β. */
  public double printedWeight(int j) {
    return beta(j) * sigma(j) / levels.deltaT(j);
  }

  /** β_jσ̄_j²/Δt_j, 1 ≤ j ≤ N: the w(t_j) of E‖S−∇log p‖² that β amounts to (E1). */
  public double correctedWeight(int j) {
    return c(j) / levels.deltaT(j);
  }

  /** c_j = β_jσ̄_j², 1 ≤ j ≤ N (asm-2): wΔtσ̄ with the printed weight, wΔt with the corrected. */
  public double c(int j) {
    return beta(j) * sigma(j) * sigma(j);
  }

  /**
   * q_j = β_j/(Σβ Δσ̄_j), 1 ≤ j ≤ N: to draw σ with this density on (σ̄_{j−1}, σ̄_j], and to weight
   * every draw alike, amounts to β. Σq_jΔσ̄_j = 1.
   */
  public double sigmaDensity(int j) {
    return beta(j) / sum() / levels.deltaSigma(j);
  }

  /** Equal if the same levels at the same times have the same weights, under whatever name. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TotalWeighting that
        && levels.equals(that.levels)
        && Arrays.equals(betas, that.betas);
  }

  @Override
  public int hashCode() {
    return 31 * levels.hashCode() + Arrays.hashCode(betas);
  }

  @Override
  public String toString() {
    return name + " weighting, " + design;
  }
}
