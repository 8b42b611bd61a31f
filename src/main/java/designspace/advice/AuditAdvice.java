package designspace.advice;

import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/** What to change in an audited grid. */
final class AuditAdvice {
  /** A grid this near the best is left alone. */
  private static final double GOOD = 0.02;

  private final ScheduleAudit audit;
  private final NoiseGrid grid;
  private final GridEdit edit;

  AuditAdvice(ScheduleAudit audit) {
    this.audit = audit;
    this.grid = audit.grid();
    this.edit = new GridEdit(grid, audit.law());
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    order(sentences);
    if (audit.excess() < GOOD) {
      sentences.add(
          "Nothing to gain in E_D: the best grid of as many steps is within "
              + Say.percent(GOOD)
              + ".");
      return sentences;
    }
    costliest(sentences);
    if (grid.steps() > 1) {
      stretch(sentences, "crowded");
      stretch(sentences, "starved");
      worthLeast(sentences);
    }
    whole(sentences);
    return sentences;
  }

  /** What is odd about the list itself. */
  private void order(List<String> sentences) {
    PastedLevels levels = audit.levels();
    if (levels.unsorted()) {
      sentences.add("The list is in no order: it is judged sorted, largest level first.");
    } else if (levels.increasing()) {
      sentences.add("The list increases: sampling goes from the largest level to the least.");
    }
    if (levels.zeroSteps() > 0) {
      sentences.add(
          Say.count(levels.zeroSteps(), "step")
              + " of no size (repeated: "
              + Say.levels(levels.repeated(), 3)
              + "): each costs an evaluation and does nothing; delete the repetition.");
    }
    if (levels.endsInZero()) {
      sentences.add(
          "The last step, "
              + Say.number(grid.sigmaMin())
              + " → 0, is not judged: E_D is about the law at σ = "
              + Say.number(grid.sigmaMin())
              + ".");
    }
  }

  private void costliest(List<String> sentences) {
    double[] shares = audit.shares();
    int k = largest(shares);
    double level = edit.split(k);
    double saved = edit.saved(k, level) / audit.errorNats();
    sentences.add(
        step(grid, k)
            + " carries "
            + Say.percent(shares[k])
            + " of the error: split it at "
            + Say.number(level)
            + ", which lowers the whole by "
            + Say.percent(saved)
            + ".");
  }

  /** The run of steps whose share of the error is farthest from their share of the steps. */
  private void stretch(List<String> sentences, String which) {
    boolean crowded = which.equals("crowded");
    double[] shares = audit.shares();
    double[] gap = new double[shares.length];
    for (int k = 0; k < gap.length; k++) {
      gap[k] = (crowded ? 1 : -1) * (1.0 / gap.length - shares[k]);
    }
    int[] run = GridEdit.largestRun(gap);
    double high = grid.sigma(run[0]);
    double low = grid.sigma(run[1]);
    double carried = 0;
    for (int k = run[0]; k < run[1]; k++) {
      carried += shares[k];
    }
    int has = run[1] - run[0];
    int wants = (int) Math.round(audit.best().stepsBetween(low, high));
    if (crowded ? wants < has : wants > has) {
      String change = crowded ? "take " + (has - wants) + " away" : "add " + (wants - has);
      sentences.add(
          "From σ = "
              + Say.number(high)
              + " to "
              + Say.number(low)
              + ", "
              + Say.percent((double) has / gap.length)
              + " of the steps carry "
              + Say.percent(carried)
              + " of the error; the best grid has "
              + wants
              + " there instead of "
              + has
              + ": "
              + change
              + ".");
    }
  }

  private void worthLeast(List<String> sentences) {
    int k = edit.worthLeast();
    sentences.add(
        "The level "
            + Say.number(grid.sigma(k))
            + " is worth least: without it the error grows by "
            + Say.percent(edit.worth(k) / audit.errorNats())
            + ".");
  }

  private void whole(List<String> sentences) {
    int enough = audit.stepsThatWouldDo();
    String fewer =
        enough < grid.steps() ? "; a best grid of " + enough + " would do as well as this one" : "";
    sentences.add(
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
            + ".");
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
