package designspace.optimal;

import designspace.schedule.NoiseGrid;
import designspace.schedule.RivalGrid;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Every rival grid on one axis: the same ends, the same number of steps, N(0, c²) per dimension.
 *
 * @param c standard deviation of the data
 * @param steps N
 * @param rows one a rival, in the order of {@link RivalGrid#all}
 */
public record RivalTable(double c, int steps, List<RivalRow> rows) {
  public RivalTable {
    rows = List.copyOf(rows);
  }

  /** All rivals between two levels. */
  public static RivalTable of(double c, double sigmaMin, double sigmaMax, int steps) {
    return new RivalTable(
        c, steps, RivalGrid.all().stream().map(r -> row(r, c, sigmaMin, sigmaMax, steps)).toList());
  }

  /** Between EDM's levels, 0.002 and 80. */
  public static RivalTable edm(double c, int steps) {
    return of(c, 0.002, 80, steps);
  }

  private static RivalRow row(
      RivalGrid rival, double c, double sigmaMin, double sigmaMax, int steps) {
    NoiseGrid grid = rival.grid(sigmaMin, sigmaMax, steps);
    return new RivalRow(rival, grid, RivalRow.Errors.of(c, grid));
  }

  /** The row of a rival. */
  public RivalRow row(RivalGrid rival) {
    return rows.get(RivalGrid.all().indexOf(rival));
  }

  /** The rival of least marginal KL of eq-10. */
  public RivalRow leastMarginal() {
    return least(row -> row.errors().marginal());
  }

  /** The rival that is least in some number. */
  public RivalRow least(ToDoubleFunction<RivalRow> number) {
    return rows.stream().min(Comparator.comparingDouble(number)).orElseThrow();
  }
}
