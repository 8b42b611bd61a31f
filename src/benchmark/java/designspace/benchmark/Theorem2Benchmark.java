package designspace.benchmark;

import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.schedule.Design;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All terms of thm-2, each of its three forms, for a million steps; goal: 100 ms for one form. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class Theorem2Benchmark {
  private static final int STEPS = 1_000_000;

  private Theorem2 theorem;

  @Setup
  public void design() {
    theorem = new Theorem2(Gaussian.isotropic(16, 0.5), Design.edm(0.002, 80, 7, STEPS));
  }

  @Benchmark
  public double printed() {
    return theorem.printed().totalNats();
  }

  @Benchmark
  public double corrected() {
    return theorem.corrected().totalNats();
  }

  @Benchmark
  public double certified() {
    return theorem.certified().totalNats();
  }
}
