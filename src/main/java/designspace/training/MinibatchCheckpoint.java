package designspace.training;

import designspace.training.Optimizer.Adam;
import designspace.training.Optimizer.Sgd;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A minibatch training at rest.
 *
 * @param constants what stays
 * @param state what moves with each step
 * @param step the steps done
 * @param outcome how it stands
 * @param losses of the steps done
 */
record MinibatchCheckpoint(
    Constants constants, TrainingState state, int step, Outcome outcome, RunningLoss losses) {
  private static final RunFile FILE =
      new RunFile(0x44534b2d4d420001L, "a saved minibatch training"); // "DSK-MB", version 1

  /**
   * What stays.
   *
   * @param fingerprint of the first batch
   * @param firstLoss that of the start on it
   */
  record Constants(long fingerprint, double firstLoss, TrainingSettings settings) {}

  void write(Path file) throws IOException {
    FILE.write(file, this::write);
  }

  static MinibatchCheckpoint read(Path file) throws IOException {
    return FILE.read(file, MinibatchCheckpoint::read);
  }

  private void write(DataOutput out) throws IOException {
    out.writeLong(constants.fingerprint);
    out.writeDouble(constants.firstLoss);
    write(out, constants.settings);
    state.write(out);
    out.writeInt(step);
    outcome.write(out);
    losses.write(out);
  }

  private static MinibatchCheckpoint read(DataInput in) throws IOException {
    Constants constants = new Constants(in.readLong(), in.readDouble(), readSettings(in));
    return new MinibatchCheckpoint(
        constants,
        TrainingState.read(in, constants.settings),
        in.readInt(),
        Outcome.read(in),
        RunningLoss.read(in));
  }

  private static void write(DataOutput out, TrainingSettings settings) throws IOException {
    write(out, settings.optimizer());
    out.writeInt(settings.decaySteps());
    out.writeDouble(settings.averaging());
    out.writeInt(settings.interval());
  }

  private static TrainingSettings readSettings(DataInput in) throws IOException {
    return new TrainingSettings(readOptimizer(in), in.readInt(), in.readDouble(), in.readInt());
  }

  private static void write(DataOutput out, Optimizer optimizer) throws IOException {
    out.writeBoolean(optimizer instanceof Adam);
    out.writeDouble(optimizer.rate());
    if (optimizer instanceof Adam adam) {
      out.writeDouble(adam.beta1());
      out.writeDouble(adam.beta2());
      out.writeDouble(adam.epsilon());
    } else if (optimizer instanceof Sgd sgd) {
      out.writeDouble(sgd.momentum());
    }
  }

  private static Optimizer readOptimizer(DataInput in) throws IOException {
    return in.readBoolean()
        ? new Adam(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble())
        : new Sgd(in.readDouble(), in.readDouble());
  }
}
