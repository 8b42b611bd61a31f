package designspace.training;

import designspace.core.Require;

/**
 * How much of a run is written down.
 *
 * @param every one step in so many; 0 for none
 * @param terms whether each f(θ;i,j) is kept, not only its mean by noise level
 */
public record Recording(int every, boolean terms) {
  public Recording {
    Require.atLeast(0, "every", every, "it counts steps");
  }

  /** Nothing: a step costs no more than its products. */
  public static Recording off() {
    return new Recording(0, false);
  }

  /** Every step, f by noise level. */
  public static Recording everyStep() {
    return every(1);
  }

  /** One step in {@code steps}, f by noise level. */
  public static Recording every(int steps) {
    return new Recording(steps, false);
  }

  /** The same, and each f(θ;i,j). */
  public Recording withTerms() {
    return new Recording(every, true);
  }

  boolean wants(long step) {
    return every > 0 && step % every == 0;
  }
}
