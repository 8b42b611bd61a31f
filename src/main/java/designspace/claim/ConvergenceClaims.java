package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;

import designspace.metric.LogLogSlope;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** thm-1: gradient descent learns at a geometric rate, with the step of E10. */
final class ConvergenceClaims {
  private ConvergenceClaims() {}

  static Claim theorem1(Budget budget) {
    TrainingRuns runs = TrainingRuns.all(budget.size(3, 10), budget.size(50, 200));
    String cases = ", " + runs.size() + " cases";
    Check printed =
        atMost(
            "least L̄(θ¹)/L̄(θ⁰) with the printed step nN/(m min c)" + cases,
            runs.least(TrainingRun::printedRatio),
            1,
            absolute(0, "a bound below 1 times the first loss; its growth like nN² is E10's"));
    int seeds = budget.size(5, 10);
    RateStudy levels = RateStudy.levels(seeds);
    return Claim.corrected(
            "thm-1",
            printed,
            List.of(
                atLeast(
                    "largest C₅ that every corrected step allows, a₀ = ¾, least" + cases,
                    runs.least(TrainingRun::perStep),
                    1,
                    absolute(0, "the bound with C₅ = 1")),
                atLeast(
                    "the same from the losses after 1 … K steps, least",
                    runs.least(TrainingRun::cumulative),
                    runs.least(TrainingRun::perStep),
                    absolute(0, "it follows from every step")),
                atMost(
                    "L̄(θ^K)/L̄(θ⁰), n = N = 2, d = 8, m = 256, K = 100 steps of 1/λ_max",
                    longRun(),
                    1e-2,
                    absolute(0, "towards 0")),
                growth("m", 1, RateStudy.width(seeds)),
                growth("n", -3, RateStudy.points(seeds)),
                growth("N", -2, levels),
                growth("d", (TrainingRun.A0 - 1) / 2, RateStudy.dimension(seeds)),
                exponent(
                    "N in 2λ_min/c, the rate of the last steps", -2, levels, Rates::asymptotic)))
        .withSeed(TrainingRuns.SEED);
  }

  private static double longRun() {
    TrainingCase problem = TrainingCase.of(2, 2, 8, 256);
    double h = 1 / problem.kernel().largest();
    GradientDescent run = problem.descent(h, Recording.off());
    double first = run.loss();
    run.advance(100);
    return run.loss() / first;
  }

  /** A lower bound on the rate asks for an exponent that is at least its own, m's exactly. */
  private static Check growth(String size, double printed, RateStudy study) {
    String rate = size + " in the rate of " + RateStudy.STEPS + " steps per hc";
    return exponent(rate, printed, study, Rates::observed);
  }

  private static Check exponent(
      String what, double printed, RateStudy study, ToDoubleFunction<Rates> rate) {
    LogLogSlope exponent = study.exponent(rate);
    Tolerance interval = absolute(exponent.halfWidth(), "95 % interval of the fit over all seeds");
    String quantity = "exponent of " + what;
    return what.startsWith("m ")
        ? equal(quantity, exponent.slope(), printed, interval)
        : atLeast(quantity, exponent.slope(), printed, interval);
  }
}
