package designspace.training;

import designspace.core.Interrupts;
import designspace.core.Require;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Trained;
import designspace.training.Outcome.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Full-batch gradient descent θ^{s+1} = θ^s − h∇L̄_em(θ^s) on W_1 … W_L (eq-9).
 *
 * <p>The bits of a run depend on its seeds and the machine's products and nothing else: not on the
 * number of threads, nor on whether it was saved and resumed. A step that diverges is undone: the
 * run then stands where its loss last was finite.
 */
public final class GradientDescent {
  /** Below this fraction of the first loss a rise is rounding. */
  private static final double ROUNDING = 1e-20;

  private final DenoisingObjective objective;
  private final Checkpoint.Settings settings;
  private final ReluNetwork start;
  private final Backpropagation loss;
  private final double firstValue;
  private final TraceRecorder recorder;
  private ReluNetwork current;
  private ReluNetwork spare; // where the next step goes, and after it where the step came from
  private int step;
  private double value;
  private Outcome outcome;

  private GradientDescent(
      DenoisingObjective objective, LeastSquares batch, Checkpoint from, Workers workers) {
    this.objective = objective;
    settings = from.settings();
    start = from.state().start();
    current = from.state().current().copy();
    spare = current.copy();
    step = from.state().step();
    outcome = from.state().outcome();
    loss = new Backpropagation(start.shape(), Trained.INNER, batch, workers, Blas.fastest());
    firstValue =
        Require.finite("loss at the start", loss.loss(start), "descent needs a finite gradient");
    recorder = new TraceRecorder(objective, loss, from);
    value = loss.lossAndGradient(current);
    recorder.record(step, value, current);
  }

  /**
   * A run from a copy of {@code network}, on all of the machine's processors.
   *
   * @throws IllegalArgumentException if shapes differ or the loss at {@code network} is not finite
   */
  public static GradientDescent start(
      ReluNetwork network, DenoisingObjective objective, double stepSize, Recording recording) {
    return start(network, objective, stepSize, recording, Workers.all());
  }

  /** The same on threads of your choice: same bits, another time. */
  public static GradientDescent start(
      ReluNetwork network,
      DenoisingObjective objective,
      double stepSize,
      Recording recording,
      Workers workers) {
    Require.positive("stepSize", stepSize, "descent moves against the gradient");
    LeastSquares batch = objective.leastSquares(network.shape(), Parametrization.paper());
    Checkpoint fresh =
        new Checkpoint(
            new Checkpoint.Settings(batch.fingerprint(), stepSize, recording),
            new Checkpoint.State(network.copy(), network, 0, Outcome.sound(0)),
            List.of());
    return new GradientDescent(objective, batch, fresh, workers);
  }

  /**
   * Goes on with a saved run, bit for bit as if it had not stopped.
   *
   * @throws IllegalArgumentException if the objective is not the run's, or {@code file} is not a
   *     whole saved run of gradient descent
   */
  public static GradientDescent resume(Path file, DenoisingObjective objective) throws IOException {
    return resume(file, objective, Workers.all());
  }

  /** The same on threads of your choice. */
  public static GradientDescent resume(Path file, DenoisingObjective objective, Workers workers)
      throws IOException {
    Checkpoint from = Checkpoint.read(file);
    LeastSquares batch =
        objective.leastSquares(from.state().start().shape(), Parametrization.paper());
    if (from.settings().fingerprint() != batch.fingerprint()) {
      String expected = "the points, noise and weights of the run in " + file;
      throw Require.refusal("objective", objective, expected, "it goes on with them");
    }
    return new GradientDescent(objective, batch, from, workers);
  }

  /** Writes the run down, replacing {@code file} in one step. */
  public synchronized void save(Path file) throws IOException {
    Checkpoint.State state = new Checkpoint.State(start, current, step, outcome);
    new Checkpoint(settings, state, recorder.steps()).write(file);
  }

  /** Takes so many steps more, fewer if one diverges. */
  public synchronized Outcome advance(int steps) {
    Require.atLeast(0, "steps", steps, "descent does not go back");
    for (int k = 0; k < steps && !outcome.diverged(); k++) {
      Interrupts.check("gradient descent");
      step();
    }
    return outcome;
  }

  private void step() {
    double before = value;
    move();
    if (!Double.isFinite(value) || value > Outcome.RUNAWAY * firstValue) {
      outcome = new Outcome(Status.DIVERGED, step + 1, undo(before));
      return;
    }
    step++;
    if (outcome.status() == Status.SOUND) {
      boolean rose = value > Outcome.RISE * before && value > ROUNDING * firstValue;
      outcome = rose ? rise(before) : Outcome.sound(step);
    }
    recorder.record(step, value, current);
  }

  private void move() {
    loss.descend(current, settings.stepSize(), spare);
    value = loss.lossAndGradient(spare);
    swap();
  }

  private void swap() {
    ReluNetwork other = spare;
    spare = current;
    current = other;
  }

  private Outcome rise(double before) {
    String cause = undo(before);
    move();
    return new Outcome(Status.ROSE, step, cause);
  }

  /** Goes back by one step, and says what was wrong with it. */
  private String undo(double before) {
    double after = value;
    swap();
    value = loss.lossAndGradient(current);
    return new Overshoot(settings.stepSize(), before, after, squaredGradient()).cause();
  }

  /** ‖∇L̄_em‖² now. */
  public double squaredGradient() {
    return loss.squaredNorm();
  }

  /** A copy of the network as it is now. */
  public synchronized ReluNetwork network() {
    return current.copy();
  }

  /** s, the steps done. */
  public int steps() {
    return step;
  }

  /** L̄_em now. */
  public double loss() {
    return value;
  }

  /** f(θ;i,j) now, row iN + j − 1. */
  public double[] terms() {
    return recorder.all();
  }

  /** How the run stands. */
  public Outcome outcome() {
    return outcome;
  }

  /** What was recorded so far. */
  public Trace trace() {
    return new Trace(objective, settings.stepSize(), recorder.steps());
  }
}
