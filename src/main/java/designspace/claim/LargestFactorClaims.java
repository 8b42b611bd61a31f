package designspace.claim;

import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.WeightingFactorClaims.edm;

import designspace.bound.LastStepFactor;
import designspace.bound.StepRule;
import designspace.bound.WeightingFactor;
import designspace.core.RandomStreams;
import designspace.schedule.Design;
import designspace.training.EdmBell;
import designspace.training.TotalWeighting;
import java.util.List;
import java.util.random.RandomGenerator;

/** app-h3: where max σ²/w sits. */
final class LargestFactorClaims {
  private static final long SEED = 20240629;
  private static final int STEPS = 18;
  private static final Tolerance COUNT = absolute(0, "a count");
  private static final Tolerance LEVEL = absolute(0, "an index");

  private LargestFactorClaims() {}

  static Claim appendixH3(Budget budget) {
    int most = budget.size(300, 2000);
    int cases = budget.size(500, 20_000);
    return Claim.of(
            "app-h3",
            List.of(
                equal(
                    "EDM's numbers, β printed, σ² as printed: N ≤ " + most + " with j ≠ N",
                    edm(d -> WeightingFactor.printed(TotalWeighting.edm(d), StepRule.START))
                        .misplaced(most),
                    0,
                    COUNT),
                equal(
                    "the same with E1's β and the exact ½Δτ",
                    edm(d -> WeightingFactor.corrected(TotalWeighting.edm(d), StepRule.EXACT))
                        .misplaced(most),
                    0,
                    COUNT),
                equal(
                    "random ranges, ρ, N and bells with P_std ≤ 1: maxima at neither end, of "
                        + 4 * cases,
                    between(cases),
                    0,
                    COUNT),
                threshold("β printed", 1),
                threshold("E1's β", 0),
                equal(
                    "against app-h3 elsewhere: E1's β, exact, P_mean = −0.4, P_std = 1, exponential,"
                        + " N = 18: j",
                    exponential(new EdmBell(-0.4, 1, 0.5), 0).argmax(),
                    1,
                    LEVEL),
                equal(
                    "against app-h3 elsewhere: E1's β, exact, EDM's bell, its integral fixed, N = 18: j",
                    edm(d ->
                            WeightingFactor.corrected(
                                TotalWeighting.edmIntegral(d), StepRule.EXACT))
                        .polynomial(STEPS)
                        .argmax(),
                    1,
                    LEVEL)))
        .withSeed(SEED);
  }

  /** The P_mean up to which the exponential maximum sits at j = N, P_std = 1. */
  private static Check threshold(String beta, int power) {
    double low = -8;
    double high = 8;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      if (exponential(new EdmBell(middle, 1, 0.5), power).argmax() == STEPS) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return equal(
        beta + ", exponential, N = 18, P_std = 1: largest P_mean with j = N",
        low,
        new LastStepFactor(LOW, HIGH).largestPMean(power, new EdmBell(0, 1, 0.5), STEPS),
        absolute(1e-8, "bisection to 1e−9"));
  }

  /** With the printed β (power 1) or E1's (power 0). */
  private static WeightingFactor exponential(EdmBell bell, int power) {
    TotalWeighting weighting = TotalWeighting.bell(Design.song(LOW, HIGH, STEPS), bell);
    return power == 1
        ? WeightingFactor.printed(weighting, StepRule.EXACT)
        : WeightingFactor.corrected(weighting, StepRule.EXACT);
  }

  private static int between(int cases) {
    RandomGenerator random = new RandomStreams(SEED).stream(0);
    int count = 0;
    for (int i = 0; i < cases; i++) {
      double low = Math.pow(10, random.nextDouble(-4, 0));
      double high = low * Math.pow(10, random.nextDouble(0.5, 5));
      double mean = random.nextDouble(Math.log(low), Math.log(high));
      double scale = Math.pow(10, random.nextDouble(-1.5, 1));
      EdmBell bell = new EdmBell(mean, random.nextDouble(0.6, 1), scale);
      int steps = random.nextInt(2, 60);
      Design polynomial = Design.edm(low, high, random.nextDouble(1, 20), steps);
      for (Design design : List.of(polynomial, Design.song(low, high, steps))) {
        TotalWeighting weighting = TotalWeighting.bell(design, bell);
        count += inside(WeightingFactor.printed(weighting, StepRule.START));
        count += inside(WeightingFactor.corrected(weighting, StepRule.EXACT));
      }
    }
    return count;
  }

  /** 1 if the maximum sits at neither end, beyond rounding. */
  private static int inside(WeightingFactor factor) {
    double end = Math.max(factor.at(1), factor.at(factor.levels()));
    return factor.max() > end * (1 + 1e-12) ? 1 : 0;
  }
}
