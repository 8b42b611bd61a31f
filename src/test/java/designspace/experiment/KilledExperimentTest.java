package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of real trainings. */
class KilledExperimentTest {
  private static final int HEADING = 2;

  @TempDir Path folder;

  /** The process that is killed: table, log of the runs that have begun, threads. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
  }

  private static void run(Path table, Path begun, int threads) throws IOException {
    Experiment.of(
            Examples.PLAN,
            settings -> {
              log(begun);
              return Examples.train(settings);
            })
        .run(table, threads, line -> {});
  }

  private static synchronized void log(Path begun) {
    try {
      Files.write(begun, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFinalTableIsThatOfAnUninterruptedRun() throws IOException, InterruptedException {
    Path whole = folder.resolve("whole.csv");
    run(whole, folder.resolve("whole.log"), 1);

    Path killed = folder.resolve("killed.csv");
    int afterFirst = killAt(8, killed, folder.resolve("first.log"), 2, 0);
    int afterSecond = killAt(24, killed, folder.resolve("second.log"), 1, afterFirst);
    assertThat(afterSecond).isGreaterThan(afterFirst);
    Path rest = folder.resolve("rest.log");
    run(killed, rest, 2);

    assertThat(Files.size(rest)).isEqualTo(Examples.PLAN.settings().size() - afterSecond);
    assertThat(killed).hasSameBinaryContentAs(whole);
    assertThat(folder.toFile().list()).doesNotContain("killed.csv.part");
  }

  /** Kills the process once the table has {@code rows}; returns how many it holds then. */
  private static int killAt(int rows, Path table, Path begun, int threads, int before)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledExperimentTest.class.getName(),
                table.toString(),
                begun.toString(),
                String.valueOf(threads))
            .redirectErrorStream(true)
            .redirectOutput(begun.resolveSibling("output.txt").toFile())
            .start();
    while (process.isAlive() && whole(table) < rows) {
      process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    assertThatThrownBy(() -> ResultsFile.open(Examples.PLAN, table).close())
        .hasMessageContaining("a table that no other experiment writes");
    process.destroyForcibly().waitFor();
    assertThat(process.exitValue()).as("killed, not finished").isEqualTo(128 + 9);
    int kept = Results.read(Examples.PLAN, table).runs().size();
    assertThat(Files.size(begun) - (kept - before)).as("lost runs").isBetween(0L, (long) threads);
    return kept;
  }

  private static int whole(Path table) throws IOException {
    List<String> lines = Files.exists(table) ? Files.readAllLines(table) : List.of();
    return lines.size() - HEADING;
  }
}
