package designspace.study;

import designspace.experiment.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Runs the study from a shell: {@code java -cp 'target/kit/*' … quick|full TABLE.csv}. */
public final class StudyCommand {
  private StudyCommand() {}

  /** Goes on where the table stands; a full one is then held against the committed one. */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("Usage: StudyCommand quick|full TABLE.csv");
      System.exit(2);
    }
    StudySize size = StudySize.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    Path table = Path.of(arguments[1]).toAbsolutePath();
    Files.createDirectories(table.getParent());
    Results<NetworkSettings> results = new ScheduleStudy(size).run(table, System.out::println);
    System.out.println(results.runs().size() + " networks in " + table);
    if (size == StudySize.FULL) {
      double difference = StudyResults.of(results).difference(StudyResults.committed());
      System.out.printf(
          Locale.ROOT, "Largest relative difference from the committed table: %.1e%n", difference);
    }
  }
}
