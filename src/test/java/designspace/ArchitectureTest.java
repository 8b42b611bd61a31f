package designspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The design's own rules: each package imports only those before it, and files stay small. */
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java/designspace");
  private static final List<String> ORDER =
      List.of(
          "core",
          "matrix",
          "vector",
          "schedule",
          "data",
          "score",
          "network",
          "training",
          "sampling",
          "bound",
          "optimal",
          "clock",
          "line",
          "metric",
          "experiment",
          "study",
          "advice",
          "claim",
          "notebook");
  private static final Pattern IMPORT = Pattern.compile("import (?:static )?designspace\\.(\\w+)");

  @Test
  void everyPackageImportsOnlyThoseBeforeIt() throws IOException {
    for (Path file : sources()) {
      int own = ORDER.indexOf(file.getParent().getFileName().toString());
      assertThat(own).as("known package: %s", file).isNotNegative();
      Matcher imports = IMPORT.matcher(Files.readString(file));
      while (imports.find()) {
        assertThat(ORDER.indexOf(imports.group(1))).as("import in %s", file).isBetween(0, own);
      }
    }
  }

  @Test
  void onlyTheNotebookPackageSeesChartsAndTables() throws IOException {
    for (Path file : sources()) {
      if (!file.getParent().endsWith("notebook")) {
        assertThat(Files.readString(file)).doesNotContain("org.knowm", "tech.tablesaw", "java.awt");
      }
    }
  }

  @Test
  void filesStaySmall() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(200);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
