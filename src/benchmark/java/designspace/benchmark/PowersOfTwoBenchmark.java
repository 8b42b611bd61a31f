package designspace.benchmark;

import designspace.core.RandomStreams;
import designspace.vector.PowersOfTwo;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The exponentials of {@link MixtureScoreBenchmark} alone, one a point and bump, over an array in
 * the cache and on one thread: no score by exponentials can be faster.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PowersOfTwoBenchmark {
  private static final int ROW = 500;
  private static final int ROWS = MixtureScoreBenchmark.BUMPS * MixtureScoreBenchmark.POINTS / ROW;

  private final double[] exponents = new RandomStreams(1).stream(0).doubles(ROW, -70, 0).toArray();
  private final double[] shift = new double[ROW];
  private final double[] powers = new double[ROW];
  private final double[] scratch = new double[ROW];

  @Benchmark
  public double[] exponentials() {
    for (int row = 0; row < ROWS; row++) {
      PowersOfTwo.of(exponents, shift, 1, powers, ROW, scratch);
    }
    return powers;
  }
}
