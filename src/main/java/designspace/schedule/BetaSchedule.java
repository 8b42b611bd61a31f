package designspace.schedule;

import designspace.core.Require;

/**
 * VP and sub-VP with β(t) = β_min + (β_max − β_min) t and B(t) = ∫₀ᵗβ = β_min t + ½(β_max −
 * β_min)t².
 *
 * <p>VP has α = e^{−B/2} and s² = 1 − e^{−B}, so σ² = e^B − 1 and dt/d ln σ = 2σ²/((1+σ²)β).
 *
 * <p>Sub-VP has the same α and s = 1 − e^{−B}, the square of VP's, so σ = e^{B/2} − e^{−B/2} = 2
 * sinh(B/2) and dt/d ln σ = σ/(β√(1+σ²/4)). At small t VP's σ grows like √B, this one like B.
 *
 * @param betaMin β(0), positive
 * @param betaMax β(1), above it
 * @param sub sub-VP
 */
record BetaSchedule(double betaMin, double betaMax, boolean sub) implements NoiseSchedule {
  BetaSchedule {
    Require.positive("betaMin", betaMin, "noise must grow from the start");
    Require.ordered("betaMin", betaMin, "betaMax", betaMax, "β grows");
  }

  @Override
  public Recipe recipe() {
    return Recipe.of(sub ? "sub-VP" : "VP linear", "Song et al. 2021")
        .with("β_min", betaMin)
        .with("β_max", betaMax);
  }

  private double growth() {
    return betaMax - betaMin;
  }

  @Override
  public double sigma(double t) {
    Require.notNegative("t", t, "the forward process starts at 0");
    double integral = t * (betaMin + 0.5 * growth() * t);
    return sub ? 2 * Math.sinh(0.5 * integral) : Math.sqrt(Math.expm1(integral));
  }

  @Override
  public double time(double sigma) {
    NoiseLevels.level("sigma", sigma);
    double half = sigma / 2;
    double integral =
        sub ? 2 * Math.log1p(half + half * half / (1 + Math.hypot(1, half))) : logOfSum(sigma);
    return 2 * integral / (betaMin + Math.sqrt(betaMin * betaMin + 2 * growth() * integral));
  }

  private static double logOfSum(double sigma) {
    return Math.log1p(sigma * sigma);
  }

  @Override
  public double density(double sigma) {
    double beta = betaMin + growth() * time(sigma);
    return sub
        ? sigma / (beta * Math.hypot(1, sigma / 2))
        : 2 * sigma * sigma / ((1 + sigma * sigma) * beta);
  }
}
