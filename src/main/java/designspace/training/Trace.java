package designspace.training;

import designspace.core.Require;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The recorded steps of a run of gradient descent, first to last.
 *
 * @param objective what was minimised
 * @param stepSize h
 * @param steps in order
 */
public record Trace(DenoisingObjective objective, double stepSize, List<TraceStep> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /** How many steps are recorded. */
  public int size() {
    return steps.size();
  }

  /** The recorded step number {@code index}. */
  public TraceStep get(int index) {
    return steps.get(Require.index("index", index, size(), "so many steps were recorded"));
  }

  /** One number a recorded step, for charts. */
  public double[] each(ToDoubleFunction<TraceStep> number) {
    return steps.stream().mapToDouble(number).toArray();
  }

  /** s of each recorded step. */
  public double[] numbers() {
    return each(TraceStep::step);
  }

  /** L̄(θ^s). */
  public double[] losses() {
    return each(TraceStep::loss);
  }

  /** The mean of f over i at level j, from 1. */
  public double[] level(int j) {
    return each(step -> step.terms().levels().get(j - 1));
  }

  /** j*(s). */
  public double[] jStars() {
    return each(step -> step.terms().jStar());
  }

  /**
   * L̄(θ^{s+1})/L̄(θ^s), per step where not every step is recorded: the decay ratio; one number
   * less than steps.
   */
  public double[] decays() {
    double[] decays = new double[Math.max(0, size() - 1)];
    for (int k = 0; k < decays.length; k++) {
      double ratio = steps.get(k + 1).loss() / steps.get(k).loss();
      decays[k] = Math.pow(ratio, 1.0 / (steps.get(k + 1).step() - steps.get(k).step()));
    }
    return decays;
  }
}
