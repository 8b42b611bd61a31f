package designspace.matrix;

import static java.util.concurrent.TimeUnit.SECONDS;

import designspace.core.Require;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered shards of work on a few threads. Which thread takes which shard is chance: work
 * that writes to its shard's own place alone gives the same bits for any number of threads.
 */
public final class Workers {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Threads without work end, so that nobody need close what nobody uses. */
  private static final long IDLE_SECONDS = 5;

  private final int threads;
  private final ThreadPoolExecutor others;

  private Workers(int threads) {
    this.threads = Require.atLeast(1, "threads", threads, "somebody must work");
    int size = Math.max(1, threads - 1);
    others =
        new ThreadPoolExecutor(
            size, size, IDLE_SECONDS, SECONDS, new LinkedBlockingQueue<>(), Workers::daemon);
    others.allowCoreThreadTimeOut(true);
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
    if (threads == 1 || shards <= 1) {
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
    CompletableFuture<?>[] helpers = new CompletableFuture<?>[Math.min(threads, shards) - 1];
    Arrays.setAll(helpers, i -> CompletableFuture.runAsync(loop, others));
    try {
      loop.run();
    } finally {
      join(helpers); // every shard is done before its arrays are used again, whatever happens
    }
  }

  /** Waits for all, also if interrupted: the flag stays set. */
  private static void join(CompletableFuture<?>[] helpers) {
    try {
      CompletableFuture.allOf(helpers).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
