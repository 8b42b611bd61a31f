package designspace.experiment;

import designspace.core.Interrupts;
import designspace.core.Require;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Runs a plan: every setting once, each finished run kept at once in a table, a rerun going on from
 * there. A kill or an interrupt loses the runs in flight and nothing else. The table of a finished
 * experiment is byte for byte the same for any number of threads, kills and reruns, provided that a
 * trial's outcome depends on its settings alone.
 *
 * @param plan what to run
 * @param cost of a run in any unit, such as steps times points: the dearest begin first, and the
 *     time left is told by it
 * @param trial runs the settings on the calling thread alone and tells what it measured, a number
 *     for each of the plan's outcomes; called from several threads at once
 */
public record Experiment<S extends Record>(
    Plan<S> plan, ToDoubleFunction<S> cost, Function<S, Map<String, Double>> trial) {

  /** Runs that cost the same. */
  public static <S extends Record> Experiment<S> of(
      Plan<S> plan, Function<S, Map<String, Double>> trial) {
    return new Experiment<>(plan, settings -> 1, trial);
  }

  /**
   * Runs what the table does not hold yet.
   *
   * @param file of the table, begun if it is not there
   * @param threads how many runs at once, at least 1
   * @param listener receives lines on the calling thread: how many runs are finished at the start
   *     and in the end and, every two seconds at most, what is new, such as {@code training: 12 of
   *     40 runs, 3 min left}; beside these a line at once for each run that fails
   * @throws IllegalArgumentException if the table is another plan's or another version's, is
   *     damaged or is being written by somebody else; the file is then as it was
   * @throws IllegalStateException if trials have failed: their settings and the cause are named,
   *     and all other runs are kept
   * @throws CancellationException if the thread is interrupted
   * @throws IOException if the table cannot be written
   */
  public Results<S> run(Path file, int threads, Consumer<String> listener) throws IOException {
    Interrupts.check("the experiment");
    Require.atLeast(1, "threads", threads, "somebody must work");
    for (S settings : plan.settings()) {
      Require.positive(
          "cost of " + settings, cost.applyAsDouble(settings), "a run takes some time");
    }
    try (ResultsFile<S> table = ResultsFile.open(plan, file)) {
      new Session<>(this, table, threads, listener).run();
      table.sort();
      return table.results();
    }
  }
}
