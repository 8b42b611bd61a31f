package designspace.advice;

import designspace.sampling.ExponentialIntegrator;
import designspace.sampling.HeunFlow;
import designspace.schedule.NoiseGrid;
import java.util.Locale;

/** An audit as text. */
final class AuditPage {
  private AuditPage() {}

  static String of(ScheduleAudit audit) {
    StringBuilder page = new StringBuilder(head(audit));
    for (ScheduleAudit.Decade decade : audit.decades()) {
      page.append(
          String.format(
              Locale.ROOT,
              "σ %s to %s: %.2f steps, %.2f a decade, %s of the error\n",
              Say.number(decade.high()),
              Say.number(decade.low()),
              decade.steps(),
              decade.perDecade(),
              Say.percent(decade.share())));
    }
    audit.changes().forEach(sentence -> page.append("• ").append(sentence).append('\n'));
    return page.toString();
  }

  private static String head(ScheduleAudit audit) {
    NoiseGrid grid = audit.grid();
    int longest = audit.longestStep();
    return String.format(
        Locale.ROOT,
        """
        %s, σ %s to %s, on %s
        longest: %s, factor %s; last step: factor %s
        start: %s nats; %s
        score evaluations: %d (one a step), %d (Heun)
        """,
        Say.count(grid.steps(), "step"),
        Say.number(grid.sigmaMax()),
        Say.number(grid.sigmaMin()),
        audit.law().label(),
        AuditAdvice.step(grid, longest),
        Say.number(grid.ratio(longest)),
        Say.number(audit.lastRatio()),
        Say.number(audit.startNats()),
        end(audit),
        audit.evaluations(new ExponentialIntegrator()),
        audit.evaluations(new HeunFlow()));
  }

  private static String end(ScheduleAudit audit) {
    String what =
        audit.levels().endsInZero() ? "undecided before the step to 0" : "noise in the end";
    return what + ": " + Say.percent(audit.leftAtEnd()) + " of E‖x‖²";
  }
}
