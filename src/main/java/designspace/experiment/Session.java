package designspace.experiment;

import designspace.core.Interrupts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One call of an experiment: the runs that its table lacks, on threads that an interrupt stops. */
final class Session<S extends Record> {
  private static final long GRACE = Duration.ofSeconds(2).toNanos();

  private final Experiment<S> experiment;
  private final ResultsFile<S> table;
  private final List<S> left;
  private final int threads;
  private final Pace pace;
  private final ProgressLines progress;
  private final List<Throwable> failures = new ArrayList<>();

  Session(Experiment<S> experiment, ResultsFile<S> table, int threads, Consumer<String> listener) {
    this.experiment = experiment;
    this.table = table;
    left = new ArrayList<>(experiment.plan().settings());
    left.removeAll(table.results().bySettings().keySet());
    left.sort(Comparator.comparingDouble(experiment.cost()).reversed());
    this.threads = Math.max(1, Math.min(threads, left.size()));
    double cost = left.stream().mapToDouble(experiment.cost()).sum();
    pace = new Pace(this.threads, cost, System::nanoTime);
    progress = new ProgressLines(experiment.plan(), pace, System::nanoTime, listener);
  }

  /** Returns when all runs are finished. */
  void run() throws IOException {
    progress.begin(table.size());
    ExecutorService pool = Executors.newFixedThreadPool(threads, Session::daemon);
    try {
      CompletionService<Void> service = new ExecutorCompletionService<>(pool);
      left.forEach(settings -> service.submit(() -> attempt(settings)));
      for (int ended = 0; ended < left.size(); ) {
        Future<Void> run = service.poll(progress.nanosUntilDue(), TimeUnit.NANOSECONDS);
        if (run != null) {
          ended++;
          settle(run);
        }
        progress.tell(table.size());
      }
      progress.end(table.size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(pool);
    }
    Interrupts.check(progress.standing(table.size()) + " are kept; the experiment");
    throwFailures();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "experiment");
    thread.setDaemon(true);
    return thread;
  }

  private Void attempt(S settings) throws IOException {
    pace.begin(settings, experiment.cost().applyAsDouble(settings));
    Run<S> run;
    try {
      run = Run.of(experiment.plan(), settings, experiment.trial().apply(settings));
    } catch (RuntimeException | Error e) {
      pace.drop(settings);
      throw new IllegalStateException(settings + " failed: " + e, e); // kernels show no causes
    }
    pace.end(settings);
    table.append(run);
    return null;
  }

  private void settle(Future<Void> run) throws InterruptedException, IOException {
    try {
      run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      failures.add(e.getCause());
      progress.failed(e.getCause());
    }
  }

  // Trials that mind the interrupt end within moments; the others find the table closed.
  private static void end(ExecutorService pool) {
    boolean interrupted = Thread.interrupted();
    pool.shutdownNow();
    try {
      pool.awaitTermination(GRACE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void throwFailures() {
    if (!failures.isEmpty()) {
      throw new IllegalStateException(
          progress.standing(table.size())
              + ", "
              + failures.size()
              + " failed; the first: "
              + failures.get(0).getMessage(),
          failures.get(0));
    }
  }
}
