package designspace.schedule;

import designspace.core.Require;

/**
 * The forward process dX = √(2σ_t²) dW: noise σ̄_t with X_t = X₀ + σ̄_t ξ, and σ_t² = ½ d(σ̄_t²)/dt
 * (the Paper's notation).
 */
public sealed interface VarianceSchedule {
  /** Name, parameters and source. */
  Recipe recipe();

  /** σ̄_t, the standard deviation of the noise at time {@code t}. */
  double sigmaBar(double t);

  /** The time at which the noise is σ̄: the inverse of {@link #sigmaBar}. */
  double time(double sigmaBar);

  /** σ_t² = ½ d(σ̄_t²)/dt, half the rate at which the variance grows. */
  double rate(double t);

  /**
   * ∫ σ_t⁴/σ̄_t⁴ dt from {@code start} to {@code end}, 0 &lt; start &lt; end: what thm-2 charges
   * for the growth of ln σ̄.
   */
  double squaredGrowth(double start, double end);

  /** EDM (Karras et al. 2022): σ̄_t = t, σ_t² = t. */
  static VarianceSchedule linear() {
    return new Linear();
  }

  /** Song's VE as the Paper uses it: σ̄_t = √t, σ_t² = ½. */
  static VarianceSchedule sqrt() {
    return new Sqrt();
  }

  /**
   * Song's original VE (Song et al. 2021): σ̄_t = σ_min (σ_max/σ_min)^t on t ∈ [0,1].
   *
   * <p>Its noise at t = 0 is σ_min, not 0, so X_t = X₀ + σ̄_tξ holds for the data X₀ but the
   * process itself starts from data already smoothed by σ_min.
   */
  static VarianceSchedule exponential(double sigmaMin, double sigmaMax) {
    return new Exponential(sigmaMin, sigmaMax);
  }

  /** ∫ t⁻² dt. */
  private static double reciprocalSquare(double start, double end) {
    Require.positive("start", start, "the integral diverges at 0");
    return (end - start) / start / end;
  }

  /** See {@link VarianceSchedule#linear()}. */
  record Linear() implements VarianceSchedule {
    @Override
    public Recipe recipe() {
      return Recipe.of("linear", "tab-1; Karras et al. 2022");
    }

    @Override
    public double sigmaBar(double t) {
      return Require.notNegative("t", t, "the forward process starts at 0");
    }

    @Override
    public double time(double sigmaBar) {
      return Require.notNegative("sigmaBar", sigmaBar, "it is a standard deviation");
    }

    @Override
    public double squaredGrowth(double start, double end) {
      return reciprocalSquare(start, end);
    }

    @Override
    public double rate(double t) {
      return Require.notNegative("t", t, "the forward process starts at 0");
    }
  }

  /** See {@link VarianceSchedule#sqrt()}. */
  record Sqrt() implements VarianceSchedule {
    @Override
    public Recipe recipe() {
      return Recipe.of("sqrt", "tab-1; Song et al. 2021 as the Paper uses it");
    }

    @Override
    public double sigmaBar(double t) {
      return Math.sqrt(Require.notNegative("t", t, "the forward process starts at 0"));
    }

    @Override
    public double time(double sigmaBar) {
      Require.notNegative("sigmaBar", sigmaBar, "it is a standard deviation");
      return sigmaBar * sigmaBar;
    }

    @Override
    public double squaredGrowth(double start, double end) {
      return 0.25 * reciprocalSquare(start, end);
    }

    @Override
    public double rate(double t) {
      Require.notNegative("t", t, "the forward process starts at 0");
      return 0.5;
    }
  }

  /** See {@link VarianceSchedule#exponential}. */
  record Exponential(double sigmaMin, double sigmaMax) implements VarianceSchedule {
    public Exponential {
      NoiseLevels.range(sigmaMin, sigmaMax);
    }

    @Override
    public Recipe recipe() {
      return Recipe.of("exponential", "Song et al. 2021, VE")
          .with("σ_min", sigmaMin)
          .with("σ_max", sigmaMax);
    }

    @Override
    public double sigmaBar(double t) {
      Require.notNegative("t", t, "the forward process starts at 0");
      return sigmaMin * Math.exp(t * logRatio());
    }

    @Override
    public double time(double sigmaBar) {
      NoiseLevels.level("sigmaBar", sigmaBar);
      if (sigmaBar < sigmaMin) {
        throw Require.refusal(
            "sigmaBar", sigmaBar, "at least σ_min = " + sigmaMin, "no earlier time exists");
      }
      return Math.log(sigmaBar / sigmaMin) / logRatio();
    }

    @Override
    public double squaredGrowth(double start, double end) {
      return (end - start) * logRatio() * logRatio();
    }

    @Override
    public double rate(double t) {
      double sigma = sigmaBar(t);
      return sigma * sigma * logRatio();
    }

    private double logRatio() {
      return Math.log(sigmaMax / sigmaMin);
    }
  }
}
