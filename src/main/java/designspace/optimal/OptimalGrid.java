package designspace.optimal;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.List;

/**
 * The grid of N steps between two fixed levels on which an error is least (B7), found by Newton's
 * method in the logarithms of the inner levels, whose order is kept. Where fewer steps would do
 * better, as with a score that is very wrong (B6), the superfluous levels crowd at one end and the
 * certificate is none.
 *
 * <p>A local minimum. On Gaussian data of one scale it is the only one of path KL, and of marginal
 * KL for the Euler flow, the denoiser-frozen SDE and, at the N that {@link LeastMarginalGrid}
 * states, eq-10; Heun's flow can reach zero on many grids. On two scales {@link LevelSearch} finds
 * more of marginal KL, by their ratio (σ from 0.002 to 1000, smaller scale 0.003 to 10): none at
 * 10; at 30 two for eq-10 at N = 2, 3, 4 and for the frozen SDE at N = 3, 4, in some places of the
 * range; at 100 also for the Euler flow at N = 3, 4, and up to three for the frozen SDE.
 *
 * @param grid the levels found
 * @param value the error on it
 * @param start from which the search set out: the best of those given
 * @param startValue the error on that
 * @param certificate how nearly it is a minimum
 */
public record OptimalGrid(
    NoiseGrid grid, double value, NoiseGrid start, double startValue, Certificate certificate) {

  /** From the best of {@link StartGrids#all}. */
  public static OptimalGrid of(SmoothGridError error, double sigmaMin, double sigmaMax, int steps) {
    return from(error, StartGrids.all(sigmaMin, sigmaMax, steps));
  }

  /**
   * From the best of given grids.
   *
   * @param starts at least one, all of the same ends and as many steps
   * @throws IllegalArgumentException if the error is not finite on any of them
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static OptimalGrid from(SmoothGridError error, List<NoiseGrid> starts) {
    Require.atLeast(1, "number of starts", starts.size(), "the search sets out from one");
    NoiseGrid best = starts.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (NoiseGrid start : starts) {
      sameEnds(best, start);
      double value = error.at(start);
      if (value < least) {
        least = value;
        best = start;
      }
    }
    Require.finite(error.label() + " on " + best, least, "the least of the starts is improved");
    return new NewtonSearch(error, best, least).run();
  }

  /**
   * The best minimum that is found from any of given grids, each searched from: for rugged errors.
   */
  public static OptimalGrid fromEach(SmoothGridError error, List<NoiseGrid> starts) {
    OptimalGrid best = from(error, starts);
    for (NoiseGrid start : starts) {
      OptimalGrid found = from(error, List.of(start));
      best = found.value() < best.value() ? found : best;
    }
    return best;
  }

  private static void sameEnds(NoiseGrid one, NoiseGrid other) {
    Require.size("steps of " + other, other.steps(), one.steps(), "all starts are of one size");
    if (other.sigmaMin() != one.sigmaMin() || other.sigmaMax() != one.sigmaMax()) {
      throw Require.refusal("start", other, "the ends of " + one, "the ends stay fixed");
    }
  }

  /**
   * Whether the error is zero up to rounding. Heun's flow can reach that: the errors that its steps
   * make and the one that the start makes have opposite signs and cancel, on many grids, so that
   * the certificate says nothing.
   */
  public boolean isZero() {
    return Math.abs(value) <= NewtonSearch.ZERO * Math.abs(startValue);
  }

  /** value/startValue: what is left of the best start's error. */
  public double gain() {
    return value / startValue;
  }
}
