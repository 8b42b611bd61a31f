package designspace.claim;

import designspace.bound.BoundReport;
import designspace.bound.PathLedger;
import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two bumps ±1 and a fine grid that ends in one jump through the noise at which they part: the
 * posterior collapses there, mmse/τ² falls on the way down, and the curvature term of the bound is
 * needed. Random cases hardly ever need it.
 *
 * @param data two bumps of width 0, 0.02 or 0.1
 * @param design σ̄ = t, geometric from 20 to 0.5 or 0.35, then 0.03
 */
record JumpCase(GaussianMixture data, Design design) {
  static List<JumpCase> all() {
    List<JumpCase> cases = new ArrayList<>();
    for (int steps : new int[] {60, 200}) {
      for (double end : new double[] {0.5, 0.35}) {
        double[] levels = new double[steps + 2];
        System.arraycopy(NoiseGrid.geometric(end, 20, steps).sigmas(), 0, levels, 0, steps + 1);
        levels[steps + 1] = 0.03;
        Design design = Design.of(NoiseGrid.of(levels));
        for (double width : new double[] {0, 0.02, 0.1}) {
          cases.add(new JumpCase(bumps(width), design));
        }
      }
    }
    return cases;
  }

  private static GaussianMixture bumps(double width) {
    return GaussianMixture.of(new double[] {1, 1}, bump(-1, width), bump(1, width));
  }

  private static Gaussian bump(double place, double width) {
    double[] mean = {place};
    return width == 0 ? Gaussian.point(mean) : Gaussian.isotropic(mean, width);
  }

  /** The least ratio of a bound to the path KL over all cases. */
  static double least(ToDoubleFunction<JumpCase> bound) {
    return all().stream()
        .mapToDouble(c -> bound.applyAsDouble(c) / c.path().totalNats())
        .min()
        .orElseThrow();
  }

  Theorem2 theorem2() {
    return new Theorem2(data, design);
  }

  BoundReport path() {
    return PathLedger.exactScore(data, design.noiseGrid());
  }
}
