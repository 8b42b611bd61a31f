package designspace;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.claim.Budget;
import designspace.claim.Chapter;
import designspace.claim.Claims;
import designspace.claim.Statement;
import designspace.claim.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    String[] ids = Claims.runnable().toArray(new String[0]);
    List<Verdict> verdicts =
        Claims.settle(Budget.QUICK, ids).list().stream().map(claim -> claim.verdict()).toList();
    long holds = verdicts.stream().filter(Verdict.HOLDS::equals).count();
    long corrected = verdicts.stream().filter(Verdict.CORRECTED::equals).count();
    int all = Statement.all().size();
    assertThat(Files.readString(README))
        .contains(
            "Of "
                + all
                + " statements "
                + holds
                + " hold, "
                + corrected
                + " are corrected and "
                + (all - verdicts.size())
                + " are open.");
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
