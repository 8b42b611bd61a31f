package designspace.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How a training stands.
 *
 * @param status whether it may go on
 * @param step the step that decided it; the steps done if sound
 * @param cause what happened, with numbers; empty if sound
 */
public record Outcome(Status status, int step, String cause) {
  /** A loss that has grown so many fold comes from a step that was too large. */
  static final double RUNAWAY = 1e6;

  /** A loss that is less than this times the one before has not risen but by rounding. */
  static final double RISE = 1 + 1e-12;

  /** Whether it may go on. */
  public enum Status {
    /** No step went wrong; the loss of gradient descent has fallen at each. */
    SOUND,
    /** A step of gradient descent raised the loss: it was too large. The run goes on. */
    ROSE,
    /**
     * A step led to numbers that are not finite or a million times the first. The run has ended.
     */
    DIVERGED
  }

  static Outcome sound(int step) {
    return new Outcome(Status.SOUND, step, "");
  }

  /** Whether the run has ended without having been asked to. */
  public boolean diverged() {
    return status == Status.DIVERGED;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(status.name());
    out.writeInt(step);
    out.writeUTF(cause);
  }

  static Outcome read(DataInput in) throws IOException {
    return new Outcome(Status.valueOf(in.readUTF()), in.readInt(), in.readUTF());
  }
}
