package designspace.claim;

import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;

import designspace.bound.ProfiledLedger;
import designspace.bound.ScoreAwareClock;
import designspace.schedule.NoiseGrid;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A score error on N(0, c²), c = 0.5, over EDM's range of noise, and its clock (B6).
 *
 * @param name what is wrong with the score
 * @param error e(σ)
 * @param clock of that error
 */
public record ClockCase(String name, DoubleUnaryOperator error, ScoreAwareClock clock) {
  static final double C = 0.5;

  /** J(σ) = 1/(c²+σ²). */
  static double fisher(double sigma) {
    return 1 / (C * C + sigma * sigma);
  }

  private static ClockCase of(String name, DoubleUnaryOperator error) {
    return new ClockCase(name, error, ScoreAwareClock.of(ClockCase::fisher, error, LOW, HIGH));
  }

  /** e = a/σ²: the noise is guessed with mean square error a at every level. */
  public static ClockCase white(double a) {
    return of("e = " + a + "/σ²", sigma -> a / (sigma * sigma));
  }

  /** Errors of many shapes, from none to one that makes five flats. */
  public static List<ClockCase> list() {
    return List.of(
        of("no error", sigma -> 0),
        white(0.01),
        white(0.1),
        white(0.5),
        of("a tenth too long", sigma -> 0.01 * fisher(sigma)),
        of("worse at low noise", sigma -> 0.3 / (0.01 + sigma * sigma)),
        of("worse at high noise", sigma -> 0.1 * Math.pow(sigma / (1 + sigma * sigma), 2)),
        of("bad about σ = 0.3", sigma -> 0.5 * Math.exp(-2 * square(sigma)) / (sigma * sigma)),
        of("wavy", sigma -> fisher(sigma) * (0.05 + 0.045 * Math.sin(6 * Math.log(sigma)))));
  }

  private static double square(double sigma) {
    return Math.log(sigma / 0.3) * Math.log(sigma / 0.3);
  }

  /** Path KL without its initialization, nats. */
  public double nats(NoiseGrid grid) {
    return ProfiledLedger.of(HIGH, 0, ClockCase::fisher, error).on(grid).totalNats();
  }

  /** That of the clock's own grid. */
  public double nats(int steps) {
    return nats(clock.grid(steps));
  }

  /** What the path KL tends to. */
  public double limit() {
    return clock.limit();
  }
}
