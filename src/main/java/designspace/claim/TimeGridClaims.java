package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;

import designspace.bound.GrowthSum;
import designspace.core.RandomStreams;
import designspace.schedule.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** app-i1-opt and E5: the best time grid. */
public final class TimeGridClaims {
  private static final long SEED = 20240625;
  private static final double RHO = 7;

  private TimeGridClaims() {}

  static Claim optimum(Budget budget) {
    int tries = budget.size(2000, 50_000);
    RandomGenerator random = new RandomStreams(SEED).stream(0);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      int n = random.nextInt(2, 200);
      double exponential = GrowthSum.corrected(TimeGrid.exponential(LOW, HIGH, n));
      least = Math.min(least, GrowthSum.corrected(scattered(random, n)) / exponential);
      double rho = random.nextDouble(1, 30);
      TimeGrid polynomial = TimeGrid.polynomial(LOW, HIGH, rho, n);
      least = Math.min(least, GrowthSum.corrected(polynomial) / exponential);
      least = Math.min(least, GrowthSum.corrected(shaken(random, n)) / exponential);
    }
    Tolerance rounding = absolute(1e-12, "rounding");
    return Claim.corrected(
            "app-i1-opt",
            atLeast(
                "printed sum: one giant step / exponential, N = 100",
                GrowthSum.printed(giant(100))
                    / GrowthSum.printed(TimeGrid.exponential(LOW, HIGH, 100)),
                1,
                rounding),
            List.of(
                atLeast(
                    "sum with ∫σ⁴/σ̄⁴: least of " + 3 * tries + " other grids / exponential",
                    least,
                    1,
                    rounding),
                atLeast(
                    "sum with ∫σ⁴/σ̄⁴: one giant step / exponential, N = 100",
                    GrowthSum.corrected(giant(100))
                        / GrowthSum.corrected(TimeGrid.exponential(LOW, HIGH, 100)),
                    1,
                    rounding)))
        .withSeed(SEED);
  }

  private static TimeGrid scattered(RandomGenerator random, int n) {
    double[] times = new double[n + 1];
    Arrays.setAll(times, j -> LOW * Math.pow(HIGH / LOW, random.nextDouble()));
    times[0] = LOW;
    times[n] = HIGH;
    Arrays.sort(times);
    return TimeGrid.of(times);
  }

  /** The exponential grid, every inner time moved by up to a tenth of the way to a neighbour. */
  private static TimeGrid shaken(RandomGenerator random, int n) {
    double step = Math.log(HIGH / LOW) / n;
    double[] times = new double[n + 1];
    Arrays.setAll(
        times, j -> LOW * Math.exp(step * (j + 0.1 * (j % n == 0 ? 0 : random.nextDouble(-1, 1)))));
    times[0] = LOW;
    times[n] = HIGH;
    return TimeGrid.of(times);
  }

  /** One step over almost the whole range and n−1 tiny ones at its lower end. */
  public static TimeGrid giant(int n) {
    double[] times = new double[n + 1];
    Arrays.setAll(times, j -> LOW * (1 + 1e-6 * j));
    times[n] = HIGH;
    return TimeGrid.of(times);
  }

  static Claim erratum5(Budget budget) {
    int last = 1;
    while (GrowthSum.printed(giant(last + 1))
        < GrowthSum.printed(TimeGrid.exponential(LOW, HIGH, last + 1))) {
      last++;
    }
    double n = 1000;
    double printed = n * GrowthSum.printed(TimeGrid.polynomial(LOW, HIGH, RHO, (int) n));
    Tolerance turn = absolute(1e-4, "a second difference with step 10⁻³");
    return Claim.of(
        "E5",
        List.of(
            equal(
                "largest N at which one giant step beats the exponential grid, printed sum",
                last,
                101,
                absolute(0, "a count")),
            equal("(1−e^{−x})² turns concave at x = ", inflection(), Math.log(2), turn),
            equal(
                "N × printed sum, polynomial(7), N = 1000",
                printed,
                133.4,
                printedDigits(133.4, 4)),
            equal(
                "limit with ∫σ⁴/σ̄⁴, 4ρ²sinh²(ℓ/2ρ)",
                GrowthSum.polynomialLimit(LOW, HIGH, RHO),
                135.4,
                printedDigits(135.4, 4)),
            equal(
                "limit on the exponential grid, ℓ²",
                GrowthSum.exponentialLimit(LOW, HIGH),
                112.3,
                printedDigits(112.3, 4))));
  }

  /** Where the second difference of (1−e^{−x})² changes sign, by bisection. */
  private static double inflection() {
    double low = 0.1;
    double high = 2;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      double h = 1e-3;
      double bend = term(middle + h) - 2 * term(middle) + term(middle - h);
      if (bend > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double term(double x) {
    return Math.expm1(-x) * Math.expm1(-x);
  }
}
