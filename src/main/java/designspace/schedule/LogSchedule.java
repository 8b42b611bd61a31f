package designspace.schedule;

/** See {@link NoiseSchedule#logarithmic}: dt/d ln σ = 1. */
record LogSchedule() implements NoiseSchedule {
  @Override
  public Recipe recipe() {
    return Recipe.of("exponential", "tab-1; Song et al. 2021");
  }

  @Override
  public double sigma(double t) {
    return Math.exp(t);
  }

  @Override
  public double time(double sigma) {
    return Math.log(NoiseLevels.level("sigma", sigma));
  }

  @Override
  public double density(double sigma) {
    NoiseLevels.level("sigma", sigma);
    return 1;
  }

  @Override
  public NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    return NoiseGrid.geometric(sigmaMin, sigmaMax, steps);
  }
}
