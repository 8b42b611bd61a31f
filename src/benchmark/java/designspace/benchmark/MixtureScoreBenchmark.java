package designspace.benchmark;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The exact score of 64 isotropic bumps, each of its own width, at 10⁴ points in 16 dimensions. The
 * same law as that of environment/benchmark/mixture_score.py up to the seed; the time does not
 * depend on it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class MixtureScoreBenchmark {
  static final int BUMPS = 64;
  static final int POINTS = 10_000;
  private static final int DIMENSION = 16;
  private static final double SIGMA = 2;

  @Param({"1", "2"})
  public int threads;

  private GaussianMixture data;
  private final List<Callable<Points>> parts = new ArrayList<>();
  private ExecutorService pool;

  @Setup
  public void draw() {
    RandomGenerator random = new RandomStreams(1).stream(0);
    Gaussian[] bumps = new Gaussian[BUMPS];
    double[] weights = new double[BUMPS];
    for (int k = 0; k < BUMPS; k++) {
      double[] centre = new double[DIMENSION];
      for (int j = 0; j < DIMENSION; j++) {
        centre[j] = 3 * random.nextGaussian();
      }
      bumps[k] = Gaussian.isotropic(centre, random.nextDouble(0.3, 0.7));
      weights[k] = random.nextDouble(1, 2);
    }
    data = GaussianMixture.of(weights, bumps);
    Points x = data.sample(POINTS, new RandomStreams(2)).plusNoise(SIGMA, new RandomStreams(3));
    for (int part = 0; part < threads; part++) {
      Points own = x.slice(part * POINTS / threads, (part + 1) * POINTS / threads);
      parts.add(() -> data.score(SIGMA, own));
    }
    pool = Executors.newFixedThreadPool(threads);
  }

  @TearDown
  public void shutDown() {
    pool.shutdown();
  }

  @Benchmark
  public List<Points> score() throws Exception {
    if (threads == 1) {
      return List.of(parts.get(0).call());
    }
    List<Points> scores = new ArrayList<>();
    for (Future<Points> part : pool.invokeAll(parts)) {
      scores.add(part.get());
    }
    return scores;
  }
}
