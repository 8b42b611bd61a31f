package designspace.bound;

import designspace.schedule.Design;
import designspace.schedule.TimeGrid;

/**
 * How σ_t² is taken over the step that ends, in forward time, at t_j: ∫σ_t²dt from t_{j−1} to t_j
 * is ½Δτ_j exactly. A sampler runs the step backward and freezes the score at t_j.
 */
public enum StepRule {
  /** σ² at t_j, where the sampler starts the step: as thm-3 and tab-2 print it. */
  START("σ² at the step's start"),
  /** σ² at t_{j−1}, where the sampler ends it. */
  END("σ² at the step's end"),
  /** The mean of σ² over the step, ½Δτ_j/Δt_j (E9). */
  EXACT("exact ½Δτ");

  private final String label;

  StepRule(String label) {
    this.label = label;
  }

  /** The σ² of the step to level j, 1 ≤ j ≤ N; all rules agree where σ_t² is constant. */
  public double rate(Design design, int j) {
    TimeGrid time = design.time();
    return switch (this) {
      case START -> design.variance().rate(time.time(j));
      case END -> design.variance().rate(time.time(j - 1));
      case EXACT -> {
        double high = design.variance().sigmaBar(time.time(j));
        double low = design.variance().sigmaBar(time.time(j - 1));
        yield 0.5 * (high - low) * (high + low) / (time.time(j) - time.time(j - 1));
      }
    };
  }

  /** For tables and legends. */
  @Override
  public String toString() {
    return label;
  }
}
