package designspace.clock;

import designspace.bound.GridError;
import designspace.data.GaussianMixture;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * What a clock's grid of N steps costs on a mixture on the line with exact score, nats.
 *
 * @param clock its label
 * @param steps N
 * @param path path E_D of eq-10
 * @param marginal marginal KL of eq-10, initialization included
 * @param klub path KL of the denoiser-frozen SDE, to the 1e−5 of a spline
 */
public record LineClockErrors(String clock, int steps, double path, double marginal, double klub) {

  /**
   * The mixture's own clocks, the five angle laws at its standard deviation, EDM's and the
   * exponential grid, each at each N. Some tenths of a second a row.
   */
  public static List<LineClockErrors> of(
      GaussianMixture data, double sigmaMin, double sigmaMax, int... steps) {
    NoiseRates rates = NoiseRates.of(data, sigmaMin, sigmaMax);
    GridError path = GridError.discretization(data);
    GridError marginal = GridError.marginalKl(data);
    Klub klub = Klub.of(rates);
    List<LineClockErrors> rows = new ArrayList<>();
    for (NoiseClock clock : clocks(data, rates)) {
      for (int n : steps) {
        NoiseGrid grid = clock.grid(sigmaMin, sigmaMax, n);
        rows.add(
            new LineClockErrors(clock.label(), n, path.at(grid), marginal.at(grid), klub.at(grid)));
      }
    }
    return rows;
  }

  private static List<NoiseClock> clocks(GaussianMixture data, NoiseRates rates) {
    List<NoiseClock> clocks = new ArrayList<>(new DataClocks(rates).all());
    double c = Math.sqrt(data.covariance().getEntry(0, 0));
    for (AngleLaw law : AngleLaw.values()) {
      clocks.add(new AngleClock(law, c));
    }
    clocks.add(DensityClock.polynomial(7));
    clocks.add(DensityClock.exponential());
    return clocks;
  }
}
