package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.core.Interrupts;
import designspace.experiment.Examples.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class InterruptedExperimentTest {
  private static final Plan<Training> PLAN = Examples.PLAN;

  @TempDir Path folder;

  private final List<String> lines = new ArrayList<>();

  @Test
  void anInterruptBeforehandRunsNothing() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                Experiment.of(PLAN, Examples::hash).run(folder.resolve("not/t.csv"), 1, lines::add))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("not")).doesNotExist();
  }

  @Test
  void anInterruptStopsAtOnceAndKeepsWhatIsDone() throws IOException, InterruptedException {
    Path file = folder.resolve("t.csv");
    CountDownLatch running = new CountDownLatch(2);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger stopped = new AtomicInteger();
    List<Throwable> thrown = new ArrayList<>();
    Thread cell =
        new Thread(
            () -> {
              try {
                Experiment.of(
                        PLAN,
                        settings -> {
                          if (begun.incrementAndGet() > 5) {
                            running.countDown();
                            workUntilInterrupted(stopped);
                          }
                          return Examples.hash(settings);
                        })
                    .run(file, 2, lines::add);
              } catch (IOException | RuntimeException e) {
                thrown.add(e);
                thrown.add(new IllegalStateException("" + Thread.currentThread().isInterrupted()));
              }
            });
    cell.start();
    running.await();
    cell.interrupt();
    cell.join();

    assertThat(thrown.get(0))
        .isInstanceOf(CancellationException.class)
        .hasMessage("small trainings: 5 of 40 runs are kept; the experiment was interrupted");
    assertThat(thrown.get(1)).hasMessage("true");
    assertThat(begun).hasValue(7);
    assertThat(stopped).hasValue(2);
    assertThat(Results.read(PLAN, file).runs()).hasSize(5);
    assertThat(Experiment.of(PLAN, Examples::hash).run(file, 2, lines::add).complete()).isTrue();
  }

  private static void workUntilInterrupted(AtomicInteger stopped) {
    try {
      while (true) {
        Interrupts.check("the run");
      }
    } finally {
      stopped.incrementAndGet();
    }
  }
}
