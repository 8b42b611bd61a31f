package designspace.training;

import designspace.network.ActivationPattern;
import designspace.network.Backpropagation;
import designspace.network.ReluNetwork;
import designspace.training.TraceStep.Motion;
import designspace.training.TraceStep.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down what the last evaluation of a run found. */
final class TraceRecorder {
  private final DenoisingObjective objective;
  private final Backpropagation loss;
  private final Recording recording;
  private final ReluNetwork start;
  private final ActivationPattern first;
  private final List<TraceStep> steps;

  /** The last evaluation was at the start of the run. */
  TraceRecorder(DenoisingObjective objective, Backpropagation loss, Checkpoint from) {
    this.objective = objective;
    this.loss = loss;
    recording = from.settings().recording();
    start = from.state().start();
    steps = new ArrayList<>(from.trace());
    first = recording.every() > 0 ? loss.pattern() : null;
  }

  List<TraceStep> steps() {
    return List.copyOf(steps);
  }

  /** Once a step, if it is wanted; needs loss and gradient of the last evaluation. */
  void record(int step, double value, ReluNetwork network) {
    boolean there = !steps.isEmpty() && steps.get(steps.size() - 1).step() >= step;
    if (recording.wants(step) && !there) {
      steps.add(new TraceStep(step, value, terms(), motion(network)));
    }
  }

  /** f(θ;i,j) of the last evaluation. */
  double[] all() {
    double[] all = new double[objective.rows()];
    loss.terms(all);
    for (int r = 0; r < all.length; r++) {
      all[r] *= objective.points(); // the batch's weights are β_j/n
    }
    return all;
  }

  private Terms terms() {
    double[] all = all();
    double[] levels = new double[objective.levels()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < all.length; r++) {
      levels[objective.level(r) - 1] += all[r] / objective.points();
      largest = Math.max(largest, all[r]);
    }
    List<Integer> hardest = new ArrayList<>();
    int jStar = 0;
    for (int r = 0; r < all.length; r++) {
      if (all[r] == largest) {
        hardest.add(r);
        int j = objective.level(r);
        jStar = jStar == 0 || c(j) > c(jStar) ? j : jStar;
      }
    }
    return new Terms(
        boxed(levels), recording.terms() ? boxed(all) : List.of(), List.copyOf(hardest), jStar);
  }

  private double c(int j) {
    return objective.weighting().c(j);
  }

  private Motion motion(ReluNetwork network) {
    List<Double> norms = new ArrayList<>();
    for (int l = 1; l <= network.shape().depth(); l++) {
      norms.add(Math.sqrt(loss.squaredNorm(l)));
    }
    return new Motion(
        List.copyOf(norms),
        network.distance(start, loss.trained()),
        loss.pattern().changedFrom(first));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
