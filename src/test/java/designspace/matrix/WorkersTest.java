package designspace.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Property(tries = 60, seed = "1")
  void everyShardIsDoneOnce(
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll @IntRange(min = 0, max = 50) int shards) {
    AtomicIntegerArray done = new AtomicIntegerArray(shards);
    Workers.of(threads).run(shards, done::incrementAndGet);
    for (int s = 0; s < shards; s++) {
      assertThat(done.get(s)).isEqualTo(1);
    }
  }

  @Test
  void aFailureIsThrownAndLeavesThemFit() {
    Workers workers = Workers.of(3);
    assertThatThrownBy(
            () ->
                workers.run(
                    20,
                    s -> {
                      throw new IllegalStateException("shard " + s);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("shard ");
    AtomicIntegerArray done = new AtomicIntegerArray(1);
    workers.run(20, s -> done.incrementAndGet(0));
    assertThat(done.get(0)).isEqualTo(20);
  }

  @Test
  void anInterruptWaitsForTheShards() {
    AtomicIntegerArray done = new AtomicIntegerArray(1);
    Thread.currentThread().interrupt();
    Workers.of(2).run(9, s -> done.incrementAndGet(0));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(done.get(0)).isEqualTo(9);
  }
}
