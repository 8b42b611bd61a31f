package designspace.claim;

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
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/** B7: the exact error, minimised over grids. */
final class FewStepClaims {
  private static final double[] SCALES = {0.1, 0.5, 1, 5};
  private static final Tolerance COUNT = absolute(0, "a count");

  /** What a certificate allows to be left. */
  private static final double LEFT = 1e-9;

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
    checks.addAll(OptimumChecks.spectrum());
    return Claim.of("B7", checks);
  }

  /**
   * The rivals are among an {@link OptimumCase}'s own starts, so that it cannot lose to them; a
   * search from the geometric grid alone can.
   */
  private record Few(OptimumCase row, OptimalGrid found) {
    static Few of(LinearSampler sampler, double c, int steps) {
      SmoothGridError error = new GaussianMarginalError(sampler, Gaussian.isotropic(1, c));
      List<NoiseGrid> start = List.of(NoiseGrid.geometric(LOW, HIGH, steps));
      return new Few(OptimumCase.edm(sampler, c, steps), OptimalGrid.from(error, start));
    }
  }

  /** Four samplers, four scales, six N from 2 to 10. */
  private static List<Few> few() {
    List<Few> cases = new ArrayList<>();
    for (LinearSampler sampler : LinearSampler.values()) {
      for (double c : SCALES) {
        for (int steps : new int[] {2, 3, 4, 6, 8, 10}) {
          cases.add(Few.of(sampler, c, steps));
        }
      }
    }
    return cases;
  }

  private static List<Check> againstRivals(List<Few> cases) {
    double worst = 0;
    double apart = 1;
    int certified = 0;
    for (Few c : cases) {
      double value = c.found().value();
      worst = Math.max(worst, value / c.row().bestRival().value());
      double many = c.row().optimum().value();
      apart = Math.max(apart, Math.max(value / many, many / value));
      certified += c.found().certificate().isMinimum() ? 1 : 0;
    }
    String from = "marginal KL that the search finds from the geometric grid alone";
    String of = ", four linear samplers, c = 0.1 … 5, N = 2 … 10: ";
    return List.of(
        atMost(
            from + " / on the best of 19 named grids" + of + "largest",
            worst,
            1,
            absolute(LEFT, "a certificate's: the flow's best grid, and many at N = 2, are named")),
        equal(
            from + " / from the best of many, or inverse" + of + "largest",
            apart,
            1,
            absolute(LEFT, "what a certificate allows to be left")),
        equal(
            "those found"
                + of
                + "gradient 0, Hessian positive definite, less than 1e−9 left to save",
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
          boolean global = found <= search.best().value() * (1 + LEFT);
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

  /** Standard deviations 0.003 and 100 on one grid, and what the lattice search says of it. */
  private static Check severalMinima() {
    Gaussian data = Gaussian.of(new double[2], new double[][] {{9e-6, 0}, {0, 1e4}});
    SmoothGridError error = new GaussianMarginalError(LinearSampler.EULER_FLOW, data);
    double trapped = OptimalGrid.of(error, LOW, 1000, 3).value();
    double best = OptimalGrid.fromEach(error, StartGrids.all(LOW, 1000, 3)).value();
    List<OptimalGrid> minima = LevelSearch.of(error, LOW, 1000, 3, 30).minima();
    double second = minima.get(minima.size() - 1).value();
    return equal(
        "against it: Euler flow, scales 0.003 and 100, N = 3: minimum from the best start / from"
            + " all starts",
        trapped / best,
        second / minima.get(0).value(),
        relative(LEFT, "a certificate's; expected: the highest / lowest of a lattice search"));
  }
}
