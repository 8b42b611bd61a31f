package designspace.clock;

import designspace.core.Interrupts;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * AYS's search for the grid of least KLUB (Sabour, Fidler, Kreis 2024, algorithm 1): one level at a
 * time between its two neighbours, again and again.
 *
 * <p>Here a level goes to the exact minimum, where they take the best of 11 candidates by Monte
 * Carlo, and the search ends when no level moves, where they stop early because the KLUB's minimum
 * is not the marginal KL's (their appendix A.3).
 */
public final class AlignYourSteps {
  private static final int SWEEPS = 100_000;

  /** In ln σ; after N levels' slow convergence some N²/10 times as much is left. */
  private static final double STILL = 1e-10;

  private final Klub klub;

  private AlignYourSteps(Klub klub) {
    this.klub = klub;
  }

  /**
   * The grid of least KLUB by coordinate descent.
   *
   * @param start its ends stay; they start from EDM's grid
   */
  public static NoiseGrid descend(Klub klub, NoiseGrid start) {
    double[] sigmas = start.sigmas();
    AlignYourSteps search = new AlignYourSteps(klub);
    double moved = Double.POSITIVE_INFINITY;
    for (int sweep = 0; moved > STILL; sweep++) {
      Interrupts.check("the descent");
      if (sweep == SWEEPS) {
        throw new ArithmeticException("levels still move by " + moved + " after many sweeps");
      }
      moved = search.sweep(sigmas);
    }
    return grid(sigmas);
  }

  /**
   * The grids on the way: the start and what each of so many sweeps over the levels, from high
   * noise to low, makes of it.
   */
  public static List<NoiseGrid> sweeps(Klub klub, NoiseGrid start, int count) {
    double[] sigmas = start.sigmas();
    List<NoiseGrid> grids = new ArrayList<>();
    grids.add(start);
    for (int i = 0; i < count; i++) {
      new AlignYourSteps(klub).sweep(sigmas);
      grids.add(grid(sigmas));
    }
    return grids;
  }

  /** Moves each inner level in turn; returns the longest move in ln σ. */
  private double sweep(double[] sigmas) {
    double moved = 0;
    for (int k = 1; k < sigmas.length - 1; k++) {
      double best = best(sigmas[k - 1], sigmas[k], sigmas[k + 1]);
      moved = Math.max(moved, Math.abs(Math.log(best / sigmas[k])));
      sigmas[k] = best;
    }
    return moved;
  }

  /**
   * Twice as many steps: a level put where it is best between each two, which stay (their appendix
   * B.1, from 10 steps to 20 and 40).
   */
  public static NoiseGrid subdivided(Klub klub, NoiseGrid grid) {
    AlignYourSteps search = new AlignYourSteps(klub);
    double[] sigmas = new double[2 * grid.steps() + 1];
    sigmas[0] = grid.sigmaMax();
    for (int k = 0; k < grid.steps(); k++) {
      double high = grid.sigma(k);
      double low = grid.sigma(k + 1);
      sigmas[2 * k + 1] = search.best(high, Math.sqrt(high * low), low);
      sigmas[2 * k + 2] = low;
    }
    return grid(sigmas);
  }

  private static NoiseGrid grid(double... sigmas) {
    return NoiseGrid.of(new Recipe("AYS", Map.of(), "Sabour, Fidler, Kreis 2024"), sigmas);
  }

  /** The root of the derivative, unless it is no better than where the level stands. */
  private double best(double high, double now, double low) {
    double width = Math.log(high / low);
    double root =
        new BrentSolver(1e-15, 1e-13, Double.MIN_NORMAL)
            .solve(500, x -> slope(high, low * Math.exp(x), low), 1e-9 * width, (1 - 1e-9) * width);
    double best = low * Math.exp(root);
    return cost(high, best, low) <= cost(high, now, low) ? best : now;
  }

  /** Scaled by σ², which changes no root and keeps the two ends of one size. */
  private double slope(double high, double sigma, double low) {
    return sigma * sigma * (klub.slopeBelow(high, sigma) + klub.slopeAbove(sigma, low));
  }

  private double cost(double high, double sigma, double low) {
    return klub.step(high, sigma) + klub.step(sigma, low);
  }
}
