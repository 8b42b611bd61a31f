package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.LeastPathGrid;
import designspace.bound.ScoreAwareClock.Flat;
import designspace.core.RandomStreams;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** B6: the score-aware clock against the exact optimum over grids on some thousand levels. */
final class LeastPathChecks {
  private static final int MANY = 200;
  private static final double CANDIDATE = 0.006; // a step of 2000 candidates in ln σ is 0.0053

  private final List<ClockCase> cases = ClockCase.list();
  private final Map<Integer, List<NoiseGrid>> optima = new TreeMap<>();
  private final double[] levels;

  private LeastPathChecks(double... levels) {
    this.levels = levels;
    for (int n : new int[] {5, 10, 20, 50, MANY}) {
      optima.put(n, cases.stream().map(c -> LeastPathGrid.of(c.clock()::g, levels, n)).toList());
    }
  }

  /**
   * The optimum against the floor and the law, and the clock against the optimum.
   *
   * @param candidates levels on which the optimum may stand
   */
  static List<Check> checks(Budget budget, int candidates, long seed) {
    LeastPathChecks least =
        new LeastPathChecks(NoiseGrid.geometric(LOW, HIGH, candidates).sigmas());
    List<Check> checks = new ArrayList<>();
    checks.add(scattered(budget.size(2000, 50_000), seed));
    checks.add(least.floor());
    checks.add(least.law());
    IntStream.of(5, 10, 20, 50).mapToObj(least::clock).forEach(checks::add);
    IntStream.of(20, 50).mapToObj(least::blind).forEach(checks::add);
    checks.add(least.inside());
    return checks;
  }

  /** The largest of a number over the errors, given each and its best grid of N steps. */
  private double worst(int n, ToDoubleBiFunction<ClockCase, NoiseGrid> number) {
    List<NoiseGrid> best = optima.get(n);
    return IntStream.range(0, cases.size())
        .mapToDouble(i -> number.applyAsDouble(cases.get(i), best.get(i)))
        .max()
        .orElseThrow();
  }

  private static double excess(ClockCase c, NoiseGrid grid) {
    return c.nats(grid) - c.limit();
  }

  private static Check scattered(int tries, long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    List<ClockCase> cases = ClockCase.list();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      ClockCase c = cases.get(i % cases.size());
      double[] inner = random.doubles(random.nextInt(1, 300)).sorted().toArray();
      double[] sigmas = new double[inner.length + 2];
      Arrays.setAll(sigmas, k -> LOW * Math.pow(HIGH / LOW, fraction(inner, k)));
      least = Math.min(least, excess(c, NoiseGrid.of(sigmas)));
    }
    String quantity = "path KL − (½∫J + ½∫G) on " + tries + " scattered grids, nats: least";
    return atLeast(quantity, least, 0, absolute(0, "no grid is below the limit"));
  }

  private static double fraction(double[] ascending, int k) {
    return k == 0 ? 1 : k > ascending.length ? 0 : ascending[ascending.length - k];
  }

  /** The hardest rival of a floor is the optimum. */
  private Check floor() {
    return atLeast(
        "the same on the best of all grids, N=" + MANY + ", nats: least of nine errors",
        -worst(MANY, (c, best) -> -excess(c, best)),
        0,
        absolute(0, "no grid is below the limit"));
  }

  private Check law() {
    return atMost(
        "N × the same / ((∫√G′dτ)²/4), N=" + MANY + ", nine errors: worst |·−1|",
        worst(MANY, (c, best) -> Math.abs(MANY * excess(c, best) / perStep(c) - 1)),
        0,
        absolute(5.0 / MANY, "the next order"));
  }

  private static double perStep(ClockCase c) {
    return Math.pow(c.clock().length(), 2) / 4;
  }

  private Check clock(int n) {
    return atMost(
        "path KL − limit, the clock's above the least of all grids, N=" + n + ": worst of nine",
        worst(n, (c, best) -> excess(c, c.clock().grid(n)) / excess(c, best) - 1),
        0,
        absolute(0.5 / n, "the law is asymptotic: half of 1/N, the next order"));
  }

  /** What the tolerance of {@link #clock} is worth: a clock without levels at flats fails it. */
  private Check blind(int n) {
    return atLeast(
        "the same without levels at the flats' upper ends, N="
            + n
            + ": worst of nine, beyond the tolerance above",
        worst(n, (c, best) -> excess(c, blindGrid(c, n)) / excess(c, best) - 1),
        0.5 / n,
        absolute(0, "the tolerance that the clock meets"));
  }

  /** Uniform in ∫√G′dτ and nothing else. */
  private NoiseGrid blindGrid(ClockCase c, int n) {
    double[] time = new double[levels.length];
    for (int i = 1; i < time.length; i++) {
      double fall = c.clock().lower(levels[i - 1]) - c.clock().lower(levels[i]);
      double step = (levels[i - 1] - levels[i]) * (levels[i - 1] + levels[i]);
      time[i] = time[i - 1] + Math.sqrt(Math.max(0, fall) * step);
    }
    double[] sigmas = new double[n + 1];
    int i = 0;
    for (int k = 0; k < n; k++) {
      while (time[i] < time[time.length - 1] * k / n) {
        i++;
      }
      sigmas[k] = levels[i];
    }
    sigmas[n] = LOW;
    return NoiseGrid.of(sigmas);
  }

  private Check inside() {
    double most = 0;
    for (int n : optima.keySet()) {
      most = Math.max(most, worst(n, (c, best) -> inside(c.clock().flats(), best)));
    }
    return equal(
        "best of all grids, N = 5 … 200, nine errors: most levels inside the flats of G",
        most,
        0,
        absolute(0, "a count; an end of a flat is told from its inside to 0.6 %"));
  }

  private static long inside(List<Flat> flats, NoiseGrid grid) {
    return Arrays.stream(grid.sigmas())
        .filter(sigma -> flats.stream().anyMatch(flat -> within(flat, sigma)))
        .count();
  }

  private static boolean within(Flat flat, double sigma) {
    return sigma > flat.low() * (1 + CANDIDATE) && sigma < flat.high() * (1 - CANDIDATE);
  }
}
