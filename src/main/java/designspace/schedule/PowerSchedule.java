package designspace.schedule;

import designspace.core.Require;

/** See {@link NoiseSchedule#power}: dt/d ln σ = t/ρ. */
record PowerSchedule(double rho) implements NoiseSchedule {
  PowerSchedule {
    Require.positive("rho", rho, "it is the power of the polynomial");
  }

  @Override
  public Recipe recipe() {
    return Recipe.of("polynomial", "tab-1; Karras et al. 2022").with("ρ", rho);
  }

  @Override
  public double sigma(double t) {
    return Math.pow(t, rho);
  }

  @Override
  public double time(double sigma) {
    return Math.pow(NoiseLevels.level("sigma", sigma), 1 / rho);
  }

  @Override
  public double density(double sigma) {
    return time(sigma) / rho;
  }

  @Override
  public NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    return NoiseGrid.polynomial(sigmaMin, sigmaMax, rho, steps);
  }
}
