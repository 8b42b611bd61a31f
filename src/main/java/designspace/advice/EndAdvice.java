package designspace.advice;

import designspace.advice.AuditChange.Kind;
import designspace.schedule.NoiseGrid;
import java.util.Optional;

/** Where an audited grid should start and end. */
final class EndAdvice {
  /** Nats, and part of the whole, that the start may cost: the advisor's. */
  private static final double MOST_START = 0.01;

  /** Part of E‖X‖² that may be left in the end. */
  private static final double MOST_LEFT = 0.01;

  /** Levels are printed to three digits: who ends where told is not told again. */
  private static final double PRINTED = 1.01;

  private static final int ROUNDS = 3;

  /** Of the bisection: enough for two digits. */
  private static final int HALVINGS = 5;

  private final ScheduleAudit audit;
  private final KnownLaw law;
  private final NoiseGrid grid;
  private final double scale;

  EndAdvice(ScheduleAudit audit) {
    this.audit = audit;
    this.law = audit.law();
    this.grid = audit.grid();
    this.scale = Math.sqrt(law.secondMoment() / law.dimension());
  }

  /** Another start, if with it the best grid of as many steps is better by more than a part. */
  Optional<AuditChange> start(double part) {
    double now = audit.startNats() + audit.bestNats();
    double level = startLevel();
    double then = whole(level);
    if (!(now - then > part * now)) {
      return Optional.empty();
    }
    double high = Math.max(level, grid.sigmaMax());
    double low = Math.min(level, grid.sigmaMax());
    return Optional.of(
        new AuditChange(Kind.MOVE_START, high, low, now - then, start(level, now, then)));
  }

  private String start(double level, double now, double then) {
    return "Start at "
        + Say.number(level)
        + " instead of "
        + Say.number(grid.sigmaMax())
        + ": N(0, σ² I) costs "
        + Say.number(law.start().applyAsDouble(level))
        + " nats there, "
        + Say.number(audit.startNats())
        + " here, and with as many steps, placed best, start and steps together "
        + Say.number(then)
        + " instead of "
        + Say.number(now)
        + ".";
  }

  private double whole(double sigmaMax) {
    NoiseGrid best = law.best(grid.sigmaMin(), sigmaMax, grid.steps());
    return law.start().applyAsDouble(sigmaMax) + law.discretization(best);
  }

  /** The least whose start is small against the whole; the whole depends on it, a little. */
  private double startLevel() {
    double level = Math.max(10 * grid.sigmaMin(), 20 * scale);
    for (int round = 0; round < ROUNDS; round++) {
      double most = MOST_START * Math.min(1, whole(level));
      level = Math.max(2 * grid.sigmaMin(), least(level, most));
    }
    return Double.parseDouble(Say.digits(level, 2));
  }

  private double least(double near, double nats) {
    double high = near;
    while (law.start().applyAsDouble(high) > nats) {
      high *= 2;
    }
    while (law.start().applyAsDouble(high / 2) <= nats) {
      high /= 2;
    }
    double low = high / 2;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (law.start().applyAsDouble(middle) > nats) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** What the end leaves; dσ² ≥ mmse, so that a tenth of the data's scale leaves at most 1 %. */
  Optional<AuditChange> end() {
    boolean much = audit.leftAtEnd() > PRINTED * MOST_LEFT;
    if (!audit.levels().endsInZero() && !much) {
      return Optional.empty();
    }
    double last = grid.sigmaMin();
    double lower = much ? Math.sqrt(MOST_LEFT) * scale : last;
    String end = "; end at " + Say.number(lower) + " or below, where it is at most ";
    String change = much ? end + Say.percent(MOST_LEFT) : "";
    return Optional.of(new AuditChange(Kind.MOVE_END, last, lower, 0, whatEnds() + change + "."));
  }

  private String whatEnds() {
    String level = Say.number(grid.sigmaMin());
    String left = Say.percent(audit.leftAtEnd()) + " of E‖x‖²";
    return audit.levels().endsInZero()
        ? "The last step, "
            + level
            + " → 0, is not judged: E_D is about the law at σ = "
            + level
            + "; it puts a mean in place of "
            + left
        : "The list ends at σ = " + level + ": noise of " + left + " is left in what is sampled";
  }
}
