package designspace.matrix;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** One call's shards; whoever runs this takes the next until none is left. */
final class Shards implements Runnable {
  private final int count;
  private final IntConsumer work;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch left;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Shards(int count, IntConsumer work) {
    this.count = count;
    this.work = work;
    left = new CountDownLatch(count);
  }

  @Override
  public void run() {
    for (int shard = next.getAndIncrement(); shard < count; shard = next.getAndIncrement()) {
      try {
        if (failure.get() == null) {
          work.accept(shard);
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        left.countDown();
      }
    }
  }

  /** Returns when no shard runs any more, or throws the first failure. */
  void await() {
    boolean interrupted = false;
    long end = System.nanoTime() + AlertQueue.MOMENT;
    while (left.getCount() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    while (left.getCount() > 0) {
      try {
        left.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow(failure.get());
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
