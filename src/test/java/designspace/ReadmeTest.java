package designspace;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.claim.Chapter;
import designspace.claim.Claim;
import designspace.claim.Claims;
import designspace.claim.Settled;
import designspace.claim.Statement;
import designspace.claim.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** The README says what is true today. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @Test
  void staysShort() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThan(150);
  }

  @Test
  void countsTheVerdicts() throws IOException {
    List<Claim> claims = Claims.runnable().stream().map(Settled::of).toList();
    long paper = Statement.all().stream().filter(s -> isPapers(s.id())).count();
    long run = claims.stream().filter(c -> isPapers(c.statement().id())).count();
    String expected =
        String.format(
            "Of the Paper's %d statements %d hold as printed, %d after a correction and %d in part; %d"
                + " are open. %d of 14 errata claimed against it are confirmed, and %d of 8 results"
                + " beyond it.",
            paper,
            count(claims, ReadmeTest::isPapers, Verdict.HOLDS),
            count(claims, ReadmeTest::isPapers, Verdict.CORRECTED),
            count(claims, ReadmeTest::isPapers, Verdict.PARTLY),
            paper - run,
            count(claims, id -> id.matches("E\\d+"), Verdict.HOLDS),
            count(claims, id -> id.matches("B\\d+"), Verdict.HOLDS));
    assertThat(Files.readString(README).replace('\n', ' ')).contains(expected);
  }

  private static boolean isPapers(String id) {
    return !id.matches("[EB]\\d+");
  }

  private static long count(List<Claim> claims, Predicate<String> ids, Verdict verdict) {
    return claims.stream()
        .filter(c -> ids.test(c.statement().id()) && c.verdict() == verdict)
        .count();
  }

  /** The examples run as they stand, one after the other, in the kernel's own language. */
  @Test
  void examplesRun() throws IOException {
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
    List<String> values = new ArrayList<>();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        shell.addToClasspath(entry);
      }
      shell.eval("import java.util.*;");
      while (blocks.find()) {
        values.add(run(shell, blocks.group(1).replaceFirst("(?m)^%classpath.*$", "")));
      }
    }
    // The numbers that the comments promise (Tablesaw's text follows the locale), a chart, a bound.
    assertThat(values.get(0)).contains("00275965", "00280512", "0004217109");
    assertThat(values.get(1)).isEqualTo("What arrives (1 series)");
    assertThat(Double.parseDouble(values.get(2))).isBetween(0.0, 0.02);
  }

  /** Evaluates the block and returns the value of its last expression as text. */
  private static String run(JShell shell, String block) {
    String rest = block;
    String value = "";
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : shell.eval(next.source())) {
        assertThat(event.status())
            .as("%s%n%s", next.source(), shell.diagnostics(event.snippet()).toList())
            .isNotEqualTo(Snippet.Status.REJECTED);
        assertThat(event.exception()).as(next.source()).isNull();
        value = String.valueOf(event.value());
      }
      rest = next.remaining();
    }
    return value;
  }

  @Test
  void linksEveryNotebookThatIsWritten() throws IOException {
    for (Chapter chapter : Chapter.values()) {
      String file = "notebooks/" + chapter.notebook() + ".ipynb";
      if (Files.exists(Path.of(file))) {
        assertThat(Files.readString(README)).contains("(" + file + ")");
      }
    }
  }
}
