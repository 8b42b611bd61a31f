package designspace.training;

/**
 * How a training stands.
 *
 * @param status whether it may go on
 * @param step the step that decided it; the steps done if sound
 * @param cause what happened, with numbers; empty if sound
 */
public record Outcome(Status status, int step, String cause) {
  /** Whether it may go on. */
  public enum Status {
    /** The loss has fallen at every step. */
    SOUND,
    /** A step raised the loss: it was too large. The run goes on. */
    ROSE,
    /** A step led to a loss that is not finite or a million times the first. The run has ended. */
    DIVERGED
  }

  static Outcome sound(int step) {
    return new Outcome(Status.SOUND, step, "");
  }

  /** Whether the run has ended without having been asked to. */
  public boolean diverged() {
    return status == Status.DIVERGED;
  }
}
