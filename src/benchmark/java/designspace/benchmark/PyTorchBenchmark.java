package designspace.benchmark;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The training step in PyTorch through the Deep Java Library: Maven Central has a PyTorch without
 * CUDA, a thirtieth of what the Python package installs on Linux.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Dai.djl.offline=true", "-Dai.djl.pytorch.num_threads=2"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PyTorchBenchmark {
  @Param({"S", "M", "G"})
  public String size;

  private PyTorchNetwork network;

  @Setup
  public void make() {
    PyTorchNetwork.check();
    network =
        switch (size) {
          case "S" -> new PyTorchNetwork(128, 512, 16, 1e-6);
          case "M" -> new PyTorchNetwork(512, 2048, 16, 1e-6);
          case "G" -> new PyTorchNetwork(2048, 1024, 16, 1e-6);
          default -> throw new IllegalArgumentException("no size " + size);
        };
  }

  @TearDown
  public void close() {
    network.close();
  }

  @Benchmark
  public void step() {
    network.step();
  }
}
