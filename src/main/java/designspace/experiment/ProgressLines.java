package designspace.experiment;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What a session tells of itself: a line only if it says something new, and not too often. */
final class ProgressLines {
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  private final Plan<?> plan;
  private final Pace pace;
  private final LongSupplier nanoClock;
  private final Consumer<String> listener;
  private final long begun;
  private long lastLook;
  private String lastLine = "";

  ProgressLines(Plan<?> plan, Pace pace, LongSupplier nanoClock, Consumer<String> listener) {
    this.plan = plan;
    this.pace = pace;
    this.nanoClock = nanoClock;
    this.listener = listener;
    begun = nanoClock.getAsLong();
    lastLook = begun;
  }

  /** Such as {@code training: 12 of 40 runs}. */
  String standing(int finished) {
    return plan.name() + ": " + finished + " of " + plan.settings().size() + " runs";
  }

  /** Where the session begins. */
  void begin(int found) {
    boolean goesOn = found > 0 && found < plan.settings().size();
    line(standing(found) + (goesOn ? " found, going on from there" : ""));
  }

  /** Tells how long it will take, or has taken as long as nothing can be said of that. */
  void tell(int finished) {
    long now = nanoClock.getAsLong();
    if (now - lastLook >= PAUSE) {
      lastLook = now;
      if (finished < plan.settings().size()) {
        line(standing(finished) + ", " + time(now));
      }
    }
  }

  private String time(long now) {
    OptionalDouble left = pace.secondsLeft();
    return left.isPresent()
        ? Pace.text(left.getAsDouble()) + " left"
        : Pace.text((now - begun) / 1e9) + " so far";
  }

  /** How long to wait before there may be something to tell. */
  long nanosUntilDue() {
    return Math.max(0, lastLook + PAUSE - nanoClock.getAsLong());
  }

  void failed(Throwable why) {
    line(plan.name() + ": " + why.getMessage());
  }

  /** All runs have ended; those that failed are told by an exception. */
  void end(int finished) {
    if (finished == plan.settings().size()) {
      line(standing(finished));
    }
  }

  private void line(String text) {
    if (!text.equals(lastLine)) {
      lastLine = text;
      listener.accept(text);
    }
  }
}
