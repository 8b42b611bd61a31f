package designspace.matrix;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered shards of work on a few threads. Which thread takes which shard is chance: work
 * that writes to its shard's own place alone gives the same bits for any number of threads.
 */
public final class Workers {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int threads;
  private final ExecutorService others;

  private Workers(int threads) {
    this.threads = Require.atLeast(1, "threads", threads, "somebody must work");
    others = Executors.newFixedThreadPool(Math.max(1, threads - 1), Workers::daemon);
  }

  /** The caller and {@code threads} − 1 more. */
  public static Workers of(int threads) {
    return new Workers(threads);
  }

  /** As many as the machine has processors. */
  public static Workers all() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "worker-" + COUNT.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** How many work at once. */
  public int threads() {
    return threads;
  }

  /**
   * Runs shards 0 … {@code shards} − 1 and returns when all are done; the first failure is thrown.
   */
  public void run(int shards, IntConsumer work) {
    if (threads == 1 || shards == 1) {
      for (int shard = 0; shard < shards; shard++) {
        work.accept(shard);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int s = next.getAndIncrement(); s < shards; s = next.getAndIncrement()) {
            work.accept(s);
          }
        };
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, shards); i++) {
      futures.add(others.submit(loop));
    }
    try {
      loop.run();
    } finally {
      await(futures);
    }
  }

  private static void await(List<Future<?>> futures) {
    boolean interrupted = false;
    for (Future<?> future : futures) {
      while (true) {
        try {
          future.get();
          break;
        } catch (InterruptedException e) {
          interrupted = true; // the shards must be done before their arrays are used again
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
