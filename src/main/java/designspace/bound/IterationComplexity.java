package designspace.bound;

import designspace.core.Require;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * How many steps bring E_I + E_D to order ε (tab-2, second half): with σ_max² = m₂²/ε the
 * initialization error is of that order, and E_D ≤ ε needs N = (m₂²+d)/ε times a factor of the
 * schedule. As 1/ε = σ_max²/m₂², the prefactor is (m₂²∨d)/m₂² and not the printed (m₂²∨d)/d (E8).
 *
 * @param dimension d
 * @param secondMoment m₂², positive
 * @param sigmaMin σ_min
 * @param sigmaMax σ_max
 */
public record IterationComplexity(
    int dimension, double secondMoment, double sigmaMin, double sigmaMax) {
  /** More steps than anybody takes. */
  private static final int MOST = 1 << 24;

  /** Checks the ranges. */
  public IterationComplexity {
    Require.atLeast(1, "dimension", dimension, "a law lives somewhere");
    Require.positive("secondMoment", secondMoment, "it is divided by");
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "sampling removes noise");
  }

  /** For an error of order ε: σ_max = m₂/√ε. */
  public static IterationComplexity of(
      int dimension, double secondMoment, double sigmaMin, double epsilon) {
    Require.positive("epsilon", epsilon, "no finite number of steps has no error");
    double sigmaMax = Math.sqrt(secondMoment / epsilon);
    return new IterationComplexity(dimension, secondMoment, sigmaMin, sigmaMax);
  }

  /** Printed, EDM's schedule: ((m₂²∨d)/d) ρ² (σ_max/σ_min)^{1/ρ} σ_max². */
  public double printedPolynomial(double rho) {
    return larger() / dimension * polynomial(rho);
  }

  /** With E8's prefactor: ((m₂²∨d)/m₂²) ρ² (σ_max/σ_min)^{1/ρ} σ_max². */
  public double correctedPolynomial(double rho) {
    return larger() / secondMoment * polynomial(rho);
  }

  /** Printed, Song's schedule: ((m₂²∨d)/d) ln²(σ_max/σ_min) σ_max². */
  public double printedExponential() {
    return larger() / dimension * exponential();
  }

  /** With E8's prefactor: ((m₂²∨d)/m₂²) ln²(σ_max/σ_min) σ_max². */
  public double correctedExponential() {
    return larger() / secondMoment * exponential();
  }

  private double larger() {
    return Math.max(secondMoment, dimension);
  }

  private double polynomial(double rho) {
    Require.positive("rho", rho, "it is the power of the polynomial");
    return rho * rho * Math.pow(sigmaMax / sigmaMin, 1 / rho) * sigmaMax * sigmaMax;
  }

  private double exponential() {
    double log = Math.log(sigmaMax / sigmaMin);
    return log * log * sigmaMax * sigmaMax;
  }

  /**
   * The least N with error(N) ≤ ε, for an error that falls with N; empty if 2²⁴ steps do not reach
   * it, as when the initialization alone is larger.
   */
  public static OptionalInt leastSteps(double epsilon, IntToDoubleFunction error) {
    Require.positive("epsilon", epsilon, "no finite number of steps has no error");
    int high = 1;
    while (!(error.applyAsDouble(high) <= epsilon)) {
      if (high == MOST) {
        return OptionalInt.empty();
      }
      high *= 2;
    }
    int low = high / 2;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (error.applyAsDouble(middle) <= epsilon) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalInt.of(high);
  }
}
