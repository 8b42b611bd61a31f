package designspace.line;

import designspace.bound.GridError;
import designspace.bound.LeastPathGrid;
import designspace.bound.ScoreAwareClock;
import designspace.core.Require;
import designspace.optimal.GaussianMarginalError;
import designspace.optimal.OptimalGrid;
import designspace.optimal.OptimalSequence;
import designspace.optimal.SmoothGridError;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schedules of eq-10 with exact score compared on a mixture on the line: marginal and path KL on
 * the optimum of each, the Fisher clock (B5), EDM's and the geometric grid, and the Gaussian laws
 * (B4) for the mixture's standard deviation and for its narrowest bump's.
 *
 * @param law the mixture
 * @param clockLength ∫√|J′|dτ
 * @param limitNats what N² KL of the best grids tends to
 * @param rows one for each grid and number of steps
 */
public record LineStudy(LineCase law, double clockLength, double limitNats, List<Row> rows) {
  /** The grid of least marginal KL. */
  public static final String OPTIMUM = "optimum (marginal)";

  /** {@link LineMarginalClock}. */
  public static final String MARGINAL_CLOCK = "marginal clock";

  /** The grid of least path KL. */
  public static final String PATH_OPTIMUM = "optimum (path)";

  /** The grid of least marginal KL on a Gaussian of the mixture's variance. */
  public static final String GAUSSIAN_OPTIMUM = "optimum of a Gaussian";

  /** Uniform in ∫√|J′|dτ. */
  public static final String FISHER = "Fisher clock";

  /** EDM's polynomial(7). */
  public static final String EDM = "polynomial(7)";

  /** Uniform in ln σ. */
  public static final String GEOMETRIC = "geometric";

  private static final int CANDIDATES = 2000;
  private static final double EDM_POWER = 7;

  /** Steps up to which searches from several starts were seen to end apart. */
  private static final int SEVERAL_MINIMA = 20;

  /**
   * One grid's errors.
   *
   * @param grid its name
   * @param steps N
   * @param marginalNats KL(p_δ|q)
   * @param pathNats KL of the paths
   */
  public record Row(String grid, int steps, double marginalNats, double pathNats) {}

  /**
   * The comparison.
   *
   * @param steps numbers of steps, increasing
   */
  public static LineStudy of(LineCase law, double sigmaMin, double sigmaMax, int... steps) {
    NoiseProfile fisher = law.fisherInformation(sigmaMin, sigmaMax);
    ScoreAwareClock clock = ScoreAwareClock.of(fisher, s -> 0, sigmaMin, sigmaMax);
    LineMarginalClock best = LineMarginalClock.of(law.name(), law.data(), sigmaMin, sigmaMax);
    LineMarginalKl marginal = LineMarginalKl.of(law.name(), law.data());
    GridError path = GridError.pathKl(law.data(), s -> 0);
    double[] candidates = NoiseGrid.geometric(sigmaMin, sigmaMax, CANDIDATES).sigmas();
    List<OptimalGrid> optima = OptimalSequence.of(marginal, n -> starts(clock, n), steps);
    List<Row> rows = new ArrayList<>();
    for (OptimalGrid optimum : optima) {
      int n = optimum.grid().steps();
      Map<String, NoiseGrid> grids = new LinkedHashMap<>();
      grids.put(OPTIMUM, optimum.grid());
      grids.put(MARGINAL_CLOCK, best.grid(sigmaMin, sigmaMax, n));
      grids.put(PATH_OPTIMUM, LeastPathGrid.of(s -> -fisher.applyAsDouble(s), candidates, n));
      grids.put(FISHER, clock.grid(n));
      addRivals(grids, law, sigmaMin, sigmaMax, n);
      grids.forEach((name, g) -> rows.add(new Row(name, n, marginal.at(g), path.at(g))));
    }
    return new LineStudy(law, clock.length(), best.limitNats(), rows);
  }

  private static void addRivals(
      Map<String, NoiseGrid> grids, LineCase law, double low, double high, int n) {
    grids.put(EDM, NoiseGrid.polynomial(low, high, EDM_POWER, n));
    grids.put(GEOMETRIC, NoiseGrid.geometric(low, high, n));
    for (AngleLaw angle : List.of(AngleLaw.LOG, AngleLaw.INVERSE_ROOT)) {
      grids.put(gaussian(angle, false), NoiseGrid.angle(angle, law.deviation(), low, high, n));
      grids.put(gaussian(angle, true), NoiseGrid.angle(angle, law.bump(), low, high, n));
    }
    SmoothGridError wrong =
        new GaussianMarginalError(LinearSampler.EXPONENTIAL_INTEGRATOR, law.gaussian());
    List<NoiseGrid> starts =
        List.of(grids.get(GEOMETRIC), grids.get(gaussian(AngleLaw.INVERSE_ROOT, false)));
    grids.put(GAUSSIAN_OPTIMUM, OptimalGrid.from(wrong, starts).grid());
  }

  private static List<NoiseGrid> starts(ScoreAwareClock clock, int n) {
    NoiseGrid fisher = clock.grid(n);
    double low = fisher.sigmaMin();
    double high = fisher.sigmaMax();
    return n > SEVERAL_MINIMA
        ? List.of()
        : List.of(
            fisher,
            NoiseGrid.geometric(low, high, n),
            NoiseGrid.polynomial(low, high, EDM_POWER, n));
  }

  /** The name of a Gaussian law's row, for c of the whole mixture or of its narrowest bump. */
  public static String gaussian(AngleLaw law, boolean ofBump) {
    return law.label() + (ofBump ? ", c of the narrowest bump" : ", c of the mixture");
  }

  /** One grid's errors by name. */
  public Row row(String grid, int steps) {
    return rows.stream()
        .filter(row -> row.grid().equals(grid) && row.steps() == steps)
        .findFirst()
        .orElseThrow(() -> Require.refusal("grid", grid, "one of the study's", "it has no other"));
  }

  /** A grid's marginal KL over the least. */
  public double marginalFactor(String grid, int steps) {
    return row(grid, steps).marginalNats() / row(OPTIMUM, steps).marginalNats();
  }

  /** A grid's path KL over the least. */
  public double pathFactor(String grid, int steps) {
    return row(grid, steps).pathNats() / row(PATH_OPTIMUM, steps).pathNats();
  }

  /** Path KL × 4N/(∫√|J′|dτ)²: 1 in the limit on the Fisher clock (B5), above on others. */
  public double pathConstant(String grid, int steps) {
    return 4 * steps * row(grid, steps).pathNats() / (clockLength * clockLength);
  }

  /** −d ln KL/d ln N between two numbers of steps. */
  public double marginalSlope(String grid, int from, int to) {
    double fall = row(grid, from).marginalNats() / row(grid, to).marginalNats();
    return Math.log(fall) / Math.log((double) to / from);
  }
}
