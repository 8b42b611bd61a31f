package designspace.clock;

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
    int n = grid.steps();
    List<Family> families = new ArrayList<>();
    for (AngleLaw law : AngleLaw.values()) {
      DoubleFunction<NoiseGrid> member = c -> NoiseGrid.angle(law, c, low, high, n);
      families.add(new Family(law.label(), low / 10, high * 10, member));
    }
    DoubleFunction<NoiseGrid> power = rho -> NoiseGrid.polynomial(low, high, rho, n);
    families.add(new Family("polynomial", 1, 100, power));
    return families.stream().map(family -> family.nearest(name, grid)).toList();
  }

  /** Grids of one parameter in a range. */
  private record Family(String name, double least, double most, DoubleFunction<NoiseGrid> member) {
    private double rms(NoiseGrid grid, double logParameter) {
      return ShapeFit.rms(grid, member.apply(Math.exp(logParameter)));
    }

    private ShapeFit nearest(String gridName, NoiseGrid grid) {
      double start = Math.log(least);
      double width = Math.log(most / least) / SCAN;
      int best = 0;
      for (int i = 1; i <= SCAN; i++) {
        best = rms(grid, start + i * width) < rms(grid, start + best * width) ? i : best;
      }
      double low = start + Math.max(0, best - 1) * width;
      double high = start + Math.min(SCAN, best + 1) * width;
      double log =
          new BrentOptimizer(1e-10, 1e-12)
              .optimize(
                  new MaxEval(500),
                  new UnivariateObjectiveFunction(x -> rms(grid, x)),
                  GoalType.MINIMIZE,
                  new SearchInterval(low, high))
              .getPoint();
      return new ShapeFit(gridName, name, Math.exp(log), rms(grid, log));
    }
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
