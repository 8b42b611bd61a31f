package designspace.optimal;

import designspace.bound.BestPower;
import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import designspace.schedule.PowerFamily;
import designspace.schedule.RivalGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The least error of N steps beside that of every named grid: how much a schedule leaves on the
 * table.
 *
 * @param c the scale that the angle laws are given
 * @param optimum the best grid
 * @param rivals polynomial(7), exponential, the five angle laws, the polynomial of the best power
 *     and every other {@link RivalGrid}
 */
public record OptimumCase(double c, OptimalGrid optimum, List<Rival> rivals) {
  /** EDM's polynomial grid, as {@link #ratio} takes it. */
  public static final String POLYNOMIAL = "polynomial(ρ=7)";

  /** The grid geometric in σ, as {@link #ratio} takes it. */
  public static final String EXPONENTIAL = "exponential";

  private static final List<RivalGrid> NAMED_TWICE = List.of(RivalGrid.EDM, RivalGrid.GEOMETRIC);

  public OptimumCase {
    rivals = List.copyOf(rivals);
  }

  /**
   * A named grid and its error.
   *
   * @param label its name, without the scale or power that was fitted
   */
  public record Rival(String label, NoiseGrid grid, double value) {}

  /**
   * Any error, any law.
   *
   * @param c for the angle laws: the data's standard deviation per dimension
   */
  public static OptimumCase of(
      SmoothGridError error, double c, double sigmaMin, double sigmaMax, int steps) {
    List<Rival> rivals = new ArrayList<>();
    for (NoiseGrid grid : StartGrids.named(c, sigmaMin, sigmaMax, steps)) {
      boolean law = grid.recipe().parameters().containsKey("c");
      String label = law ? grid.recipe().name() : grid.recipe().toString();
      rivals.add(new Rival(label, grid, error.at(grid)));
    }
    PowerFamily family = new PowerFamily(sigmaMin, sigmaMax, steps);
    BestPower best = BestPower.of(family, error);
    rivals.add(new Rival("polynomial, best ρ", family.grid(best.rho()), best.value()));
    for (RivalGrid grid : RivalGrid.all()) {
      if (!NAMED_TWICE.contains(grid)) {
        NoiseGrid levels = grid.grid(sigmaMin, sigmaMax, steps);
        rivals.add(new Rival(grid.label(), levels, error.at(levels)));
      }
    }
    List<NoiseGrid> starts = new ArrayList<>(StartGrids.all(sigmaMin, sigmaMax, steps));
    rivals.forEach(rival -> starts.add(rival.grid()));
    return new OptimumCase(c, OptimalGrid.from(error, starts), rivals);
  }

  /** Marginal KL on N(0, c²), per dimension, over EDM's range 0.002 to 80. */
  public static OptimumCase edm(LinearSampler sampler, double c, int steps) {
    Gaussian data = Gaussian.isotropic(1, c);
    return of(new GaussianMarginalError(sampler, data), c, 0.002, 80, steps);
  }

  /** {@link #edm} for c = 0.1, 0.5, 1, 5 and N = 5, 10, 18, 40, 100, in this order. */
  public static List<OptimumCase> table(LinearSampler sampler) {
    List<OptimumCase> table = new ArrayList<>();
    for (double c : new double[] {0.1, 0.5, 1, 5}) {
      for (int steps : new int[] {5, 10, 18, 40, 100}) {
        table.add(edm(sampler, c, steps));
      }
    }
    return table;
  }

  /** The rival with the least error. */
  public Rival bestRival() {
    return rivals.stream().min(Comparator.comparingDouble(Rival::value)).orElseThrow();
  }

  /** A rival's error in units of the optimum's. */
  public double ratio(String label) {
    return rivals.stream()
        .filter(rival -> rival.label().equals(label))
        .mapToDouble(rival -> rival.value() / optimum.value())
        .findFirst()
        .orElseThrow(
            () ->
                Require.refusal(
                    "label",
                    label,
                    "one of " + rivals.stream().map(Rival::label).toList(),
                    "it names a rival"));
  }

  /** The best rival's error in units of the optimum's: at least 1. */
  public double leftOnTheTable() {
    return bestRival().value() / optimum.value();
  }
}
