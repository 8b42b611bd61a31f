package designspace.experiment;

import designspace.core.KitVersion;
import designspace.core.Require;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a table as it was found. A line counts once its line break is written; a last line with a
 * NUL is what a crash leaves of a row whose beginning was not yet on the disk.
 */
final class TableText<S extends Record> {
  private static final int FORMAT = 1;
  private static final int FIRST_ROW = 3;
  private static final Pattern VERSION = Pattern.compile("\\A# designspace ([^,\\s]+),");

  private final Plan<S> plan;
  private final String source;
  private final Set<S> known;
  private final Map<S, Run<S>> runs = new LinkedHashMap<>();

  private TableText(Plan<S> plan, String source) {
    this.plan = plan;
    this.source = source;
    known = new HashSet<>(plan.settings());
  }

  /**
   * What a table holds.
   *
   * @param results the whole rows
   * @param bytes length of the table without what a kill or a crash has torn at its end
   */
  record Whole<S extends Record>(Results<S> results, long bytes) {}

  /** The comment line and the names of the columns. */
  static String heading(Plan<?> plan, String version) {
    return "# designspace %s, table format %d, %s: %s\n%s\n"
        .formatted(version, FORMAT, plan.name(), plan.fixed(), String.join(",", plan.columns()));
  }

  /**
   * Reads a table.
   *
   * @param source where it is, for refusals
   */
  static <S extends Record> Whole<S> parse(Plan<S> plan, String source, byte[] bytes) {
    return new TableText<>(plan, source).parse(new String(bytes, StandardCharsets.UTF_8));
  }

  private Whole<S> parse(String text) {
    Matcher matcher = VERSION.matcher(text);
    String version = matcher.find() ? matcher.group(1) : KitVersion.current();
    String heading = heading(plan, version);
    requireHeading(text, heading);
    int end = heading.length();
    int number = FIRST_ROW;
    for (int next = text.indexOf('\n', end); next >= 0; next = text.indexOf('\n', end)) {
      String line = text.substring(end, next);
      boolean last = next == text.length() - 1;
      if (last && line.indexOf('\0') >= 0) {
        break;
      }
      add(List.of(line.split(",", -1)), source + ", line " + number++);
      end = next + 1;
    }
    int length = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    return new Whole<>(new Results<>(plan, version, runs), length);
  }

  private void requireHeading(String text, String heading) {
    if (text.contains("\r\n")) {
      throw Require.refusal(
          source,
          "a table with Windows line breaks",
          "line breaks as they were written, without carriage returns",
          "a table is kept byte for byte; git needs \"*.csv -text\" in .gitattributes");
    }
    if (!text.startsWith(heading)) {
      int second = text.indexOf('\n', text.indexOf('\n') + 1);
      String found = second < 0 ? text : text.substring(0, second + 1);
      throw Require.refusal(
          source,
          "a table headed\n" + found,
          "one headed\n" + heading,
          "it must be this plan's; another plan, or another kit's, needs another file");
    }
  }

  private void add(List<String> cells, String where) {
    Run<S> run;
    try {
      Require.size("number of cells", cells.size(), plan.columns().size(), "each column has one");
      run = Run.parse(plan, cells);
    } catch (IllegalArgumentException e) {
      throw Require.refusal(where, cells, "a row as it was written", e.getMessage());
    }
    if (!known.contains(run.settings())) {
      throw Require.refusal(
          where, run.settings(), "settings of the plan", "a plan may grow but not shrink");
    }
    if (runs.put(run.settings(), run) != null) {
      throw Require.refusal(
          where, run.settings(), "each settings once", "nothing tells which row is right");
    }
  }
}
