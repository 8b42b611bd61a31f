package designspace.optimal;

import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The member of a family of grids that is nearest to a given one with the same ends and N, by least
 * squares of ln σ over the inner levels.
 *
 * @param grid the name of the given grid
 * @param family the family
 * @param parameter its best parameter: c of an angle law, ρ of a polynomial grid
 * @param rms root mean square difference of ln σ: 0.1 is ten per cent of a level
 */
public record ShapeFit(String grid, String family, double parameter, double rms) {
  /** The search over ln(parameter) first looks at so many. */
  private static final int SCAN = 200;

  /** AYS's four tables against the five angle laws and the polynomial grids: 24 fits. */
  public static List<ShapeFit> aysTables() {
    List<ShapeFit> fits = new ArrayList<>();
    for (AysTable table : AysTable.values()) {
      fits.addAll(ofAll(table.label(), table.grid()));
    }
    return fits;
  }

  /** The nearest member of each family; a parameter at an end of its range fits best beyond it. */
  public static List<ShapeFit> ofAll(String name, NoiseGrid grid) {
    double low = grid.sigmaMin();
    double high = grid.sigmaMax();
    List<ShapeFit> fits = new ArrayList<>();
    for (AngleLaw law : AngleLaw.values()) {
      DoubleFunction<NoiseGrid> family = c -> NoiseGrid.angle(law, c, low, high, grid.steps());
      fits.add(of(name, law.label(), grid, family, low / 10, high * 10));
    }
    DoubleFunction<NoiseGrid> powers = rho -> NoiseGrid.polynomial(low, high, rho, grid.steps());
    fits.add(of(name, "polynomial", grid, powers, 1, 100));
    return fits;
  }

  private static ShapeFit of(
      String name,
      String family,
      NoiseGrid grid,
      DoubleFunction<NoiseGrid> member,
      double least,
      double most) {
    double width = Math.log(most / least) / SCAN;
    int best = 0;
    for (int i = 1; i <= SCAN; i++) {
      double here = rms(grid, member.apply(least * Math.exp(i * width)));
      best = here < rms(grid, member.apply(least * Math.exp(best * width))) ? i : best;
    }
    double parameter =
        Math.exp(
            new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                    new MaxEval(500),
                    new UnivariateObjectiveFunction(x -> rms(grid, member.apply(Math.exp(x)))),
                    GoalType.MINIMIZE,
                    new SearchInterval(
                        Math.log(least) + Math.max(0, best - 1) * width,
                        Math.log(least) + Math.min(SCAN, best + 1) * width))
                .getPoint());
    return new ShapeFit(name, family, parameter, rms(grid, member.apply(parameter)));
  }

  /** Over the inner levels of two grids of as many steps. */
  static double rms(NoiseGrid a, NoiseGrid b) {
    double sum = 0;
    for (int k = 1; k < a.steps(); k++) {
      double gap = Math.log(a.sigma(k) / b.sigma(k));
      sum += gap * gap;
    }
    return Math.sqrt(sum / Math.max(1, a.steps() - 1));
  }
}
