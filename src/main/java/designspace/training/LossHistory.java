package designspace.training;

import java.util.List;

/**
 * The minibatch loss as training went on. A batch's loss differs from the population's by chance;
 * the mean over an interval does so less.
 *
 * @param interval how many steps each mean is over
 * @param means of the loss before each step of an interval, for the intervals that are complete
 */
public record LossHistory(int interval, List<Double> means) {
  public LossHistory {
    means = List.copyOf(means);
  }

  /** The step at which each interval ended, for charts. */
  public double[] steps() {
    double[] steps = new double[means.size()];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = (k + 1.0) * interval;
    }
    return steps;
  }

  /** The means, for charts. */
  public double[] losses() {
    return means.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
