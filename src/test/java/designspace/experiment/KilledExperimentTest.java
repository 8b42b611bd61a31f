package designspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.experiment.Examples.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of real trainings. */
class KilledExperimentTest {
  private static final int HEADING = 2;
  private static final int ALL = Examples.PLAN.settings().size();

  /** How many runs more than asked for may end before the kill, so that it never comes too late. */
  private static final int MARGIN = 6;

  @TempDir Path folder;

  /** The process that is killed: table, log of the runs that have begun, threads, runs that end. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
  }

  private static void run(Path table, Path begun, int threads, long ending) throws IOException {
    Experiment.of(Examples.PLAN, settings -> train(settings, log(begun) > ending))
        .run(table, threads, line -> {});
  }

  private static Map<String, Double> train(Training settings, boolean untilKilled) {
    while (untilKilled) {
      Examples.train(settings);
    }
    return Examples.train(settings);
  }

  /** How many have begun. */
  private static synchronized long log(Path begun) {
    try {
      Files.write(begun, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return Files.size(begun);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFinalTableIsThatOfAnUninterruptedRun() throws IOException, InterruptedException {
    Path whole = folder.resolve("whole.csv");
    run(whole, folder.resolve("whole.log"), 1, ALL);

    Path killed = folder.resolve("killed.csv");
    int afterFirst = killAt(8, killed, folder.resolve("first.log"), 2, 0);
    int afterSecond = killAt(24, killed, folder.resolve("second.log"), 1, afterFirst);
    assertThat(afterSecond).isGreaterThan(afterFirst);
    Path rest = folder.resolve("rest.log");
    run(killed, rest, 2, ALL);

    assertThat(Files.size(rest)).isEqualTo(ALL - afterSecond);
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
                String.valueOf(threads),
                String.valueOf(rows - before + MARGIN))
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
    byte[] text = Files.exists(table) ? Files.readAllBytes(table) : new byte[0];
    int lines = 0;
    for (byte one : text) {
      lines += one == '\n' ? 1 : 0;
    }
    return lines - HEADING;
  }
}
