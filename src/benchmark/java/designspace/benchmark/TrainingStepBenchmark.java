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

/** A training step in the three sizes that the peers' scripts time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TrainingStepBenchmark {
  /** Width and rows. */
  public enum Size {
    S(128, 512),
    M(512, 2048),
    G(2048, 1024);

    final int width;
    final int rows;

    Size(int width, int rows) {
      this.width = width;
      this.rows = rows;
    }
  }

  @Param public Size size;

  @Param({"1", "2"})
  public int threads;

  @Param({"fastest", "loops"})
  public String blas;

  private TrainingStep step;

  @Setup
  public void prepare() {
    Blas products = blas.equals("loops") ? Blas.loops() : Blas.fastest();
    step = new TrainingStep(size.width, size.rows, threads, products);
  }

  @Benchmark
  public double step() {
    return step.take();
  }
}
