package designspace;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.claim.Chapter;
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
    List<Verdict> verdicts =
        Claims.runnable().stream().map(id -> Settled.of(id).verdict()).toList();
    long holds = verdicts.stream().filter(Verdict.HOLDS::equals).count();
    long corrected = verdicts.stream().filter(Verdict.CORRECTED::equals).count();
    long partly = verdicts.stream().filter(Verdict.PARTLY::equals).count();
    int all = Statement.all().size();
    assertThat(Files.readString(README).replace('\n', ' '))
        .contains(
            "Of "
                + all
                + " statements "
                + holds
                + " hold, "
                + corrected
                + " are corrected, "
                + partly
                + " are run in part and "
                + (all - verdicts.size())
                + " are open.");
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
    // The numbers that the comments promise (Tablesaw's text follows the locale), then a chart.
    assertThat(values.get(0)).contains("00275965", "00280512", "0004217109");
    assertThat(values.get(1)).isEqualTo("What arrives (1 series)");
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
