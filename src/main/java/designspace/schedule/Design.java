package designspace.schedule;

/**
 * A design of the Paper's design space: how the variance grows and where time is cut.
 *
 * @param variance σ̄_t and σ_t²
 * @param time the forward grid t₀ … t_N
 */
public record Design(VarianceSchedule variance, TimeGrid time) {

  /** EDM (tab-1): linear variance, polynomial time; the noise grid is polynomial in σ. */
  public static Design edm(double sigmaMin, double sigmaMax, double rho, int steps) {
    NoiseLevels.range(sigmaMin, sigmaMax);
    return new Design(
        VarianceSchedule.linear(), TimeGrid.polynomial(sigmaMin, sigmaMax, rho, steps));
  }

  /** Song's VE as the Paper uses it (tab-1): √t and exponential time from σ_min² to σ_max². */
  public static Design song(double sigmaMin, double sigmaMax, int steps) {
    NoiseLevels.range(sigmaMin, sigmaMax);
    TimeGrid time = TimeGrid.exponential(sigmaMin * sigmaMin, sigmaMax * sigmaMax, steps);
    return new Design(VarianceSchedule.sqrt(), time);
  }

  /** Any noise grid with σ̄_t = t, so that its times are its levels. */
  public static Design of(NoiseGrid grid) {
    double[] times = grid.sigmas();
    for (int i = 0, j = times.length - 1; i < j; i++, j--) {
      double swap = times[i];
      times[i] = times[j];
      times[j] = swap;
    }
    return new Design(VarianceSchedule.linear(), TimeGrid.of(times));
  }

  /** σ_k = σ̄ at t_{N−k}: what a sampler sees. */
  public NoiseGrid noiseGrid() {
    String name = variance.recipe() + " variance, " + time.recipe() + " time";
    return NoiseGrid.of(Recipe.of(name, "app-i1"), variance, time);
  }

  @Override
  public String toString() {
    return variance.recipe() + " variance, " + time;
  }
}
