package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;
import static designspace.claim.Tolerance.relative;

import designspace.bound.BestPower;
import designspace.bound.GridError;
import designspace.bound.PowerLimit;
import designspace.bound.Remark3;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.PowerFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** rem-3 and E6: the best powers of polynomial grids. */
public final class PowerClaims {
  private static final long SEED = 20240630;
  private static final int STEPS = 100;
  private static final Remark3 REMARK = new Remark3(LOW, HIGH);
  private static final Tolerance INDEPENDENT = relative(0.01, "an independent computation, to 1 %");
  private static final Tolerance ROUNDING = absolute(1e-12, "rounding");

  private PowerClaims() {}

  static Claim remark3(Budget budget) {
    double printedBest = REMARK.printedBest();
    BestPower found = BestPower.of(REMARK::printed, Double.POSITIVE_INFINITY);
    double infimum = Math.pow(2 * printedBest, 2);
    return Claim.corrected(
            "rem-3",
            atMost(
                "the term that is meant, 4ρ²sinh²(ℓ/2ρ), at ρ = ½ℓ / its value on exponential time",
                REMARK.corrected(printedBest) / infimum,
                1,
                ROUNDING),
            List.of(
                inverse(
                    "best 1/ρ of N Σγ²/(t_j t_{j−1}), which rem-3 is about, N = 100",
                    GridError.growth()),
                falls(budget),
                equal(
                    "best ρ of the printed ρ²e^{ℓ/ρ}, found numerically, against ½ℓ",
                    found.rho(),
                    printedBest,
                    relative(1e-6, "a minimum's place")),
                equal(
                    "printed / meant term at ρ = ½ℓ, against 1/(1−e⁻²)²: the factor dropped",
                    REMARK.printed(printedBest) / REMARK.corrected(printedBest),
                    Math.pow(-Math.expm1(-2), -2),
                    relative(1e-12, "rounding"))))
        .withSeed(SEED);
  }

  /** The best power is the exponential limit: 1/ρ = 0. */
  private static Check inverse(String quantity, GridError error) {
    double inverse = 1 / BestPower.of(PowerFamily.edm(STEPS), error).rho();
    Tolerance range = absolute(0.001, "ρ is searched up to " + (int) BestPower.GREATEST);
    return atMost(quantity, inverse, 0, range);
  }

  /** The exact sum at random ranges and numbers of steps: least of (smaller ρ) / (larger ρ). */
  private static Check falls(Budget budget) {
    int tries = budget.size(2000, 50_000);
    RandomGenerator random = new RandomStreams(SEED).stream(0);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      double low = Math.pow(10, random.nextDouble(-4, 0));
      PowerFamily family =
          new PowerFamily(low, low * Math.exp(random.nextDouble(0.1, 15)), random.nextInt(2, 200));
      double rho = Math.exp(random.nextDouble(-1, 4));
      double larger = rho * Math.exp(random.nextDouble(0.01, 2));
      double before = GridError.growth().at(family.grid(rho));
      least = Math.min(least, before / GridError.growth().at(family.grid(larger)));
    }
    return atLeast(
        "exact sum, ρ / larger ρ: least of " + tries + " random pairs, ranges and N",
        least,
        1,
        ROUNDING);
  }

  static Claim erratum6(Budget budget) {
    PowerFamily fine = PowerFamily.edm(1000);
    double limit = REMARK.corrected(7);
    List<Check> checks = new ArrayList<>();
    checks.add(equal("4ρ²sinh²(ℓ/2ρ), ρ = 7", limit, 135.4, printedDigits(135.4, 4)));
    checks.add(
        equal(
            "exact N Σγ²/(t_j t_{j−1}), ρ = 7, N = 1000",
            GridError.growth().at(fine.grid(7)),
            limit,
            relative(1e-4, "the next order in 1/N")));
    checks.add(inverse("data-free term: best 1/ρ, N = 100", GridError.growth()));
    double[][] path = {{0.5, 3.42}, {1, 2.79}};
    for (double[] known : path) {
      checks.add(best("path E_D", GridError.discretization(data(known[0])), known));
    }
    double[][] kl = {{0.5, 13.05}, {1, 6.63}, {2, 4.27}, {5, 2.68}};
    for (double[] known : kl) {
      checks.add(best("KL", klOf(known[0]), known));
    }
    for (double c : new double[] {0.25, 0.1}) {
      checks.add(
          atMost(
              "exact KL: 1/ρ at the best ρ, N = 100, c = " + c,
              1 / BestPower.of(PowerFamily.edm(STEPS), klOf(c)).rho(),
              0.01,
              absolute(0, "the independent computation says: above 100")));
    }
    checks.addAll(limits(budget.size(10_000, 100_000)));
    return Claim.of("E6", checks);
  }

  private static Check best(String of, GridError error, double... known) {
    return equal(
        "exact " + of + ": best ρ, N = 100, c = " + known[0],
        BestPower.of(PowerFamily.edm(STEPS), error).rho(),
        known[1],
        INDEPENDENT);
  }

  /** Why these numbers: what they tend to as N grows, and where the best 1/ρ of KL passes 0. */
  private static List<Check> limits(int steps) {
    PowerFamily family = PowerFamily.edm(steps);
    Tolerance next = relative(20.0 / steps, "the next order, of N⁻¹");
    return List.of(
        equal(
            "exact path E_D: best ρ, N = " + steps + ", c = 0.5, against its small-step limit",
            BestPower.of(family, GridError.discretization(data(0.5))).rho(),
            1 / PowerLimit.discretization(family, 0.5).bestInverse(),
            next),
        equal(
            "exact KL: best ρ, N = " + steps + ", c = 0.5, against its small-step limit",
            BestPower.of(family, klOf(0.5)).rho(),
            1 / PowerLimit.marginalKl(family, 0.5).bestInverse(),
            next),
        equal(
            "exact KL, small steps: c below which no ρ is better than exponential, √(σ_minσ_max/e)",
            criticalScale(),
            Math.sqrt(LOW * HIGH / Math.E),
            relative(1e-3, "the form is that of an infinite range")));
  }

  /** The c at which the small-step limit of KL is stationary on the exponential grid. */
  public static double criticalScale() {
    PowerFamily family = PowerFamily.edm(1);
    return new BrentSolver(1e-10).solve(200, c -> PowerLimit.marginalKl(family, c).tilt(), 0.05, 2);
  }

  private static Gaussian data(double c) {
    return Gaussian.isotropic(1, c);
  }

  private static GridError klOf(double c) {
    return GridError.marginalKl(LinearSampler.EXPONENTIAL_INTEGRATOR, data(c));
  }
}
