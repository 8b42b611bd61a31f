package designspace.matrix;

import designspace.core.Require;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered shards of work on a few threads. Which thread takes which shard is chance: work
 * that writes to its shard's own place alone gives the same bits for any number of threads.
 *
 * <p>Safe to call from several threads at once and from within a shard: a caller works through its
 * own shards and waits only for those that another thread has begun. Threads are daemons and end
 * when idle.
 */
public final class Workers {
  private static final int IDLE_SECONDS = 10;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int threads;
  private final ThreadPoolExecutor others;

  private Workers(int threads) {
    this.threads = Require.atLeast(1, "threads", threads, "somebody must work");
    int size = Math.max(1, threads - 1);
    others =
        new ThreadPoolExecutor(
            size, size, IDLE_SECONDS, TimeUnit.SECONDS, new AlertQueue(), Workers::daemon);
    others.allowCoreThreadTimeOut(true);
  }

  /** The caller and {@code threads} − 1 more. */
  public static Workers of(int threads) {
    return new Workers(threads);
  }

  /** As many as the machine has processors; the same ones for everybody who asks. */
  public static Workers all() {
    return Shared.ALL;
  }

  private static final class Shared {
    static final Workers ALL = of(Runtime.getRuntime().availableProcessors());
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
   * Runs shards 0 … {@code shards} − 1 and returns when none runs any more. The first failure is
   * thrown as it is, and shards that had not begun by then are left out. An interrupt does not
   * shorten the wait: the shards' arrays must not be written to after the return.
   */
  public void run(int shards, IntConsumer work) {
    Require.atLeast(0, "shards", shards, "it is a number of pieces");
    Shards job = new Shards(shards, work);
    for (int i = 1; i < Math.min(threads, shards); i++) {
      others.execute(job);
    }
    job.run();
    job.await();
    for (int i = 1; i < Math.min(threads, shards) && others.remove(job); i++) {
      // whom nobody took: a busy thread would keep it, and what it holds
    }
  }
}
