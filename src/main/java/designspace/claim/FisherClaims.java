package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.bound.LeastPathGrid;
import designspace.clock.DataClocks;
import designspace.metric.LogLogSlope;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** B5: the Fisher clock. */
final class FisherClaims {
  private static final long SEED = 20240629;
  private static final double[] STEPS = {40, 80, 160, 320, 640};
  private static final int MOST = 640;

  private final List<FisherCase> cases;
  private final double[] candidates;

  private FisherClaims(Budget budget) {
    cases =
        List.of(
            FisherCase.spectrum(),
            FisherCase.mixture(),
            FisherCase.measured(budget.size(400, 4000), SEED));
    candidates = NoiseGrid.geometric(LOW, HIGH, budget.size(2000, 8000)).sigmas();
  }

  static Claim settle(Budget budget) {
    FisherClaims claims = new FisherClaims(budget);
    List<Check> checks = new ArrayList<>();
    checks.add(claims.limit());
    claims.smooth().stream().map(FisherClaims::nextOrder).forEach(checks::add);
    claims.cases.stream().map(FisherClaims::slope).forEach(checks::add);
    IntStream.of(5, 10, 40).mapToObj(claims::aboveOptimum).forEach(checks::add);
    checks.add(claims.rivals(40));
    checks.add(claims.rivals(160));
    checks.add(differences(claims.cases.get(0)));
    return Claim.of("B5", checks).withSeed(SEED);
  }

  /** The two whose J is not measured. */
  private List<FisherCase> smooth() {
    return cases.subList(0, 2);
  }

  private double worst(ToDoubleFunction<FisherCase> number) {
    return cases.stream().mapToDouble(number).max().orElseThrow();
  }

  /** N E_D / ((∫√|J′|dτ)²/4). */
  private static double ratio(FisherCase c, int n) {
    return n * c.nats(n) / c.limit();
  }

  private Check limit() {
    return atMost(
        "N × path E_D / ((∫√|J′|dτ)²/4) on the clock, N=640, three laws: worst |·−1|",
        worst(c -> Math.abs(ratio(c, MOST) - 1)),
        0,
        absolute(
            worst(FisherCase::nextOrder) / MOST,
            "the next order, −ln(|J′|(σ_min)/|J′|(σ_max))/6N, at its largest"));
  }

  private static Check nextOrder(FisherCase c) {
    double expected = c.nextOrder() / MOST;
    return equal(
        "1 − that, with its sign, " + c.name(),
        1 - ratio(c, MOST),
        expected,
        absolute(expected * expected, "its square; expected: ln(|J′|(σ_min)/|J′|(σ_max))/6N"));
  }

  private static Check slope(FisherCase c) {
    double[] gaps = Arrays.stream(STEPS).map(n -> 1 - ratio(c, (int) n)).toArray();
    return equal(
        "slope in N = 40 … 640 of how far N × path E_D is below that, " + c.name(),
        LogLogSlope.fit(STEPS, gaps).slope(),
        -1,
        absolute(0.05, "the order after the next"));
  }

  /** The measured J has kinks, which no V knows; the rougher of the other two stands for it. */
  private Check aboveOptimum(int n) {
    double excess = smooth().stream().mapToDouble(FisherCase::excess).max().orElseThrow();
    double worst = worst(c -> c.nats(n) / c.error().at(optimum(c, n)) - 1);
    return atMost(
        "path E_D on the clock above the least over grids on candidate levels, N=" + n + ": worst",
        worst,
        0,
        absolute(2 * excess / (n * n), "twice the leading order, Var(d ln|J′|/dx)/36N²"));
  }

  private NoiseGrid optimum(FisherCase c, int n) {
    return LeastPathGrid.of(sigma -> -c.fisher().applyAsDouble(sigma), candidates, n);
  }

  /** The nearest is Williams' clock, which runs as the Fisher clock does far above the data. */
  private Check rivals(int n) {
    double least =
        -worst(
            c ->
                -c.rivals().stream().mapToDouble(rival -> c.nats(rival, n)).min().orElseThrow()
                    / c.nats(n));
    return atLeast(
        "path E_D of score-optimal, both entropic clocks, EDM and exponential / the clock's, N="
            + n
            + ", three laws: least",
        least,
        1,
        absolute(0, "a ranking of exact numbers"));
  }

  private static Check differences(FisherCase closedForm) {
    return equal(
        "∫√|J′|dτ by differences of J, " + closedForm.name(),
        DataClocks.fisher(closedForm.fisher()).length(LOW, HIGH),
        closedForm.clock().length(LOW, HIGH),
        relative(1e-5, "central differences"));
  }
}
