package designspace.bound;

import designspace.core.Require;
import designspace.training.EdmBell;

/**
 * tab-2, first half: max_jσ²_{t_j}/w(t_j) in closed form if it sits at j = N (app-h3), the
 * sampler's first step, with β = wΔt/σ̄ as printed. In units of 1/(Cβ(σ_max)); E1 divides
 * everything by σ_max. {@link WeightingFactor} has the maximum itself.
 *
 * <p>With s = σ_{N−1}/σ_N = (1−(1−κ)/N)^ρ, κ = (σ_min/σ_max)^{1/ρ}, on the polynomial grid and r =
 * (σ_min/σ_max)^{1/N} on the exponential one, s &gt; r for every N ≥ 2: a power mean exceeds the
 * geometric mean.
 *
 * @param sigmaMin σ_min
 * @param sigmaMax σ_max
 */
public record LastStepFactor(double sigmaMin, double sigmaMax) {

  /** Checks the range. */
  public LastStepFactor {
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    Require.positive("sigmaMax", sigmaMax, "the score is not defined without noise");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "sampling removes noise");
  }

  /**
   * EDM's schedule, β_j = Cβ_EDM(σ̄_j) per index: σ_max(1−s) as printed, σ_max s(1−s) with σ² at
   * the step's end, ½σ_max(1−s²) exactly.
   */
  public double polynomial(StepRule rule, double rho, int steps) {
    return sigmaMax * (1 - below(rho, steps)) * polynomialIntegral(rule, rho, steps);
  }

  /** Song's schedule, β_j per index: ½σ_max(1−r²) by every rule, as σ_t² = ½ is constant. */
  public double exponential(int steps) {
    return -0.5 * sigmaMax * Math.expm1(2 * logRatio(steps));
  }

  /** EDM's schedule, β_j = Cβ_EDM(σ̄_j)Δσ̄_j (E9): 1, s or ½(1+s). */
  public double polynomialIntegral(StepRule rule, double rho, int steps) {
    double s = below(rho, steps);
    return switch (rule) {
      case START -> 1;
      case END -> s;
      case EXACT -> 0.5 * (1 + s);
    };
  }

  /** Song's schedule, β_j = Cβ_EDM(σ̄_j)Δσ̄_j (E9): ½(1+r) by every rule. */
  public double exponentialIntegral(int steps) {
    return 0.5 * (1 + Math.exp(logRatio(steps)));
  }

  /**
   * The largest N at which the printed exponential(N) is less than the printed polynomial(ρ, N),
   * from ⌊ρ+1⌋ to below {@link #polynomialFrom} for ρ &gt; 1: 9 at EDM's numbers (E9).
   */
  public int crossover(double rho) {
    int steps = (int) Math.ceil(polynomialFrom(rho)) - 1;
    while (steps > 1 && exponential(steps) >= polynomial(StepRule.START, rho, steps)) {
      steps--;
    }
    return steps;
  }

  /**
   * N from which the printed polynomial factor is the smaller on every range of noise: 1/(1 −
   * 2^{−1/ρ}), where (1−1/N)^ρ = ½. For ρ &gt; 1 and N ≤ ρ+1 it is the larger on every range.
   *
   * <p>Why: with κ = (σ_min/σ_max)^{1/ρ} the difference, exponential less polynomial, over σ_max is
   * F(κ) = ½(1−κ^{2ρ/N}) − 1 + (1−(1−κ)/N)^ρ, and F(1) = 0. F rises for N ≤ ρ+1, falls for N ≥ 2ρ
   * and rises, then falls in between, where F(0) = (1−1/N)^ρ − ½ decides.
   */
  public static double polynomialFrom(double rho) {
    Require.positive("rho", rho, "it is the power of the polynomial");
    return -1 / Math.expm1(-Math.log(2) / rho);
  }

  /**
   * The P_mean up to which exponential's maximum sits at j = N (app-h3), if P_std ≤ 1. The factor
   * is ∝ σ̄_j^a/β(σ̄_j), a = 1 as printed, one less with E1, one less with β's integral fixed; −ln
   * β is convex in ln σ for P_std ≤ 1, so that its maximum sits at one end, and with g(σ) = (1+a)ln
   * σ − ln(σ²+σ_data²) the ends tie at P_mean = ½ln(σ̄₁σ̄_N) + P_std²(g(σ̄_N) −
   * g(σ̄₁))/ln(σ̄_N/σ̄₁).
   *
   * @param power a
   * @param bell whose P_mean is ignored
   * @param steps N, at least 2
   */
  public double largestPMean(int power, EdmBell bell, int steps) {
    Require.atLeast(2, "steps", steps, "one level is both ends");
    double high = Math.log(sigmaMax);
    double low = high + Math.log(sigmaMin / sigmaMax) * (steps - 1) / steps;
    double rise = tilt(power, bell, high) - tilt(power, bell, low);
    return 0.5 * (low + high) + bell.pStd() * bell.pStd() * rise / (high - low);
  }

  private static double tilt(int power, EdmBell bell, double log) {
    double sum = Math.exp(2 * log) + bell.sigmaData() * bell.sigmaData();
    return (1 + power) * log - Math.log(sum);
  }

  /** s; 1 − (1−κ)/N without cancellation at N = 1. */
  private double below(double rho, int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    Require.positive("rho", rho, "it is the power of the polynomial");
    double kappa = Math.pow(sigmaMin / sigmaMax, 1 / rho);
    return Math.pow((steps - 1 + kappa) / steps, rho);
  }

  /** ln r. */
  private double logRatio(int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    return Math.log(sigmaMin / sigmaMax) / steps;
  }
}
