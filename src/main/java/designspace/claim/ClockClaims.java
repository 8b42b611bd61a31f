package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.bound.ScoreAwareClock;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** B6: the score-aware clock. */
final class ClockClaims {
  private static final long SEED = 20240629;
  private static final Tolerance RANKING = absolute(0, "a ranking of exact numbers");

  private ClockClaims() {}

  static Claim settle(Budget budget) {
    List<Check> checks = new ArrayList<>();
    checks.add(slope(budget.size(1000, 2000)));
    checks.addAll(closedForms());
    checks.addAll(LeastPathChecks.checks(budget, budget.size(2000, 8000), SEED));
    IntStream.of(5, 20, 50, 200).mapToObj(ClockClaims::againstRivals).forEach(checks::add);
    checks.add(logLawWins(0.1, 20));
    checks.add(logLawWins(0.01, 50));
    checks.addAll(emptied());
    checks.add(logLaw());
    checks.add(ProfileChecks.closedForm());
    checks.addAll(ProfileChecks.measured(budget.size(4000, 100_000), SEED));
    return Claim.of("B6", checks).withSeed(SEED);
  }

  private static double worst(ToDoubleFunction<ClockCase> number) {
    return ClockCase.list().stream().mapToDouble(number).max().orElseThrow();
  }

  private static Check slope(int n) {
    double worst =
        worst(
            c -> {
              double expected = Math.pow(c.clock().length(), 2) / 4;
              return Math.abs(n * (c.nats(n) - c.limit()) / expected - 1);
            });
    return atMost(
        "N(path KL − its limit) / ((∫√G′dτ)²/4) on the clock, N="
            + n
            + ", nine errors: worst |·−1|",
        worst,
        0,
        absolute(5.0 / n, "the next order, and whole numbers of steps between flats"));
  }

  /** e = a/σ²: the flat reaches up to τ* = c²√a/(1−√a), where g is −(1−√a)²/c². */
  private static List<Check> closedForms() {
    double a = 0.1;
    ClockCase white = ClockCase.white(a);
    double root = Math.sqrt(a);
    double square = ClockCase.C * ClockCase.C;
    double end = square * root / (1 - root);
    double flat = -(end - LOW * LOW) * (1 - root) * (1 - root) / square;
    double above = a * Math.log(HIGH * HIGH / end);
    double below = Math.log((square + end) / (square + LOW * LOW));
    List<ScoreAwareClock.Flat> flats = white.clock().flats();
    return List.of(
        equal(
            "upper end of the flat of e = 0.1/σ², σ",
            flats.get(0).high(),
            Math.sqrt(end),
            relative(0.0027, "a cell of the clock's mesh")),
        equal(
            "its limit of path KL, nats",
            white.limit(),
            0.5 * (flat + above + below),
            relative(1e-5, "the clock's mesh")),
        atMost(
            "path KL with e = 0.1/σ², N=1000, / ½∫e dτ, the limit of fine grids",
            white.nats(1000) / white.clock().fineGridLimit(),
            1,
            RANKING));
  }

  private static Check againstRivals(int n) {
    double worst = worst(c -> c.nats(n) / bestOther(c, n) - 1);
    String quantity =
        "path KL on the clock above the best of polynomial(1 … 30), exponential and log law, N=";
    Tolerance asymptotic = absolute(n < 20 ? 0.02 : 0.01, "the law is asymptotic, others may win");
    return atMost(quantity + n + ": worst of nine errors", worst, 0, asymptotic);
  }

  /**
   * The law is asymptotic: here the log law, blind to the error, is the better by half a percent.
   */
  private static Check logLawWins(double amount, int n) {
    ClockCase white = ClockCase.white(amount);
    return atLeast(
        "against the clock: its path KL / the log law's, e = " + amount + "/σ², N=" + n,
        white.nats(n) / white.nats(NoiseGrid.angle(AngleLaw.LOG, ClockCase.C, LOW, HIGH, n)),
        1,
        RANKING);
  }

  private static double bestOther(ClockCase c, int n) {
    List<NoiseGrid> others = new ArrayList<>();
    others.add(NoiseGrid.geometric(LOW, HIGH, n));
    others.add(NoiseGrid.angle(AngleLaw.LOG, ClockCase.C, LOW, HIGH, n));
    for (int rho = 1; rho <= 30; rho++) {
      others.add(NoiseGrid.polynomial(LOW, HIGH, rho, n));
    }
    return others.stream().mapToDouble(c::nats).min().orElseThrow();
  }

  /** The more wrong the score, the fewer steps at low noise: below the flat's end a single one. */
  private static List<Check> emptied() {
    double[] amounts = {0, 0.001, 0.01, 0.1, 0.5};
    double[] steps =
        Arrays.stream(amounts)
            .map(a -> ClockCase.white(a).clock().grid(50).stepsBetween(LOW, 1))
            .toArray();
    double rise = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < steps.length; i++) {
      rise = Math.max(rise, steps[i] - steps[i - 1]);
    }
    ScoreAwareClock wrong = ClockCase.white(0.5).clock();
    double end = wrong.flats().get(0).high();
    return List.of(
        atMost(
            "steps of 50 below σ = 1, e = a/σ², a = 0 … 0.5: greatest rise with a",
            rise,
            0,
            RANKING),
        atMost("steps of 50 below σ = 1 at a = 0.5 / at a = 0", steps[4] / steps[0], 1, RANKING),
        equal(
            "steps of 50 below the flat's upper end, a = 0.5",
            wrong.grid(50).stepsBetween(LOW, end),
            1,
            absolute(1e-12, "rounding")));
  }

  private static Check logLaw() {
    double worst = 0;
    for (double c : new double[] {0.1, 0.5, 1, 5}) {
      ScoreAwareClock clock =
          ScoreAwareClock.of(sigma -> 1 / (c * c + sigma * sigma), sigma -> 0, LOW, HIGH);
      NoiseGrid grid = clock.grid(50);
      NoiseGrid law = NoiseGrid.angle(AngleLaw.LOG, c, LOW, HIGH, 50);
      for (int k = 0; k <= 50; k++) {
        worst = Math.max(worst, Math.abs(grid.sigma(k) / law.sigma(k) - 1));
      }
      worst = Math.max(worst, clock.flats().size());
    }
    return atMost(
        "clock without a score error against the log law, c = 0.1 … 5, N=50: worst relative"
            + " difference of σ, or number of flats",
        worst,
        0,
        absolute(1e-5, "the clock's mesh"));
  }
}
