package designspace.experiment;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * How long the runs that are left will take, from those of this session: a run's time is taken to
 * be proportional to its cost. Safe to call from several threads.
 */
final class Pace {
  private final int threads;
  private final LongSupplier nanoClock;
  private final Map<Object, Begun> running = new HashMap<>();
  private double waitingCost;
  private double finishedCost;
  private long finishedNanos;

  private record Begun(double cost, long nanos) {}

  /**
   * Nothing has begun.
   *
   * @param threads how many runs there are at once
   * @param cost of all runs that are to be finished, in any unit
   */
  Pace(int threads, double cost, LongSupplier nanoClock) {
    this.threads = threads;
    this.waitingCost = cost;
    this.nanoClock = nanoClock;
  }

  synchronized void begin(Object run, double cost) {
    running.put(run, new Begun(cost, nanoClock.getAsLong()));
    waitingCost -= cost;
  }

  synchronized void end(Object run) {
    Begun begun = running.remove(run);
    finishedCost += begun.cost();
    finishedNanos += nanoClock.getAsLong() - begun.nanos();
  }

  /** A run that failed: its time tells nothing of the others'. */
  synchronized void drop(Object run) {
    running.remove(run);
  }

  /** Seconds until all is finished; empty as long as no run is. */
  synchronized OptionalDouble secondsLeft() {
    if (finishedCost == 0) {
      return OptionalDouble.empty();
    }
    double nanosPerCost = finishedNanos / finishedCost;
    double sum = waitingCost * nanosPerCost;
    double longest = 0;
    for (Begun begun : running.values()) {
      long since = nanoClock.getAsLong() - begun.nanos();
      double left = Math.max(0, begun.cost() * nanosPerCost - since);
      sum += left;
      longest = Math.max(longest, left);
    }
    return OptionalDouble.of(Math.max(longest, sum / threads) / 1e9);
  }

  /** A time in whole seconds, minutes or hours, such as {@code 90 s} or {@code 45 min}. */
  static String text(double seconds) {
    if (seconds < 120) {
      return Math.round(seconds) + " s";
    }
    return seconds < 7200
        ? Math.round(seconds / 60) + " min"
        : Math.round(seconds / 360) / 10.0 + " h";
  }
}
