package designspace.advice;

import designspace.advice.AuditChange.Kind;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What to change in an audited grid. */
final class AuditAdvice {
  /** A grid this near the best is left alone. */
  private static final double GOOD = 0.02;

  private final ScheduleAudit audit;
  private final NoiseGrid grid;
  private final GridEdit edit;
  private final List<AuditChange> changes = new ArrayList<>();

  AuditAdvice(ScheduleAudit audit) {
    this.audit = audit;
    this.grid = audit.grid();
    this.edit = new GridEdit(grid, audit.law());
    order();
    repeated();
    EndAdvice ends = new EndAdvice(audit);
    ends.end().ifPresent(changes::add);
    ends.start(GOOD).ifPresent(changes::add);
    if (audit.excess() < GOOD) {
      keep();
      addLevel(edit.splitMost());
    } else {
      addLevel(largest(audit.shares()));
      stretch(Kind.THIN_OUT);
      stretch(Kind.FILL_IN);
      worthLeast();
      whole();
    }
  }

  List<AuditChange> changes() {
    return List.copyOf(changes);
  }

  private void about(Kind kind, double high, double low, double nats, String sentence) {
    changes.add(new AuditChange(kind, high, low, nats, sentence));
  }

  private void order() {
    PastedLevels levels = audit.levels();
    if (levels.unsorted() || levels.increasing()) {
      String sentence =
          levels.unsorted()
              ? "The list is in no order: it is judged sorted, largest level first."
              : "The list increases: sampling goes from the largest level to the least.";
      about(Kind.SORT, grid.sigmaMax(), grid.sigmaMin(), 0, sentence);
    }
  }

  private void repeated() {
    PastedLevels levels = audit.levels();
    if (levels.zeroSteps() > 0) {
      double[] repeated = levels.repeated();
      String sentence =
          Say.count(levels.zeroSteps(), "step")
              + " of no size (repeated: "
              + Say.levels(repeated, 3)
              + "): each costs an evaluation and does nothing; delete the repetition.";
      about(Kind.DELETE_REPEATED, repeated[0], repeated[repeated.length - 1], 0, sentence);
    }
  }

  private void keep() {
    String sentence =
        grid.steps() == 1
            ? "There is one step, and no inner level to move."
            : "Nothing to gain in E_D by moving the inner levels: the best grid of as many steps"
                + " between the same ends is within "
                + Say.percent(GOOD)
                + ".";
    about(Kind.KEEP_INNER, grid.sigmaMax(), grid.sigmaMin(), 0, sentence);
  }

  private void addLevel(int k) {
    double level = edit.split(k);
    double saved = edit.saved(k, level);
    String sentence =
        step(grid, k)
            + " carries "
            + Say.percent(audit.shares()[k])
            + " of the error: split it at "
            + Say.number(level)
            + ", which lowers the whole by "
            + Say.percent(saved / audit.errorNats())
            + ", "
            + Say.number(saved)
            + " nats, for one step more.";
    about(Kind.ADD_LEVEL, level, level, saved, sentence);
  }

  /** The run of steps whose share of the error is farthest from their share of the steps. */
  private void stretch(Kind kind) {
    int sign = kind == Kind.THIN_OUT ? 1 : -1;
    double fair = 1.0 / grid.steps();
    double[] gap = Arrays.stream(audit.shares()).map(share -> sign * (fair - share)).toArray();
    int[] run = GridEdit.largestRun(gap);
    int has = run[1] - run[0];
    double high = grid.sigma(run[0]);
    double low = grid.sigma(run[1]);
    int wants = (int) Math.round(audit.best().stepsBetween(low, high));
    if (sign * (has - wants) > 0) {
      double[] best = audit.law().perStep(audit.best());
      double now = ScheduleAudit.between(grid, audit.shares(), low, high);
      double then = ScheduleAudit.between(audit.best(), best, low, high);
      double saved = now * audit.errorNats() - then;
      about(kind, high, low, saved, stretch(high, low, now, has, wants));
    }
  }

  private String stretch(double high, double low, double carried, int has, int wants) {
    return "From σ = "
        + Say.number(high)
        + " to "
        + Say.number(low)
        + ", "
        + Say.percent((double) has / grid.steps())
        + " of the steps carry "
        + Say.percent(carried)
        + " of the error; the best grid has "
        + wants
        + " there instead of "
        + has
        + ": "
        + (wants < has ? "take " + (has - wants) + " away" : "add " + (wants - has))
        + ".";
  }

  private void worthLeast() {
    int k = edit.worthLeast();
    String sentence =
        "The level "
            + Say.number(grid.sigma(k))
            + " is worth least: without it the error grows by "
            + Say.percent(edit.worth(k) / audit.errorNats())
            + ".";
    about(Kind.DROP_LEVEL, grid.sigma(k), grid.sigma(k), -edit.worth(k), sentence);
  }

  private void whole() {
    int enough = audit.stepsThatWouldDo();
    String fewer =
        enough < grid.steps() ? "; a best grid of " + enough + " would do as well as this one" : "";
    String sentence =
        "The best grid of "
            + Say.count(grid.steps(), "step")
            + " between the same ends has "
            + Say.number(audit.bestNats())
            + " nats where this one has "
            + Say.number(audit.errorNats())
            + ", "
            + Say.percent(audit.excess())
            + " more"
            + fewer
            + ".";
    double saved = audit.errorNats() - audit.bestNats();
    about(Kind.PLACE_ANEW, grid.sigmaMax(), grid.sigmaMin(), saved, sentence);
  }

  static String step(NoiseGrid grid, int k) {
    return "Step "
        + (k + 1)
        + " ("
        + Say.number(grid.sigma(k))
        + " → "
        + Say.number(grid.sigma(k + 1))
        + ")";
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int k = 1; k < values.length; k++) {
      largest = values[k] > values[largest] ? k : largest;
    }
    return largest;
  }
}
