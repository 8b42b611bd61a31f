package designspace.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.bound.ScoreAwareClock;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Clocks from densities against closed forms. */
class ClockTest {
  static final double LOW = 0.002;
  static final double HIGH = 80;

  /** The largest |ln σ_k/σ_k′| of two grids of as many steps. */
  static double farthest(NoiseGrid a, NoiseGrid b) {
    assertThat(a.steps()).isEqualTo(b.steps());
    double farthest = 0;
    for (int k = 0; k <= a.steps(); k++) {
      farthest = Math.max(farthest, Math.abs(Math.log(a.sigma(k) / b.sigma(k))));
    }
    return farthest;
  }

  static DensityClock withDensity(DoubleUnaryOperator density) {
    return DensityClock.of("own", "nothing", "a test", density);
  }

  @Property(tries = 60, seed = "1")
  void densitiesGiveTheGridsOfTheAngleLaws(
      @ForAll AngleLaw law,
      @ForAll @DoubleRange(min = -4, max = 4) double logC,
      @ForAll @IntRange(min = 1, max = 60) int steps) {
    AngleClock clock = new AngleClock(law, Math.exp(logC));
    NoiseGrid grid = withDensity(clock::density).grid(LOW, HIGH, steps);
    // Where a law spends next to nothing a level is as uncertain as rounding of the whole integral.
    assertThat(farthest(grid, clock.grid(LOW, HIGH, steps))).isLessThan(1e-9);
    assertThat(grid.sigmaMax()).isEqualTo(HIGH);
    assertThat(grid.sigmaMin()).isEqualTo(LOW);
  }

  @Property(tries = 60, seed = "2")
  void densitiesIntegrateToTheAngleLaws(
      @ForAll AngleLaw law,
      @ForAll @DoubleRange(min = -3, max = 3) double logC,
      @ForAll @DoubleRange(min = -6, max = 0) double logLow,
      @ForAll @DoubleRange(min = 0.1, max = 4) double logHigh) {
    double c = Math.exp(logC);
    double low = Math.exp(logLow);
    double high = Math.exp(logHigh);
    double length = withDensity(new AngleClock(law, c)::density).length(low, high);
    double between = law.clock(c, high) - law.clock(c, low);
    double rounding = 1e-12 * Math.abs(law.clock(c, low)); // of the difference of two clocks
    assertThat(length).isCloseTo(between, within(1e-10 * between + rounding));
  }

  @Test
  void thePapersGridsAreClocksToo() {
    assertThat(
            farthest(
                DensityClock.polynomial(7).grid(LOW, HIGH, 40),
                NoiseGrid.polynomial(LOW, HIGH, 7, 40)))
        .isLessThan(1e-12);
    assertThat(
            farthest(
                DensityClock.exponential().grid(LOW, HIGH, 40), NoiseGrid.geometric(LOW, HIGH, 40)))
        .isLessThan(1e-12);
  }

  @Test
  void aClockMayStandStillAndJump() {
    DensityClock clock = withDensity(sigma -> sigma < 0.1 || sigma > 1 ? 1 : 0);
    NoiseGrid grid = clock.grid(0.01, 10, 9);
    assertThat(grid.stepsBetween(0.1, 1)).isLessThanOrEqualTo(1);
    assertThat(clock.length(0.01, 10)).isCloseTo(2 * Math.log(10), within(0.01)); // cells at edges
  }

  @Test
  void refusesDensitiesThatAreNone() {
    assertThatThrownBy(() -> withDensity(sigma -> -1).grid(LOW, HIGH, 5))
        .hasMessageContaining("run backwards");
    assertThatThrownBy(() -> withDensity(sigma -> Double.NaN).grid(LOW, HIGH, 5))
        .hasMessageContaining("density at σ");
    assertThatThrownBy(() -> withDensity(sigma -> 0).grid(LOW, HIGH, 5))
        .hasMessageContaining("integral of the density");
    assertThatThrownBy(() -> withDensity(sigma -> 1).grid(2, 1, 5))
        .hasMessageContaining("sigmaMin");
    assertThatThrownBy(() -> withDensity(sigma -> 1).grid(1, 2, 0)).hasMessageContaining("steps");
    assertThatThrownBy(() -> new AngleClock(AngleLaw.LOG, 0)).hasMessageContaining("c = 0");
  }

  @Test
  void withoutAScoreErrorTheScoreAwareClockIsTheLogLaw() {
    AngleClock law = new AngleClock(AngleLaw.LOG, 0.5);
    ErrorAwareClock clock = ErrorAwareClock.of(s -> 1 / (0.25 + s * s), sigma -> 0, LOW, HIGH);
    assertThat(farthest(clock.grid(LOW, HIGH, 30), law.grid(LOW, HIGH, 30))).isLessThan(1e-4);
    for (double sigma : new double[] {0.01, 0.5, 3, 60}) {
      assertThat(clock.density(sigma)).isCloseTo(law.density(sigma), within(1e-3 * sigma));
    }
  }

  @Test
  void theScoreAwareClockKeepsItsLevelsAndStandsStillOnFlats() {
    DoubleUnaryOperator fisher = s -> 1 / (0.25 + s * s);
    DoubleUnaryOperator white = s -> 0.1 / (s * s);
    ErrorAwareClock clock = ErrorAwareClock.of(fisher, white, LOW, HIGH);
    ScoreAwareClock own = ScoreAwareClock.of(fisher, white, LOW, HIGH);
    assertThat(clock.grid(LOW, HIGH, 25).sigmas()).isEqualTo(own.grid(25).sigmas());
    ScoreAwareClock.Flat flat = own.flats().get(0);
    assertThat(clock.density(Math.sqrt(flat.low() * flat.high()))).isZero();
    assertThat(clock.grid(0.1, 10, 5).sigmaMax()).isEqualTo(10);
    assertThat(clock.label() + clock.minimises() + clock.source()).contains("score error", "B6");
  }
}
