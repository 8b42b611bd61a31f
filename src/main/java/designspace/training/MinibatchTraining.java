package designspace.training;

import designspace.core.Interrupts;
import designspace.core.Progress;
import designspace.core.Require;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.NetworkScore;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.Trained;
import designspace.score.ScoreFunction;
import designspace.training.MinibatchCheckpoint.Constants;
import designspace.training.Outcome.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Denoising score matching as in practice: all layers, minibatches with fresh noise, SGD or Adam.
 *
 * <p>The bits of a run depend on its seeds and the machine's products and nothing else: not on the
 * number of threads, nor on whether it was saved and resumed. A step that diverges is undone: the
 * run then stands where it last was finite.
 */
public final class MinibatchTraining {
  private final Minibatches minibatches;
  private final Constants constants;
  private final DenoisingRows rows; // of the one batch that every step refills
  private final Backpropagation loss;
  private final RunningLoss losses;
  private TrainingState current;
  private TrainingState spare; // where the next step goes, and after it where the step came from
  private int step;
  private double value;
  private boolean evaluated; // value and gradient are those of the current weights
  private Outcome outcome;

  private MinibatchTraining(Minibatches minibatches, MinibatchCheckpoint from, Workers workers) {
    this.minibatches = minibatches;
    constants = from.constants();
    losses = from.losses();
    current = from.state();
    spare = current.copy();
    step = from.step();
    outcome = from.outcome();
    Shape shape = current.weights().shape();
    LeastSquares batch = LeastSquares.rows(shape, minibatches.size());
    rows = minibatches.rows(shape, batch);
    loss = new Backpropagation(shape, Trained.ALL, batch, workers, Blas.fastest());
    value = evaluate(current, step);
  }

  /**
   * A run from a copy of {@code network}, on all of the machine's processors.
   *
   * @throws IllegalArgumentException if shapes differ or the loss at {@code network} is not finite
   */
  public static MinibatchTraining start(
      ReluNetwork network, Minibatches minibatches, TrainingSettings settings) {
    return start(network, minibatches, settings, Workers.all());
  }

  /** The same on threads of your choice: same bits, another time. */
  public static MinibatchTraining start(
      ReluNetwork network, Minibatches minibatches, TrainingSettings settings, Workers workers) {
    LeastSquares first = minibatches.batch(network.shape(), 0);
    double firstLoss =
        new Backpropagation(network.shape(), Trained.ALL, first, workers, Blas.fastest())
            .loss(network);
    Require.finite("loss at the start", firstLoss, "descent needs a finite gradient");
    Constants constants = new Constants(first.fingerprint(), firstLoss, settings);
    TrainingState state = TrainingState.start(network, settings);
    RunningLoss losses = new RunningLoss(settings.interval());
    return new MinibatchTraining(
        minibatches,
        new MinibatchCheckpoint(constants, state, 0, Outcome.sound(0), losses),
        workers);
  }

  /** Goes on with a saved run on all of the machine's processors. */
  public static MinibatchTraining resume(Path file, Minibatches minibatches) throws IOException {
    return resume(file, minibatches, Workers.all());
  }

  /**
   * Goes on with a saved run, bit for bit as if it had not stopped.
   *
   * @throws IllegalArgumentException if the first of the minibatches is not the run's first, or
   *     {@code file} is not a whole saved minibatch training
   */
  public static MinibatchTraining resume(Path file, Minibatches minibatches, Workers workers)
      throws IOException {
    MinibatchCheckpoint from = MinibatchCheckpoint.read(file);
    LeastSquares first = minibatches.batch(from.state().weights().shape(), 0);
    if (from.constants().fingerprint() != first.fingerprint()) {
      throw Require.refusal(
          "minibatches", minibatches, "those of the run in " + file, "it goes on with them");
    }
    return new MinibatchTraining(minibatches, from, workers);
  }

  /** Writes the run down, replacing {@code file} in one step. */
  public synchronized void save(Path file) throws IOException {
    new MinibatchCheckpoint(constants, current, step, outcome, losses).write(file);
  }

  /** Takes so many steps more, fewer if one diverges. */
  public synchronized Outcome advance(int steps) {
    return advance(steps, line -> {});
  }

  /** The same, telling {@code listener} every two seconds how long it will still take. */
  public synchronized Outcome advance(int steps, Consumer<String> listener) {
    Require.atLeast(0, "steps", steps, "training does not go back");
    Progress progress = new Progress("training", Math.max(1, steps), listener);
    for (int k = 0; k < steps && !outcome.diverged(); k++) {
      Interrupts.check("training");
      step();
      progress.advance(1);
    }
    return outcome;
  }

  private void step() {
    if (!evaluated) {
      value = evaluate(current, step); // the step before failed half-way
    }
    evaluated = false;
    loss.update(spare.after(current, step));
    double after = spare.isFinite() ? evaluate(spare, step + 1) : Double.NaN;
    if (runaway(after)) {
      outcome = new Outcome(Status.DIVERGED, step + 1, cause(after));
      return;
    }
    TrainingState left = current;
    current = spare;
    spare = left;
    losses.add(value);
    value = after;
    step++;
    outcome = Outcome.sound(step);
  }

  /** Beyond the first loss, and not for what the minibatch holds alone. */
  private boolean runaway(double after) {
    return !Double.isFinite(after)
        || (after > Outcome.RUNAWAY * constants.firstLoss()
            && after > Outcome.RUNAWAY * loss.loss(current.weights()));
  }

  private String cause(double after) {
    return constants.settings().overshoot(step, spare.isFinite(), value, after);
  }

  private double evaluate(TrainingState at, int number) {
    minibatches.fill(rows, number);
    double result = loss.lossAndGradient(at.weights());
    evaluated = true;
    return result;
  }

  /** A copy of the network as it is now. */
  public synchronized ReluNetwork network() {
    return current.weights().copy();
  }

  /** A copy of the running average of the weights; the network itself if none is kept. */
  public synchronized ReluNetwork average() {
    return current.average().copy();
  }

  /** What was learned so far: the score of {@link #average}; {@link LevelLoss} evaluates it. */
  public ScoreFunction score() {
    return new NetworkScore(average(), minibatches.parametrization());
  }

  /** s, the steps done. */
  public int steps() {
    return step;
  }

  /** The loss now, on the next minibatch. */
  public double loss() {
    return value;
  }

  /** How the run stands. */
  public Outcome outcome() {
    return outcome;
  }

  /** The losses so far. */
  public LossHistory history() {
    return losses.history();
  }
}
