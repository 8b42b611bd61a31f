package designspace.sampling;

import designspace.core.Points;
import designspace.core.Progress;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Runs a sampler over a grid: batches on threads, put together in order. */
final class SamplingRun {
  private final Sampler sampler;
  private final ScoreFunction score;
  private final NoiseGrid grid;
  private final Batch batch;
  private final Progress progress;

  SamplingRun(
      Sampler sampler,
      ScoreFunction score,
      NoiseGrid grid,
      Batch batch,
      Consumer<String> listener) {
    this.sampler = sampler;
    this.score = (sigma, x) -> sameShape(score.at(sigma, x), x);
    this.grid = grid;
    this.batch = batch;
    this.progress = new Progress("sampling", (long) batch.samples() * grid.steps(), listener);
  }

  Points end() {
    return run(false).get(0);
  }

  List<Points> path() {
    return run(true);
  }

  private static Points sameShape(Points score, Points x) {
    String why = "each point has its score, and the batch gives its dimension";
    if (score == null) {
      throw Require.refusal("score", null, x.toString(), why);
    }
    Require.size("dimension of score", score.dimension(), x.dimension(), why);
    Require.size("number of scores", score.size(), x.size(), why);
    return score;
  }

  private List<Points> run(boolean record) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("sampling was interrupted before it began");
    }
    List<Callable<List<Points>>> work = new ArrayList<>();
    for (int from = 0; from < batch.samples(); from += batch.batchSize()) {
      int first = from;
      int last = Math.min(batch.samples(), from + batch.batchSize());
      work.add(() -> runBatch(first, last, record));
    }
    return join(inParallel(work));
  }

  private List<Points> runBatch(int first, int last, boolean record) {
    RandomStreams streams = batch.streams();
    RandomGenerator[] random = new RandomGenerator[last - first];
    for (int i = 0; i < random.length; i++) {
      random[i] = streams.stream(first + i);
    }
    Points x = start(random);
    Steps steps = sampler.begin(grid);
    List<Points> path = new ArrayList<>();
    for (int k = 0; k < grid.steps(); k++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("sampling was interrupted before step " + k);
      }
      if (record) {
        path.add(x);
      }
      x = checked(steps.step(score, k, x, random), k, first);
      progress.advance(x.size());
    }
    path.add(x);
    return path;
  }

  private Points start(RandomGenerator[] random) {
    int d = batch.dimension();
    double[] values = new double[random.length * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = grid.sigmaMax() * random[i / d].nextGaussian();
    }
    return Points.owning(values, d);
  }

  private Points checked(Points x, int step, int first) {
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < x.dimension(); j++) {
        if (!Double.isFinite(x.get(i, j))) {
          throw new ArithmeticException(
              "sample "
                  + (first + i)
                  + " became "
                  + x.get(i, j)
                  + " in step "
                  + step
                  + " (σ "
                  + grid.sigma(step)
                  + " → "
                  + grid.sigma(step + 1)
                  + "): the score returned a value that is not finite or too large");
        }
      }
    }
    return x;
  }

  private List<List<Points>> inParallel(List<Callable<List<Points>>> work) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(batch.threads(), work.size()));
    try {
      List<List<Points>> results = new ArrayList<>();
      for (Future<List<Points>> future : pool.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("sampling was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the score failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Concatenates the batches of each recorded level. */
  private List<Points> join(List<List<Points>> batches) {
    List<Points> levels = new ArrayList<>();
    int d = batch.dimension();
    for (int level = 0; level < batches.get(0).size(); level++) {
      double[] values = new double[batch.samples() * d];
      int at = 0;
      for (List<Points> part : batches) {
        double[] rows = part.get(level).toArray();
        System.arraycopy(rows, 0, values, at, rows.length);
        at += rows.length;
      }
      levels.add(Points.owning(values, d));
    }
    return levels;
  }
}
