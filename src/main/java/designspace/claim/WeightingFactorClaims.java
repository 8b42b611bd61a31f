package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;

import designspace.bound.LastStepFactor;
import designspace.bound.ScheduleComparison;
import designspace.bound.StepRule;
import designspace.bound.WeightingFactor;
import designspace.core.RandomStreams;
import designspace.schedule.Design;
import designspace.training.TotalWeighting;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** E9: how the order of the two schedules by max σ²/w depends on what is held fixed. */
final class WeightingFactorClaims {
  private static final long SEED = 20240628;
  private static final double RHO = 7;
  private static final LastStepFactor EDM = new LastStepFactor(LOW, HIGH);
  private static final Tolerance RANKING = absolute(0, "a ranking of closed forms");
  private static final Tolerance COUNT = absolute(0, "a count");

  private WeightingFactorClaims() {}

  static Claim erratum9(Budget budget) {
    int most = budget.size(300, 2000);
    int cases = budget.size(2000, 20_000);
    return Claim.of(
            "E9",
            List.of(
                equal(
                    "largest N at which exponential's printed factor is the smaller",
                    edm(perIndex(StepRule.START)).crossover(most),
                    9,
                    COUNT),
                above("printed", perIndex(StepRule.START), 1, 9),
                below("printed", perIndex(StepRule.START), 10, most),
                printed("polynomial(7)", 9, EDM.polynomial(StepRule.START, RHO, 9), 37.6),
                printed("exponential", 9, EDM.exponential(9), 36.2),
                printed("polynomial(7)", 10, EDM.polynomial(StepRule.START, RHO, 10), 34.7),
                printed("exponential", 10, EDM.exponential(10), 35.2),
                equal(
                    "random ranges and ρ in [1, 30] whose last such N is not from ⌊ρ+1⌋ to below"
                        + " 1/(1−2^{−1/ρ})",
                    flippedElsewhere(cases),
                    0,
                    COUNT),
                equal(
                    "Σβ equal instead of C: largest N at which exponential's printed factor is the"
                        + " smaller",
                    edm(WeightingFactorClaims::equalSums).crossover(most),
                    6,
                    COUNT),
                below("Σβ equal instead of C, printed", WeightingFactorClaims::equalSums, 3, 3),
                below("against the flip: exact ½Δτ", perIndex(StepRule.EXACT), 2, most),
                above(
                    "against tab-2: integral fixed, σ² as printed",
                    integral(StepRule.START),
                    2,
                    most),
                above(
                    "against tab-2: integral fixed, exact ½Δτ", integral(StepRule.EXACT), 2, most),
                atMost(
                    "how far above 1 the latter is at N = " + most + ": weakly",
                    edm(integral(StepRule.EXACT)).ratio(most) - 1,
                    0.01,
                    RANKING),
                below(
                    "integral fixed, exact ½Δτ, and E1's β",
                    d -> WeightingFactor.corrected(TotalWeighting.edmIntegral(d), StepRule.EXACT),
                    4,
                    most)))
        .withSeed(SEED);
  }

  /** The two schedules at EDM's numbers. */
  static ScheduleComparison edm(Function<Design, WeightingFactor> factor) {
    return new ScheduleComparison(LOW, HIGH, RHO, factor);
  }

  private static Function<Design, WeightingFactor> perIndex(StepRule rule) {
    return design -> WeightingFactor.printed(TotalWeighting.edm(design), rule);
  }

  private static WeightingFactor equalSums(Design design) {
    return WeightingFactor.printed(TotalWeighting.edm(design).scaledTo(1), StepRule.START);
  }

  private static Function<Design, WeightingFactor> integral(StepRule rule) {
    return design -> WeightingFactor.printed(TotalWeighting.edmIntegral(design), rule);
  }

  private static Check printed(String schedule, int steps, double value, double expected) {
    return equal(
        "printed factor at j = N, " + schedule + ", N = " + steps,
        value,
        expected,
        printedDigits(expected, 3));
  }

  private static Check below(
      String what, Function<Design, WeightingFactor> factor, int least, int most) {
    ScheduleComparison schedules = edm(factor);
    double worst = IntStream.rangeClosed(least, most).mapToDouble(schedules::ratio).max().orElse(0);
    return atMost(ratio(what, "largest", least, most), worst, 1, RANKING);
  }

  private static Check above(
      String what, Function<Design, WeightingFactor> factor, int least, int most) {
    ScheduleComparison schedules = edm(factor);
    double worst = IntStream.rangeClosed(least, most).mapToDouble(schedules::ratio).min().orElse(0);
    return atLeast(ratio(what, "least", least, most), worst, 1, RANKING);
  }

  private static String ratio(String what, String which, int least, int most) {
    String range = least == most ? "" + least : least + " … " + most;
    return what + ": " + which + " polynomial/exponential, N = " + range;
  }

  private static int flippedElsewhere(int cases) {
    RandomGenerator random = new RandomStreams(SEED).stream(0);
    int count = 0;
    for (int i = 0; i < cases; i++) {
      double rho = random.nextDouble(1, 30);
      double low = Math.pow(10, random.nextDouble(-8, 3));
      double high = low * Math.pow(10, random.nextDouble(0.1, 10));
      int flip = lastWon(new LastStepFactor(low, high), rho);
      count += flip >= (int) (rho + 1) && flip < LastStepFactor.polynomialFrom(rho) ? 0 : 1;
    }
    return count;
  }

  /** The largest N ≤ 3ρ + 40 at which the printed exponential factor is the smaller. */
  private static int lastWon(LastStepFactor last, double rho) {
    int steps = (int) (3 * rho) + 40;
    while (steps > 0 && last.exponential(steps) >= last.polynomial(StepRule.START, rho, steps)) {
      steps--;
    }
    return steps;
  }
}
