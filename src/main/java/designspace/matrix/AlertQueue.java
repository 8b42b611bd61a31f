package designspace.matrix;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A queue whose reader looks out for a moment before it sleeps: to wake a thread takes as long as a
 * small product, and steps of training follow each other at once.
 */
final class AlertQueue extends LinkedBlockingQueue<Runnable> {
  /** Twice what it takes to wake a thread. */
  static final long MOMENT = TimeUnit.MICROSECONDS.toNanos(100);

  private static final long serialVersionUID = 1;

  @Override
  public Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + MOMENT;
    while (isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return super.poll(timeout, unit);
  }
}
