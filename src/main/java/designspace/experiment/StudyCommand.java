package designspace.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Runs the study from a shell: {@code java -cp 'target/kit/*' … quick|full TABLE.csv}. */
public final class StudyCommand {
  private StudyCommand() {}

  /** Goes on where the table stands. */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("Usage: StudyCommand quick|full TABLE.csv");
      System.exit(2);
    }
    StudySize size = StudySize.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    new ScheduleStudy(size).run(Path.of(arguments[1]), System.out::println);
  }
}
