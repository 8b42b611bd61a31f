package designspace.core;

import java.util.concurrent.CancellationException;

/** How long loops let themselves be stopped: a notebook's interrupt sets its thread's flag. */
public final class Interrupts {
  private Interrupts() {}

  /**
   * Ends work whose thread has been interrupted; the flag stays set.
   *
   * @param work what is going on, for the message
   * @throws CancellationException if the thread has been interrupted
   */
  public static void check(String work) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(work + " was interrupted");
    }
  }
}
