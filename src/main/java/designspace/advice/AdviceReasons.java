package designspace.advice;

import designspace.bound.Term.Part;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/** Advice in words. */
final class AdviceReasons {
  /** Share of the start's cost. */
  private static final double SKEWED = 0.1;

  private final Advice advice;
  private final Evidence evidence;
  private final NoiseGrid grid;

  AdviceReasons(Advice advice) {
    this.advice = advice;
    this.evidence = advice.evidence();
    this.grid = advice.grid();
  }

  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "σ_data = "
            + Say.number(advice.sigmaData())
            + ": √(tr Cov/d), for the preconditioning of the network.");
    reasons.add(sigmaMax());
    reasons.add(sigmaMin());
    TrainingNoise training = advice.training();
    reasons.add(
        training
            + ": mean and spread of ln σ where the data become known (mmse/tr Cov from 0 to "
            + "1); EDM's, moved to this σ_data: "
            + TrainingNoise.edm(advice.sigmaData())
            + ".");
    reasons.add(Say.count(grid.steps(), "step") + choice());
    return reasons;
  }

  private String choice() {
    String found = cancelled() ? ", " + grid.recipe().name() + ": " : " of least ";
    return found + advice.criterion() + ": " + Say.number(advice.nats()) + " nats.";
  }

  /** Whether a named grid was taken because others have no error at all, see {@link FlowError}. */
  private boolean cancelled() {
    boolean searched = !advice.sampler().addsNoise() && grid.steps() > 1;
    return searched && !grid.recipe().source().equals("B7");
  }

  private String sigmaMax() {
    double start = evidence.start(grid.sigmaMax());
    String what =
        "σ_max = "
            + Say.number(grid.sigmaMax())
            + ": the start N(0, σ_max² I) then costs "
            + Say.number(start)
            + " nats"
            + (evidence.sample().isEmpty() ? " of a normal law" : "")
            + ", "
            + Say.percent(start / advice.nats())
            + " of the whole";
    double square = evidence.squaredMean();
    double variance = evidence.normal().secondMoment();
    return square < 1e-4 * variance
        ? what + "."
        : what
            + ", once the mean is subtracted (‖mean‖² is "
            + Say.percent(square / variance)
            + " of the variance); uncentred data would need σ_max = "
            + Say.number(advice.sigmaMaxOffCentre())
            + ".";
  }

  private String sigmaMin() {
    String level = "σ_min = " + Say.number(grid.sigmaMin()) + ": ";
    double tau = grid.tau(grid.steps());
    double removable = tau * evidence.fisher(grid.sigmaMin()) / evidence.dimension();
    String left =
        "a denoiser could still remove "
            + Say.percent(removable)
            + " of the noise's variance there";
    return level + (Double.isNaN(advice.wishes().sigmaMin()) ? left : "as wished; " + left) + ".";
  }

  List<String> limits() {
    List<String> limits = new ArrayList<>();
    evidence.sample().ifPresent(estimate -> sample(limits, estimate));
    if (evidence.sample().isEmpty()) {
      limits.add(
          "J is that of a normal law with this spectrum, the least that it can be: finer "
              + "structure is not in two moments.");
      limits.add(
          "The start's cost is a normal law's, the least that it can be: skewed data cost more.");
    }
    if (!advice.sampler().addsNoise()) {
      limits.add(
          "A deterministic sampler has no path KL: grids are compared on the normal law of this "
              + "spectrum, and finer structure is not seen.");
    }
    if (cancelled()) {
      limits.add(
          "From this σ_max there are grids on which the errors of the start and of the steps "
              + "cancel, on the normal law and no other: a named grid is advised instead; a greater "
              + "σ_max has a best one.");
    }
    if (advice.wishes().scoreError() == null) {
      limits.add("The score's error is unknown and not in these numbers.");
    }
    return limits;
  }

  private void sample(List<String> limits, InformationEstimate estimate) {
    DataSummary data = estimate.data();
    double known = estimate.knownDownTo();
    if (known > grid.sigmaMin()) {
      limits.add(
          "J is known from the sample alone, within 20 %, down to σ = "
              + Say.number(known)
              + ". Below it is what the best guess shows on held-out points; the data may be finer "
              + "than "
              + Say.count(data.size(), "point")
              + " can tell.");
    }
    if (data.rank() < data.dimension()) {
      limits.add(
          "The covariance of "
              + data.size()
              + " points has rank "
              + data.rank()
              + " in "
              + data.dimension()
              + " dimensions: of the other directions nothing is known.");
    }
    if (data.skewnessNats(grid.sigmaMax()) > SKEWED * evidence.start(grid.sigmaMax())) {
      limits.add(
          "The data are skewed: the start's cost has their third cumulants along eigenvectors in it, "
              + "but no higher ones, so that it may be more.");
    }
    if (data.duplicates() > 0) {
      limits.add(
          Say.count(data.duplicates(), "repeated row")
              + " left out: if the law has atoms, σ_min is a matter of taste.");
    }
    double ratio = data.spectrum()[0] / data.spectrum()[data.rank() - 1];
    if (ratio > 1e4) {
      limits.add(
          "Standard deviations differ by a factor of "
              + Say.number(Math.sqrt(ratio))
              + " between directions: scale the coordinates, and fewer steps will do.");
    }
  }

  String page() {
    StringBuilder page = new StringBuilder();
    evidence.sample().ifPresent(estimate -> page.append(estimate.data()).append('\n'));
    reasons().forEach(line -> page.append("• ").append(line).append('\n'));
    advice
        .ledger()
        .ifPresent(
            report ->
                page.append("expected error, nats: start ")
                    .append(Say.number(report.nats(Part.INITIALIZATION)))
                    .append(", score ")
                    .append(
                        advice.wishes().scoreError() == null
                            ? "unknown"
                            : Say.number(report.nats(Part.SCORE)))
                    .append(", steps ")
                    .append(Say.number(report.nats(Part.DISCRETIZATION)))
                    .append('\n'));
    for (Alternative other : advice.alternatives()) {
      page.append("instead, ")
          .append(other.label())
          .append(": ")
          .append(Say.percent(other.excess()))
          .append(" more\n");
    }
    limits().forEach(line -> page.append("not known: ").append(line).append('\n'));
    return page.append(advice.pyTorch(true)).append('\n').toString();
  }
}
