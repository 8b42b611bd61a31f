package designspace.study;

import static java.util.Locale.ROOT;

import designspace.experiment.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the study from a shell: {@code java -cp 'target/kit/*' … quick|full TABLE.csv}. */
public final class StudyCommand {
  private StudyCommand() {}

  /** Goes on where the table stands; a full one is then held against the committed one. */
  public static void main(String... arguments) throws IOException {
    List<String> sizes =
        Arrays.stream(StudySize.values()).map(s -> s.name().toLowerCase(ROOT)).toList();
    if (arguments.length != 2 || !sizes.contains(arguments[0])) {
      System.err.println("Usage: StudyCommand " + String.join("|", sizes) + " TABLE.csv");
      System.exit(2);
    }
    Path table = Path.of(arguments[1]).toAbsolutePath();
    Files.createDirectories(table.getParent());
    StudySize size = StudySize.valueOf(arguments[0].toUpperCase(ROOT));
    Results<NetworkSettings> results = new ScheduleStudy(size).run(table, System.out::println);
    String again = " (delete it to train them again)";
    System.out.println(results.runs().size() + " networks in " + table + again);
    if (size == StudySize.FULL) {
      compare(StudyResults.of(results));
    }
  }

  private static void compare(StudyResults results) {
    try {
      double difference = results.difference(StudyResults.committed());
      System.out.printf(ROOT, "Committed table: path KL differ by %.1e at most%n", difference);
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.out.println("Not compared with the committed table: " + e.getMessage());
    }
  }
}
