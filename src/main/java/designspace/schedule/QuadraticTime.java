package designspace.schedule;

/** See {@link NoiseSchedule#quadraticTime}: r = √t, dr/d ln σ = (dt/d ln σ)/2r. */
record QuadraticTime(NoiseSchedule base) implements NoiseSchedule {
  @Override
  public Recipe recipe() {
    Recipe of = base.recipe();
    String name = of.name() + ", quadratic time";
    return new Recipe(name, of.parameters(), of.source() + "; Song, Meng, Ermon 2021");
  }

  @Override
  public double sigma(double r) {
    return base.sigma(r * r);
  }

  @Override
  public double time(double sigma) {
    return Math.sqrt(base.time(sigma));
  }

  @Override
  public double density(double sigma) {
    return base.density(sigma) / (2 * time(sigma));
  }
}
