package designspace.advice;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What separates the numbers of one file, and how they are written. */
final class CsvFormat {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][+-]?\\d+)?");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  /** What stands for a number that is missing or none. */
  private static final Set<String> NO_NUMBER =
      Set.of("nan", "inf", "infinity", "na", "n/a", "<na>", "null", "none");

  private static final String MISSING = "coordinates are numbers: fill or drop what is missing";

  private final char separator;
  private String mark;

  private CsvFormat(char separator) {
    this.separator = separator;
  }

  static CsvFormat of(List<String> lines) {
    for (char separator : new char[] {';', '\t', ','}) {
      boolean there =
          lines.stream()
              .filter(line -> !skipped(line))
              .anyMatch(line -> QUOTED.matcher(line).replaceAll("").indexOf(separator) >= 0);
      if (there) {
        return new CsvFormat(separator);
      }
    }
    return new CsvFormat(' ');
  }

  /** Whether a line is empty or a comment, such as np.savetxt's header. */
  static boolean skipped(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  String separatorName() {
    return switch (separator) {
      case '\t' -> "tabs";
      case ' ' -> "spaces";
      default -> "'" + separator + "'";
    };
  }

  String[] cells(String where, String line) {
    if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
      throw Require.refusal(where, "'" + line + "'", "quotes in pairs", "one is not closed");
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + separator).toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c != separator || quoted) {
        cell.append(c);
      } else {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      }
    }
    if (separator == ' ') {
      cells.removeIf(String::isEmpty);
    }
    return cells.toArray(String[]::new);
  }

  /**
   * Whether these are names of columns; the first may be empty.
   *
   * @throws IllegalArgumentException if nothing is a number but something stands for one
   */
  boolean words(String where, String[] cells) {
    if (Arrays.stream(cells).anyMatch(cell -> NUMBER.matcher(cell).matches())) {
      return false;
    }
    for (int j = 0; j < cells.length; j++) {
      boolean none = cells[j].isEmpty() ? j > 0 || cells.length == 1 : noNumber(cells[j]);
      if (none) {
        String name = where + ", column " + (j + 1);
        throw Require.refusal(
            name, "'" + cells[j] + "'", "a number or a name", why(cells[j], j == cells.length - 1));
      }
    }
    return true;
  }

  private static boolean noNumber(String cell) {
    return NO_NUMBER.contains(cell.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", ""));
  }

  double number(String where, String cell, boolean last) {
    if (!NUMBER.matcher(cell).matches()) {
      throw Require.refusal(
          where, "'" + cell + "'", "a number such as 0.5 or -2e-3", why(cell, last));
    }
    String own = cell.contains(",") ? "," : cell.contains(".") ? "." : mark;
    if (mark != null && !mark.equals(own)) {
      String expected = "a decimal '" + mark + "' as before";
      throw Require.refusal(
          where, "'" + cell + "'", expected, "else 1,234 may be a thousand or one");
    }
    mark = own;
    return Require.finite(
        where, Double.parseDouble(cell.replace(',', '.')), "a point is somewhere");
  }

  private String why(String cell, boolean last) {
    if (cell.isEmpty() && last) {
      return "the line ends with a separator: drop it, or fill in what is missing";
    }
    return cell.matches("\\S*\\d\\s+[-+.\\d].*")
        ? "numbers stand between " + separatorName() + " here: with decimal commas use semicolons"
        : MISSING;
  }
}
