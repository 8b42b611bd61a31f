package designspace.experiment;

import designspace.experiment.Examples.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A finished table of four rows that a test may damage. */
abstract class FinishedTable {
  static final Plan<Training> PLAN =
      new Plan<>(
          "torn",
          "σ from 0.1 to 2", // not all of one byte
          Examples.PLAN.settings().subList(0, 4),
          Examples.PLAN.outcomes());

  @TempDir Path folder;
  Path file;
  byte[] whole;

  @BeforeEach
  void fullTable() throws IOException {
    file = folder.resolve("t.csv");
    Experiment.of(PLAN, Examples::hash).run(file, 1, line -> {});
    whole = Files.readAllBytes(file);
  }

  void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  String text() {
    return new String(whole, StandardCharsets.UTF_8);
  }
}
