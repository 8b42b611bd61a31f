package designspace.training;

import designspace.network.ReluNetwork;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of gradient descent at rest.
 *
 * @param settings what stays
 * @param state what moves
 * @param trace what was recorded
 */
record Checkpoint(Settings settings, State state, List<TraceStep> trace) {
  private static final RunFile FILE =
      new RunFile(0x44534b2d47440001L, "a saved run of gradient descent"); // "DSK-GD", version 1

  /**
   * What stays.
   *
   * @param fingerprint of the objective
   */
  record Settings(long fingerprint, double stepSize, Recording recording) {}

  /** What moves; {@code start} is where distances are measured from. */
  record State(ReluNetwork start, ReluNetwork current, int step, Outcome outcome) {}

  void write(Path file) throws IOException {
    FILE.write(file, this::write);
  }

  static Checkpoint read(Path file) throws IOException {
    return FILE.read(file, Checkpoint::read);
  }

  private void write(DataOutput out) throws IOException {
    out.writeLong(settings.fingerprint);
    out.writeDouble(settings.stepSize);
    out.writeInt(settings.recording.every());
    out.writeBoolean(settings.recording.terms());
    RunFile.write(out, state.start);
    RunFile.write(out, state.current);
    out.writeInt(state.step);
    state.outcome.write(out);
    out.writeInt(trace.size());
    for (TraceStep step : trace) {
      step.write(out);
    }
  }

  private static Checkpoint read(DataInput in) throws IOException {
    Settings settings =
        new Settings(in.readLong(), in.readDouble(), new Recording(in.readInt(), in.readBoolean()));
    State state =
        new State(RunFile.readNetwork(in), RunFile.readNetwork(in), in.readInt(), Outcome.read(in));
    List<TraceStep> trace = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      trace.add(TraceStep.read(in));
    }
    return new Checkpoint(settings, state, List.copyOf(trace));
  }
}
