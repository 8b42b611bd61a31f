package designspace.schedule;

import designspace.core.Require;

/**
 * The cosine schedule: ᾱ = cos²θ/cos²θ₀ with θ = (π/2)(t+s)/(1+s), θ₀ = θ(0), 0 ≤ t &lt; 1 (Nichol
 * and Dhariwal 2021, eq. 17). So σ² = 1/ᾱ − 1 = sin(θ−θ₀) sin(θ+θ₀)/cos²θ, and dt/d ln σ =
 * (2/π)(1+s) σ²/((1+σ²) tan θ) with tan²θ = (σ² + sin²θ₀)/cos²θ₀.
 *
 * <p>For s = 0 it is σ = tan(πt/2): the tangent law of B4 with c = 1. The offset makes the grid
 * coarser than that at σ ≪ sin θ₀ = 0.0125, where t grows like σ² instead of σ. At t = 1 − j/M it
 * is EDM's recursion for iDDPM (table 1, C₂ = s). The published discrete schedule also clips β at
 * 0.999, which moves its last level only, from infinity to √1000 times the one before.
 *
 * @param s the offset, not negative
 */
record CosineSchedule(double s) implements NoiseSchedule {
  CosineSchedule {
    Require.notNegative("s", s, "it offsets the time");
  }

  @Override
  public Recipe recipe() {
    return Recipe.of("cosine", "Nichol and Dhariwal 2021").with("s", s);
  }

  private double start() {
    return Math.PI / 2 * s / (1 + s);
  }

  /** dθ/dt. */
  private double speed() {
    return Math.PI / 2 / (1 + s);
  }

  @Override
  public double sigma(double t) {
    NoiseLevels.unitTime(t);
    double moved = speed() * t;
    double product = Math.sin(moved) * Math.sin(moved + 2 * start());
    return Math.sqrt(product) / Math.cos(moved + start());
  }

  @Override
  public double time(double sigma) {
    NoiseLevels.level("sigma", sigma);
    double sine = Math.sin(start());
    double cosine = Math.cos(start());
    double root = Math.hypot(sigma, sine);
    // θ − θ₀ by the sine and cosine of the difference; root − sine = σ²/(root + sine).
    double up = cosine * sigma * (sigma / (root + sine));
    return Math.atan2(up, cosine * cosine + sine * root) / speed();
  }

  @Override
  public double density(double sigma) {
    NoiseLevels.level("sigma", sigma);
    double tangent = Math.hypot(sigma, Math.sin(start())) / Math.cos(start());
    return sigma / (1 + sigma * sigma) * (sigma / tangent) / speed();
  }
}
