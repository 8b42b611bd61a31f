package designspace.core;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells how far long work has come and how long it will still take, at most every two seconds and
 * not at all if the work is shorter. Safe to call from several threads.
 */
public final class Progress {
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  private final String task;
  private final long total;
  private final Consumer<String> listener;
  private final LongSupplier nanoClock;
  private final long start;
  private long done;
  private long lastReport;

  /**
   * Starts the clock.
   *
   * @param task what is being done, such as {@code sampling}
   * @param total units of work, at least 1
   * @param listener receives lines such as {@code sampling: 40%, 12 s left}
   */
  public Progress(String task, long total, Consumer<String> listener) {
    this(task, total, listener, System::nanoTime);
  }

  Progress(String task, long total, Consumer<String> listener, LongSupplier nanoClock) {
    if (total < 1) {
      throw Require.refusal("total", total, "at least 1", "there is no progress in no work");
    }
    this.task = task;
    this.total = total;
    this.listener = listener;
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.lastReport = start;
  }

  /** Counts {@code units} of work as done. */
  public synchronized void advance(long units) {
    done += units;
    long now = nanoClock.getAsLong();
    if (now - lastReport >= PAUSE && done < total) {
      lastReport = now;
      double secondsLeft = (now - start) / 1e9 * (total - done) / done;
      listener.accept(
          task + ": " + 100 * done / total + "%, " + Math.round(secondsLeft) + " s left");
    }
  }
}
