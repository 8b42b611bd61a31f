package designspace.training;

import designspace.core.Require;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private static final long MAGIC = 0x44534b2d47440001L; // "DSK-GD", version 1

  /**
   * What stays.
   *
   * @param fingerprint of the objective
   */
  record Settings(long fingerprint, double stepSize, Recording recording) {}

  /** What moves; {@code start} is where distances are measured from. */
  record State(ReluNetwork start, ReluNetwork current, int step, Outcome outcome) {}

  /** In one step: a reader sees the file before or the file after. */
  void write(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path part = Files.createTempFile(absolute.getParent(), absolute.getFileName() + "", ".part");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
        write(out);
      }
      Files.move(
          part, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void write(DataOutput out) throws IOException {
    out.writeLong(MAGIC);
    out.writeLong(settings.fingerprint);
    out.writeDouble(settings.stepSize);
    out.writeInt(settings.recording.every());
    out.writeBoolean(settings.recording.terms());
    write(out, state.start);
    write(out, state.current);
    out.writeInt(state.step);
    out.writeUTF(state.outcome.status().name());
    out.writeInt(state.outcome.step());
    out.writeUTF(state.outcome.cause());
    out.writeInt(trace.size());
    for (TraceStep step : trace) {
      step.write(out);
    }
    out.writeLong(MAGIC); // the end, so that a file cut short is told from a whole one
  }

  static Checkpoint read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      checkMagic(file, in);
      long fingerprint = in.readLong();
      double stepSize = in.readDouble();
      Recording recording = new Recording(in.readInt(), in.readBoolean());
      ReluNetwork start = readNetwork(in);
      ReluNetwork current = readNetwork(in);
      int step = in.readInt();
      Outcome.Status status = Outcome.Status.valueOf(in.readUTF());
      Outcome outcome = new Outcome(status, in.readInt(), in.readUTF());
      List<TraceStep> trace = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        trace.add(TraceStep.read(in));
      }
      checkMagic(file, in);
      return new Checkpoint(
          new Settings(fingerprint, stepSize, recording),
          new State(start, current, step, outcome),
          List.copyOf(trace));
    }
  }

  private static void checkMagic(Path file, DataInput in) throws IOException {
    if (in.readLong() != MAGIC) {
      throw Require.refusal("file", file, "a saved run of gradient descent", "it is read as one");
    }
  }

  private static void write(DataOutput out, ReluNetwork network) throws IOException {
    Shape shape = network.shape();
    out.writeInt(shape.inputs());
    out.writeInt(shape.width());
    out.writeInt(shape.depth());
    out.writeInt(shape.outputs());
    for (int l = 0; l < shape.layers(); l++) {
      for (double weight : network.layer(l)) {
        out.writeDouble(weight);
      }
    }
  }

  private static ReluNetwork readNetwork(DataInput in) throws IOException {
    Shape shape = new Shape(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    ReluNetwork network = ReluNetwork.zero(shape);
    for (int l = 0; l < shape.layers(); l++) {
      double[] layer = network.layer(l);
      for (int i = 0; i < layer.length; i++) {
        layer[i] = in.readDouble();
      }
    }
    return network;
  }
}
