package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.WeightingFactorClaims.edm;

import designspace.bound.LastStepFactor;
import designspace.bound.ScheduleComparison;
import designspace.bound.StepRule;
import designspace.bound.WeightingFactor;
import designspace.schedule.Design;
import designspace.training.EdmBell;
import designspace.training.TotalWeighting;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The first half of tab-2: E_S dominates, and max σ²/w ranks the schedules. */
final class ScoreTermClaims {
  private static final double RHO = 7;
  private static final int STEPS = 18;
  private static final Tolerance RANKING = absolute(0, "a ranking of exact numbers");
  private static final Tolerance ROUNDING = absolute(1e-12, "rounding");

  private ScoreTermClaims() {}

  /** Printed form, then what holds, then what the maximum is worth as a bound. */
  static List<Check> checks(Budget budget) {
    int most = budget.size(300, 2000);
    ScheduleComparison printed =
        edm(d -> WeightingFactor.printed(TotalWeighting.edm(d), StepRule.START));
    ScheduleComparison exact = edm(ScoreTermClaims::exact);
    WeightingFactor polynomial = exact.polynomial(STEPS);
    WeightingFactor exponential = exact.exponential(STEPS);
    return List.of(
        atMost(
            "max σ²/w polynomial(7)/exponential, printed, N = 18", printed.ratio(18), 1, RANKING),
        atLeast("against tab-2: the same at N = 9 (E9)", printed.ratio(9), 1, RANKING),
        atMost("the same with E1's β and the exact ½Δτ, N = 9", exact.ratio(9), 1, RANKING),
        equal(
            "largest |ln(max σ²/w / printed closed form)|, both schedules, N ≤ " + most,
            deviation(printed, most),
            0,
            absolute(1e-9, "rounding of a difference of powers")),
        equal(
            "largest change of the ratio by E1 or by C, σ² at the start, per index, N ≤ " + most,
            variation(printed, most),
            0,
            ROUNDING),
        equal(
            "N = " + 1000 * most + ": the ratio, against ρ(1−(σ_min/σ_max)^{1/ρ})/ln(σ_max/σ_min)",
            closed(StepRule.EXACT, 1000 * most),
            RHO * -Math.expm1(-Math.log(HIGH / LOW) / RHO) / Math.log(HIGH / LOW),
            absolute(1e-4, "order 1/N")),
        equal(
            "excess all at j = N, N = 18: E_S / bound",
            attained(polynomial, sigma -> sigma == HIGH ? 1 : 0),
            1,
            ROUNDING),
        equal("e constant in σ: E_S polynomial/exponential", ratio(exact, sigma -> 1), 1, ROUNDING),
        atMost(
            "e ∝ 1/σ²: E_S polynomial/exponential, N = 18",
            ratio(exact, sigma -> 1 / (sigma * sigma)),
            1,
            RANKING),
        atMost(
            "e ∝ 1/σ²: E_S / bound, exponential, N = 18: how loose the maximum is",
            attained(exponential, sigma -> 1 / (sigma * sigma)),
            0.01,
            RANKING));
  }

  private static WeightingFactor exact(Design design) {
    return WeightingFactor.corrected(TotalWeighting.edm(design), StepRule.EXACT);
  }

  private static double closed(StepRule rule, int steps) {
    LastStepFactor last = new LastStepFactor(LOW, HIGH);
    return last.polynomial(rule, RHO, steps) / last.exponential(steps);
  }

  private static double attained(WeightingFactor factor, DoubleUnaryOperator scoreError) {
    return factor.scoreNats(scoreError) / factor.scoreNatsAtMost(factor.excess(scoreError));
  }

  private static double ratio(ScheduleComparison schedules, DoubleUnaryOperator scoreError) {
    return schedules.polynomial(STEPS).scoreNats(scoreError)
        / schedules.exponential(STEPS).scoreNats(scoreError);
  }

  private static double deviation(ScheduleComparison printed, int most) {
    LastStepFactor last = new LastStepFactor(LOW, HIGH);
    double unit = 1 / EdmBell.edm().at(HIGH);
    double worst = 0;
    for (int n = 1; n <= most; n++) {
      double polynomial = unit * last.polynomial(StepRule.START, RHO, n);
      double exponential = unit * last.exponential(n);
      worst = Math.max(worst, Math.abs(Math.log(printed.polynomial(n).max() / polynomial)));
      worst = Math.max(worst, Math.abs(Math.log(printed.exponential(n).max() / exponential)));
    }
    return worst;
  }

  private static double variation(ScheduleComparison printed, int most) {
    ScheduleComparison other =
        edm(d -> WeightingFactor.corrected(TotalWeighting.edm(d).times(3.7), StepRule.START));
    double worst = 0;
    for (int n = 1; n <= most; n++) {
      worst = Math.max(worst, Math.abs(other.ratio(n) - printed.ratio(n)));
    }
    return worst;
  }
}
