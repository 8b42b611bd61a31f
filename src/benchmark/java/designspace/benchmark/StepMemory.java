package designspace.benchmark;

import designspace.benchmark.TrainingStepBenchmark.Size;
import designspace.matrix.Blas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes how many megabytes a run of each size holds: {@code StepMemory memory.json}. */
public final class StepMemory {
  private StepMemory() {}

  /** Measures after a collection, once the buffers of all steps are there. */
  public static void main(String[] arguments) throws IOException {
    String sizes =
        Arrays.stream(Size.values()).map(StepMemory::entry).collect(Collectors.joining(", "));
    Files.writeString(Path.of(arguments[0]), "{" + sizes + "}\n");
  }

  private static String entry(Size size) {
    long before = used();
    TrainingStep step = new TrainingStep(size.width, size.rows, 2, Blas.fastest());
    step.take();
    step.take();
    double megabytes = (used() - before) / 1e6;
    step.take(); // held until here
    return String.format(Locale.ROOT, "\"%s\": %.1f", size, megabytes);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
