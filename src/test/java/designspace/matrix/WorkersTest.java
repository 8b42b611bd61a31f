package designspace.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkersTest {
  @Property(tries = 100, seed = "1")
  void runsEachShardOnce(
      @ForAll @IntRange(min = 1, max = 9) int threads,
      @ForAll @IntRange(min = 0, max = 50) int shards) {
    AtomicIntegerArray runs = new AtomicIntegerArray(shards);
    Workers.of(threads).run(shards, runs::getAndIncrement);
    for (int shard = 0; shard < shards; shard++) {
      assertThat(runs.get(shard)).isEqualTo(1);
    }
  }

  /** Plain arrays: what a shard wrote is seen after the run, many times over. */
  @Test
  void whatShardsWroteIsSeen() {
    Workers workers = Workers.of(3);
    double[] written = new double[7];
    for (int round = 1; round <= 5_000; round++) {
      double value = round;
      workers.run(written.length, shard -> written[shard] = value);
      assertThat(Arrays.stream(written).sum()).isEqualTo(7 * value);
    }
  }

  /** Each shard waits for all others. */
  @Test
  @Timeout(60)
  void asManyWorkAtOnceAsThereAreThreads() {
    CyclicBarrier all = new CyclicBarrier(4);
    Workers.of(4)
        .run(
            4,
            shard -> {
              try {
                all.await(30, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(all.isBroken()).isFalse();
  }

  @Test
  void aFailureReachesTheCallerAsItIsAndTheWorkersLiveOn() {
    for (int threads = 1; threads <= 3; threads++) {
      Workers workers = Workers.of(threads);
      for (Throwable failure :
          new Throwable[] {new IllegalArgumentException("no"), new StackOverflowError("deep")}) {
        for (int bad = 0; bad < 6; bad++) {
          int failing = bad;
          assertThatThrownBy(() -> workers.run(6, shard -> failIf(shard == failing, failure)))
              .isSameAs(failure);
        }
      }
      AtomicInteger runs = new AtomicInteger();
      workers.run(6, shard -> runs.incrementAndGet());
      assertThat(runs).hasValue(6);
    }
  }

  private static void failIf(boolean now, Throwable failure) {
    if (now && failure instanceof Error error) {
      throw error;
    }
    if (now) {
      throw (RuntimeException) failure;
    }
  }

  /** One shard fails only when another has begun, and that one ends before the run does. */
  @Test
  @Timeout(60)
  void noShardRunsOnAfterAFailure() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Workers.of(2)
                    .run(
                        2,
                        shard -> {
                          if (shard == 0) {
                            await(begun);
                            throw new IllegalStateException("first");
                          }
                          begun.countDown();
                          pause();
                          ended.incrementAndGet();
                        }))
        .hasMessage("first");
    assertThat(ended).hasValue(1);
  }

  @Test
  @Timeout(60)
  void runsWithinShards() {
    Workers workers = Workers.of(3);
    AtomicInteger runs = new AtomicInteger();
    workers.run(5, i -> workers.run(5, j -> workers.run(5, k -> runs.incrementAndGet())));
    assertThat(runs).hasValue(125);
  }

  @Test
  @Timeout(60)
  void severalCallersShareOneSetOfThreads() {
    Workers shared = Workers.of(2);
    AtomicInteger runs = new AtomicInteger();
    Workers.of(4)
        .run(
            4,
            caller -> {
              for (int round = 0; round < 500; round++) {
                shared.run(8, shard -> runs.incrementAndGet());
              }
            });
    assertThat(runs).hasValue(16_000);
  }

  @Test
  void anInterruptIsKeptAndCutsNothingShort() {
    AtomicInteger ended = new AtomicInteger();
    Thread.currentThread().interrupt();
    Workers.of(3)
        .run(
            12,
            shard -> {
              if (!Thread.currentThread().isInterrupted()) {
                pause();
              }
              ended.incrementAndGet();
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ended).hasValue(12);
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> Workers.of(0)).hasMessageContaining("threads = 0");
    assertThatThrownBy(() -> Workers.of(2).run(-1, shard -> {}))
        .hasMessageContaining("shards = -1");
    assertThat(Workers.all().threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
