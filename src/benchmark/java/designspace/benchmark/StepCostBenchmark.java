package designspace.benchmark;

import designspace.matrix.Blas;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** How the cost of a training step grows with width and rows, on two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
public class StepCostBenchmark {
  private static final int THREADS = 2;

  @Param({"64", "128", "256", "512", "1024"})
  public int width;

  @Param({"128", "512", "2048"})
  public int rows;

  private TrainingStep step;

  @Setup
  public void prepare() {
    step = new TrainingStep(width, rows, THREADS, Blas.fastest());
  }

  @Benchmark
  public double step() {
    return step.take();
  }
}
