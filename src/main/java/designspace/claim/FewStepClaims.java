package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.data.Gaussian;
import designspace.optimal.GaussianMarginalError;
import designspace.optimal.LevelSearch;
import designspace.optimal.OptimalGrid;
import designspace.optimal.OptimumCase;
import designspace.optimal.SmoothGridError;
import designspace.optimal.StartGrids;
import designspace.sampling.LinearSampler;
import java.util.ArrayList;
import java.util.List;

/** B7: the exact error, minimised over grids. */
final class FewStepClaims {
  private static final double[] SCALES = {0.1, 0.5, 1, 5};
  private static final Tolerance COUNT = absolute(0, "a count");
  private static final Tolerance RANKING = absolute(0, "a ranking of exact numbers");

  /** A tenth of what a certificate allows to be left. */
  private static final double SAME = 1e-10;

  private FewStepClaims() {}

  static Claim settle(Budget budget) {
    List<Check> checks = new ArrayList<>(againstRivals(few()));
    checks.add(oneMinimum(budget.size(16, 60)));
    checks.add(severalMinima());
    checks.addAll(OptimumChecks.laws());
    checks.addAll(OptimumChecks.hundred());
    checks.addAll(OptimumChecks.wrongScale());
    checks.addAll(OptimumChecks.recursion());
    checks.addAll(OptimumChecks.scoreError(budget.size(1000, 8000)));
    checks.add(OptimumChecks.spectrum());
    return Claim.of("B7", checks);
  }

  /** Four samplers, four scales, six N from 2 to 10. */
  private static List<OptimumCase> few() {
    List<OptimumCase> cases = new ArrayList<>();
    for (LinearSampler sampler : LinearSampler.values()) {
      for (double c : SCALES) {
        for (int steps : new int[] {2, 3, 4, 6, 8, 10}) {
          cases.add(OptimumCase.edm(sampler, c, steps));
        }
      }
    }
    return cases;
  }

  private static List<Check> againstRivals(List<OptimumCase> cases) {
    double worst = cases.stream().mapToDouble(c -> 1 / c.leftOnTheTable()).max().orElseThrow();
    double certified =
        cases.stream().mapToDouble(c -> c.optimum().certificate().isMinimum() ? 1 : 0).sum();
    double most = cases.stream().mapToDouble(OptimumCase::leftOnTheTable).max().orElseThrow();
    String of = ", four linear samplers, c = 0.1 … 5, N = 2 … 10: ";
    return List.of(
        atMost(
            "least marginal KL over grids / on the best named grid" + of + "largest",
            worst,
            1,
            absolute(1e-12, "rounding: the flow's best grid is a named one")),
        atLeast(
            "the inverse: most that named grids leave on the table, a factor", most, 1, RANKING),
        equal(
            "optima" + of + "gradient 0, Hessian positive definite, less than 1e−9 left to save",
            certified,
            cases.size(),
            COUNT));
  }

  /** The lattice search knows nothing of the starts. */
  private static Check oneMinimum(int places) {
    int others = 0;
    int cases = 0;
    for (LinearSampler sampler : LinearSampler.values()) {
      for (double c : SCALES) {
        SmoothGridError error = new GaussianMarginalError(sampler, Gaussian.isotropic(1, c));
        for (int steps = 2; steps <= 4; steps++) {
          LevelSearch search = LevelSearch.of(error, LOW, HIGH, steps, places);
          double found = OptimalGrid.of(error, LOW, HIGH, steps).value();
          boolean global = found <= search.best().value() * (1 + SAME);
          others += global && search.minima().size() == 1 ? 0 : 1;
          cases++;
        }
      }
    }
    return equal(
        "of " + cases + " cases with N = 2, 3, 4, those with a second minimum or a lower one",
        others,
        0,
        COUNT);
  }

  /** Standard deviations 0.003 and 100 on one grid. */
  private static Check severalMinima() {
    Gaussian data = Gaussian.of(new double[2], new double[][] {{9e-6, 0}, {0, 1e4}});
    SmoothGridError error = new GaussianMarginalError(LinearSampler.EULER_FLOW, data);
    double trapped = OptimalGrid.of(error, LOW, 1000, 3).value();
    double best = OptimalGrid.fromEach(error, StartGrids.all(LOW, 1000, 3)).value();
    return equal(
        "against it: Euler flow, scales 0.003 and 100, N = 3: minimum from the best start / from"
            + " all starts",
        trapped / best,
        1.1287,
        relative(1e-4, "the second of two minima that the lattice search finds"));
  }
}
