package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;
import static designspace.claim.Tolerance.relative;
import static designspace.sampling.LinearSampler.EXPONENTIAL_INTEGRATOR;
import static designspace.sampling.LinearSampler.FROZEN_DENOISER;

import designspace.bound.LeastPathGrid;
import designspace.bound.ScoreAwareClock;
import designspace.data.Gaussian;
import designspace.optimal.GaussianMarginalError;
import designspace.optimal.LawGap;
import designspace.optimal.LawLimit;
import designspace.optimal.LeastMarginalGrid;
import designspace.optimal.LedgerError;
import designspace.optimal.OptimalGrid;
import designspace.optimal.OptimumCase;
import designspace.optimal.ScaleRobustness;
import designspace.optimal.SlopedFunction;
import designspace.optimal.SmoothGridError;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** B7: the optima beside the asymptotic laws, other methods, wrong scales and other errors. */
final class OptimumChecks {
  private static final double C = 0.5;
  private static final Tolerance ROUNDING = absolute(1e-12, "rounding");
  private static final Tolerance TARGET = absolute(0, "the target that was set");

  private OptimumChecks() {}

  /** What the two laws that are asymptotic lose at few steps and at many, and the limits. */
  static List<Check> laws() {
    List<Check> checks = new ArrayList<>();
    checks.addAll(losses(LawLimit.INVERSE_ROOT, 2.121, 7.680));
    checks.addAll(losses(LawLimit.SINE, 1.188, 1.634));
    for (LawLimit limit : LawLimit.values()) {
      double far = limit == LawLimit.ARCTANGENT ? 1e6 : HIGH;
      String quantity = "least " + limit.law().minimises() + " × N^" + limit.order();
      checks.add(
          equal(
              quantity + ", N = 80, in units of its limit",
              LawGap.of(limit, C, LOW, far, 80).gap() + 1,
              1,
              absolute(0.1, "8/N: the next order is 0.8/N to 6/N here")));
    }
    return checks;
  }

  private static List<Check> losses(LawLimit limit, double... expected) {
    double[] loss =
        IntStream.rangeClosed(2, 10)
            .mapToDouble(n -> LawGap.of(limit, C, LOW, HIGH, n).loss())
            .toArray();
    double least = Arrays.stream(loss).min().orElseThrow() + 1;
    double largest = Arrays.stream(loss).max().orElseThrow() + 1;
    String quantity = limit.law().label() + " / least " + limit.law().minimises();
    return List.of(
        equal(quantity + ", N = 2 … 10: least", least, expected[0], printedDigits(expected[0], 4)),
        equal(
            quantity + ", N = 2 … 10: largest",
            largest,
            expected[1],
            printedDigits(expected[1], 4)),
        atMost(
            quantity + " − 1, N = 1000",
            lossOfMany(limit),
            0,
            absolute(1e-3, "1/N: it is asymptotic")));
  }

  private static double lossOfMany(LawLimit limit) {
    SmoothGridError error = limit.error(C);
    NoiseGrid best = LeastMarginalGrid.of(limit.sampler(), C, LOW, HIGH, 1000);
    return error.at(limit.grid(C, LOW, HIGH, 1000)) / error.at(best) - 1;
  }

  static List<Check> hundred() {
    OptimumCase edm = OptimumCase.edm(EXPONENTIAL_INTEGRATOR, C, 100);
    String least = " / least marginal KL of eq-10, c = 0.5, N = 100";
    return List.of(
        atMost(
            "least marginal KL of eq-10, c = 0.5, N = 100, nats",
            edm.optimum().value(),
            4.2e-4,
            TARGET),
        atLeast("polynomial(7)" + least, edm.ratio(OptimumCase.POLYNOMIAL), 6, TARGET),
        atLeast("exponential" + least, edm.ratio(OptimumCase.EXPONENTIAL), 6, TARGET));
  }

  static List<Check> wrongScale() {
    List<ScaleRobustness> table = ScaleRobustness.table();
    String of =
        " wrong scale f·c whose best grid still beats polynomial(7) and exponential, eq-10, N = 100,"
            + " c = 0.1 … 5: f";
    return List.of(
        atMost(
            "least" + of + ", largest of four c",
            table.stream().mapToDouble(ScaleRobustness::low).max().orElseThrow(),
            0.5,
            TARGET),
        atLeast(
            "largest" + of + ", least of four c",
            table.stream().mapToDouble(ScaleRobustness::high).min().orElseThrow(),
            2,
            TARGET));
  }

  /** Search from the Paper's two grids against q_k² = 2q_{k−1} − 1. */
  static List<Check> recursion() {
    List<Check> checks = new ArrayList<>();
    for (LinearSampler sampler : new LinearSampler[] {EXPONENTIAL_INTEGRATOR, FROZEN_DENOISER}) {
      SmoothGridError error = new GaussianMarginalError(sampler, Gaussian.isotropic(1, C));
      for (int n : new int[] {4, 20, 100}) {
        List<NoiseGrid> starts =
            List.of(NoiseGrid.polynomial(LOW, HIGH, 7, n), NoiseGrid.geometric(LOW, HIGH, n));
        checks.add(
            equal(
                "least marginal KL of " + sampler.label() + " by search, N = " + n + ", nats",
                OptimalGrid.from(error, starts).value(),
                error.at(LeastMarginalGrid.of(sampler, C, LOW, HIGH, n)),
                relative(1e-9, "the search's stopping; expected: by recursion")));
      }
    }
    return checks;
  }

  /**
   * With e = 0.1/σ²: dynamic programming finds the best grid on candidate levels, which is no
   * better than the best of all and no worse than that moved to the nearest candidates.
   */
  static List<Check> scoreError(int candidates) {
    SlopedFunction fisher = SlopedFunction.fisherInformation(Gaussian.isotropic(1, C));
    SlopedFunction white = SlopedFunction.power(0.1, 2);
    LedgerError error = LedgerError.exactScore(fisher, 0, LOW, HIGH).withScoreError(white);
    ScoreAwareClock clock = ScoreAwareClock.of(fisher.value(), white.value(), LOW, HIGH);
    double[] levels = NoiseGrid.geometric(LOW, HIGH, candidates).sigmas();
    List<Check> checks = new ArrayList<>();
    for (int n : new int[] {3, 10}) {
      double programmed = error.at(LeastPathGrid.of(clock::g, levels, n));
      OptimalGrid found = OptimalGrid.from(error, List.of(NoiseGrid.geometric(LOW, HIGH, n)));
      String of = " / best on " + candidates + " candidate levels, N = " + n;
      String least = "least total of B1 with e = 0.1/σ² by search";
      double rounded = error.at(NoiseGrid.of(rounded(found.grid(), levels)));
      checks.add(atMost(least + of, found.value() / programmed, 1, ROUNDING));
      checks.add(atLeast(least + ", moved to candidates" + of, rounded / programmed, 1, ROUNDING));
    }
    return checks;
  }

  /** Each level moved to the nearest of equally spaced ones. */
  private static double[] rounded(NoiseGrid grid, double... levels) {
    double spacing = Math.log(levels[0] / levels[1]);
    return Arrays.stream(grid.sigmas())
        .map(sigma -> levels[(int) Math.rint(Math.log(levels[0] / sigma) / spacing)])
        .toArray();
  }

  /** λ_j = 1/j² in 16 dimensions: the laws have no one scale. */
  static List<Check> spectrum() {
    double[] variances = new double[16];
    Arrays.setAll(variances, j -> Math.pow(j + 1, -2));
    double c = Math.sqrt(Arrays.stream(variances).average().orElseThrow());
    Gaussian data =
        Gaussian.of(new double[16], Gaussian.isotropic(16, 1).spectrum().with(variances));
    GaussianMarginalError error = new GaussianMarginalError(EXPONENTIAL_INTEGRATOR, data);
    OptimumCase row = OptimumCase.of(error, c, LOW, HIGH, 18);
    double found = OptimalGrid.from(error, List.of(NoiseGrid.geometric(LOW, HIGH, 18))).value();
    String of = " of eq-10, λ_j = j⁻², d = 16, N = 18";
    return List.of(
        atLeast(
            "best named grid / least marginal KL" + of,
            row.bestRival().value() / found,
            1.05,
            absolute(0, "no law knows a spectrum: more than a twentieth is to be saved")),
        equal(
            "least marginal KL" + of + ", from the geometric grid alone / from the best of many",
            found / row.optimum().value(),
            1,
            relative(1e-9, "what a certificate allows to be left")));
  }
}
