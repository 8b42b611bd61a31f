package designspace.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** B6 on N(0, c²): the law, its floor, its flats, and the exact optimum over candidate levels. */
class ScoreAwareClockTest {
  static final double LOW = 0.002;
  static final double HIGH = 80;

  static DoubleUnaryOperator fisher(double c) {
    return sigma -> 1 / (c * c + sigma * sigma);
  }

  /** A white error a/σ² with a band b wide about σ = m where it is 1 + height times that. */
  static DoubleUnaryOperator error(double a, double height, double middle, double width) {
    return sigma -> {
      double x = Math.log(sigma / middle) / width;
      return a / (sigma * sigma) * (1 + height * Math.exp(-x * x));
    };
  }

  private static ScoreAwareClock clock(DoubleUnaryOperator fisher, DoubleUnaryOperator error) {
    return ScoreAwareClock.of(fisher, error, LOW, HIGH);
  }

  static double[] candidates(int count) {
    return NoiseGrid.geometric(LOW, HIGH, count - 1).sigmas();
  }

  static NoiseGrid random(Random random, int steps) {
    double[] sigmas = new double[steps + 1];
    for (int k = 1; k < steps; k++) {
      sigmas[k] = -LOW * Math.pow(HIGH / LOW, random.nextDouble());
    }
    sigmas[0] = -HIGH;
    sigmas[steps] = -LOW;
    Arrays.sort(sigmas);
    return NoiseGrid.of(Arrays.stream(sigmas).map(s -> -s).toArray());
  }

  /** Every inner level moved by up to a third of the way to a neighbour. */
  private static NoiseGrid shaken(Random random, NoiseGrid grid) {
    double[] sigmas = grid.sigmas();
    for (int k = 1; k < grid.steps(); k++) {
      double towards = sigmas[k + (random.nextBoolean() ? 1 : -1)];
      sigmas[k] *= Math.pow(towards / sigmas[k], random.nextDouble() / 3);
    }
    return NoiseGrid.of(sigmas);
  }

  @Property(seed = "1", tries = 200)
  void withoutErrorItIsTheLogLaw(
      @ForAll @DoubleRange(min = 0.01, max = 100) double c,
      @ForAll @IntRange(min = 1, max = 300) int steps) {
    ScoreAwareClock clock = clock(fisher(c), sigma -> 0);
    NoiseGrid grid = clock.grid(steps);
    NoiseGrid law = NoiseGrid.angle(AngleLaw.LOG, c, LOW, HIGH, steps);
    for (int k = 0; k <= steps; k++) {
      // A cell of the mesh is 0.0026 wide in ln σ, and the clock in it is taken to be straight.
      assertThat(grid.sigma(k) / law.sigma(k)).isCloseTo(1, within(5e-6));
    }
    assertThat(clock.flats()).isEmpty();
    double length = Math.log((c * c + HIGH * HIGH) / (c * c + LOW * LOW));
    assertThat(clock.length() / length).isCloseTo(1, within(2e-6));
  }

  /** Sums of such laws: √|J′| has no closed integral, so each step's is by quadrature. */
  @Property(seed = "2", tries = 50)
  void withoutErrorItIsUniformInTheRootOfTheSlope(
      @ForAll @DoubleRange(min = 0.01, max = 1) double small,
      @ForAll @DoubleRange(min = 1, max = 50) double large,
      @ForAll @IntRange(min = 2, max = 100) int steps) {
    DoubleUnaryOperator j = s -> fisher(small).applyAsDouble(s) + fisher(large).applyAsDouble(s);
    DoubleUnaryOperator root =
        s -> Math.hypot(fisher(small).applyAsDouble(s), fisher(large).applyAsDouble(s));
    ScoreAwareClock clock = clock(j, sigma -> 0);
    NoiseGrid grid = clock.grid(steps);
    for (int k = 0; k < steps; k++) {
      double share = LogPanels.integral(root, 0, grid.sigma(k + 1), grid.sigma(k));
      assertThat(share * steps / clock.length()).isCloseTo(1, within(1e-3));
    }
  }

  /** ½ ∫ G is a floor for any grid of any number of steps; the clock comes within (∫√G′)²/4N. */
  @Property(seed = "3", tries = 300)
  void noGridIsBelowTheLimitNorFarBelowTheClock(
      @ForAll @DoubleRange(min = 0.05, max = 5) double c,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double a,
      @ForAll @DoubleRange(min = 0, max = 20) double height,
      @ForAll @DoubleRange(min = 0.01, max = 10) double middle,
      @ForAll @IntRange(min = 15, max = 80) int steps,
      @ForAll Random random) {
    DoubleUnaryOperator error = error(a, height, middle, 0.5);
    ScoreAwareClock clock = clock(fisher(c), error);
    ProfiledLedger ledger = ProfiledLedger.of(HIGH, 0, fisher(c), error);
    NoiseGrid own = clock.grid(steps);
    double excess = ledger.on(own).totalNats() - clock.limit();
    // Half a level too many or too few on each of at most three stretches.
    assertThat(excess).isLessThan((clock.value(steps) - clock.limit()) * (1 + 3.0 / steps));
    for (int i = 0; i < 20; i++) {
      NoiseGrid other = i % 2 == 0 ? random(random, steps) : shaken(random, own);
      double others = ledger.on(other).totalNats() - clock.limit();
      assertThat(others).isPositive();
      // Measured against the optimum over 2000 levels, the law's own excess is within 4% at N=15.
      assertThat(excess).isLessThan(others * 1.05);
    }
  }

  @Property(seed = "4", tries = 200)
  void noLevelStandsInAFlatAndOneAtItsUpperEnd(
      @ForAll @DoubleRange(min = 0.1, max = 5) double c,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double a,
      @ForAll @DoubleRange(min = 0.5, max = 20) double height,
      @ForAll @DoubleRange(min = 0.01, max = 10) double middle,
      @ForAll @IntRange(min = 1, max = 200) int steps) {
    ScoreAwareClock clock = clock(fisher(c), error(a, height, middle, 0.5));
    NoiseGrid grid = clock.grid(steps);
    assertThat(grid.steps()).isEqualTo(steps);
    assertThat(grid.sigmaMax()).isEqualTo(HIGH);
    assertThat(grid.sigmaMin()).isEqualTo(LOW);
    assertThat(grid.recipe().source()).isEqualTo("B6");
    assertThat(clock.flats()).as("a white error's at the lower end at least").isNotEmpty();
    for (ScoreAwareClock.Flat flat : clock.flats()) {
      for (int k = 0; k < steps; k++) {
        assertThat(grid.sigma(k) > flat.low() && grid.sigma(k) < flat.high()).isFalse();
      }
    }
    for (int k = 0; k < steps; k++) {
      double sigma = grid.sigma(k);
      // In the cell below a flat's lower end g is above G by what it rises in a cell.
      assertThat(clock.lower(sigma)).isCloseTo(clock.g(sigma), within(0.02 / sigma / sigma));
    }
  }

  /** G by brute force: the least g of 20 000 levels from there to σ_max. */
  @Property(seed = "6", tries = 100)
  void theEnvelopeIsTheLeastAbove(
      @ForAll @DoubleRange(min = 0.1, max = 5) double c,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double a,
      @ForAll @DoubleRange(min = 0.5, max = 20) double height,
      @ForAll @DoubleRange(min = 0.01, max = 10) double middle,
      @ForAll @DoubleRange(min = 0, max = 1) double place) {
    ScoreAwareClock clock = clock(fisher(c), error(a, height, middle, 0.5));
    double sigma = Math.max(LOW, HIGH * Math.pow(LOW / HIGH, place));
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 20_000; i++) {
      least = Math.min(least, clock.g(Math.min(HIGH, sigma * Math.pow(HIGH / sigma, i / 2e4))));
    }
    // A minimum between two points of the mesh is missed by ½g″ times a cell's square, 7e−6.
    double bend = a * (1 + height) / (sigma * sigma) + fisher(c).applyAsDouble(sigma);
    assertThat(clock.lower(sigma)).isCloseTo(least, within(1e-4 * bend));
  }

  /**
   * A step from δ above the flat's upper end a pays ½ L (g(a+δ) − g(a)) more. There g′ = 0, so that
   * one step of the clock is δ = (3Θ/2N√g″)^{2/3}, and the loss ¼ L g″ δ² falls like N^{−4/3}.
   */
  @Test
  void passingTheUpperEndCostsLittleMoreThanFirstOrder() {
    DoubleUnaryOperator error = error(0.3, 0, 1, 1);
    ScoreAwareClock clock = clock(fisher(0.5), error);
    double end = clock.flats().get(0).high();
    double tau = end * end;
    double curvature = 0.6 / Math.pow(tau, 3) - 2 / Math.pow(0.25 + tau, 3);
    for (int steps : new int[] {100, 1000}) {
      double[] sigmas = clock.grid(steps + 1).sigmas();
      assertThat(sigmas[steps]).isEqualTo(end);
      double[] without = Arrays.copyOf(sigmas, steps + 1);
      without[steps] = LOW;
      double loss =
          0.5 * (sum(NoiseGrid.of(without), clock::g) - sum(NoiseGrid.of(sigmas), clock::g));
      double rise = Math.pow(1.5 * clock.length() / steps / Math.sqrt(curvature), 2.0 / 3);
      double expected = 0.25 * tau * curvature * rise * rise;
      assertThat(loss / expected).isCloseTo(1, within(6 * Math.pow(steps, -2.0 / 3)));
    }
  }

  static double sum(NoiseGrid grid, DoubleUnaryOperator g) {
    double sum = 0;
    for (int k = 0; k < grid.steps(); k++) {
      sum += grid.deltaTau(k) * g.applyAsDouble(grid.sigma(k));
    }
    return sum;
  }

  /** e = J, the score 0: g vanishes, all grids are as good, and one of N steps is returned. */
  @Test
  void whereNothingCanBeGainedAGridIsStillReturned() {
    ScoreAwareClock clock = clock(fisher(0.5), fisher(0.5));
    NoiseGrid grid = clock.grid(50);
    assertThat(grid.steps()).isEqualTo(50);
    assertThat(clock.value(50)).isCloseTo(clock.fineGridLimit(), within(1e-12));
    // An error that falls faster than J everywhere: G is constant and one step would do.
    DoubleUnaryOperator steep = sigma -> 1 / (sigma * sigma);
    ScoreAwareClock flat = clock(fisher(0.5), steep);
    assertThat(flat.flats()).hasSize(1);
    ProfiledLedger ledger = ProfiledLedger.of(HIGH, 0, fisher(0.5), steep);
    double one = ledger.on(NoiseGrid.of(HIGH, LOW)).totalNats();
    for (int steps : new int[] {1, 2, 10, 1000}) {
      NoiseGrid crowded = flat.grid(steps);
      assertThat(crowded.steps()).isEqualTo(steps);
      assertThat(ledger.on(crowded).totalNats()).isCloseTo(one, within(0.01 * one));
    }
  }

  /** Flats of a jagged profile outnumber the steps: fewer are kept, none is worth nothing. */
  @Test
  void moreFlatsThanStepsAreNoFailure() {
    DoubleUnaryOperator j = fisher(0.5);
    DoubleUnaryOperator jagged =
        s -> 0.3 * j.applyAsDouble(s) * (1 + 0.9 * Math.sin(40 * Math.log(s)));
    ScoreAwareClock clock = clock(j, jagged);
    assertThat(clock.flats()).hasSizeGreaterThan(50);
    ProfiledLedger ledger = ProfiledLedger.of(HIGH, 0, j, jagged);
    for (int steps : new int[] {1, 2, 5, 10, 50, 100}) {
      double own = ledger.on(clock.grid(steps)).totalNats();
      NoiseGrid least = LeastPathGrid.of(clock::g, candidates(1001), steps);
      assertThat(own).isLessThan(1.1 * ledger.on(least).totalNats());
      assertThat(own).isGreaterThan(clock.limit());
    }
  }

  @Test
  void refusesWhatIsNoError() {
    DoubleUnaryOperator j = fisher(1);
    assertThatThrownBy(() -> ScoreAwareClock.of(j, s -> 0, 2, 1)).hasMessageContaining("sigmaMin");
    assertThatThrownBy(() -> ScoreAwareClock.of(j, s -> 0, 0, 1)).hasMessageContaining("sigmaMin");
    assertThatThrownBy(() -> clock(j, s -> -1)).hasMessageContaining("e at σ = 80.0 = -1.0");
    assertThatThrownBy(() -> clock(s -> Double.NaN, s -> 0))
        .hasMessageContaining("g at σ = 80.0 = NaN");
    ScoreAwareClock clock = clock(j, s -> 0);
    assertThatThrownBy(() -> clock.grid(0)).hasMessageContaining("steps = 0");
    assertThatThrownBy(() -> clock.value(0)).hasMessageContaining("steps = 0");
    for (double sigma : new double[] {0.0019, 80.1, 0, Double.NaN}) {
      assertThatThrownBy(() -> clock.lower(sigma))
          .hasMessageContaining("sigma = " + sigma + ": expected from 0.002 to 80.0");
    }
    assertThat(clock.value(1 << 30)).isCloseTo(clock.limit(), within(1e-6)); // 4N is no int
    NoiseProfile narrow = ProfiledLedgerTest.profile(j, 0.01, 10);
    assertThatThrownBy(() -> clock(narrow, s -> 0)).hasMessageContaining("from 0.01 to 10");
  }
}
