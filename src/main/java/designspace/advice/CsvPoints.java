package designspace.advice;

import designspace.core.Points;
import designspace.core.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Points from comma-separated numbers, a row a point. A first line without any number is a header;
 * empty lines are skipped; semicolons or tabs may stand for commas.
 */
public final class CsvPoints {
  private static final Pattern BETWEEN = Pattern.compile("[,;\\t]");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final List<double[]> rows = new ArrayList<>();
  private int columns = -1;

  private CsvPoints() {}

  /**
   * The points in a file.
   *
   * @throws IllegalArgumentException naming line and column of what is no finite number or of a row
   *     longer or shorter than the first, or for a file without points
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Points read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static Points parse(String name, List<String> lines) {
    CsvPoints csv = new CsvPoints();
    for (int i = 0; i < lines.size(); i++) {
      csv.line(name, i + 1, lines.get(i));
    }
    if (csv.rows.isEmpty()) {
      throw Require.refusal(name, "no rows of numbers", "a point a line", "data are read from it");
    }
    return Points.of(csv.rows.toArray(double[][]::new));
  }

  private void line(String name, int number, String line) {
    if (line.isBlank()) {
      return;
    }
    String[] cells =
        Arrays.stream(BETWEEN.split(line, -1)).map(CsvPoints::plain).toArray(String[]::new);
    boolean words = Arrays.stream(cells).noneMatch(cell -> NUMBER.matcher(cell).matches());
    if (columns < 0 && words && rows.isEmpty()) {
      columns = cells.length;
      return;
    }
    columns = columns < 0 ? cells.length : columns;
    String where = name + ", line " + number;
    Require.size(
        where + ": number of columns", cells.length, columns, "the first line has so many");
    double[] row = new double[columns];
    for (int j = 0; j < columns; j++) {
      row[j] = value(where + ", column " + (j + 1), cells[j]);
    }
    rows.add(row);
  }

  private static String plain(String cell) {
    return cell.replace("\uFEFF", "").replace('"', ' ').strip();
  }

  private static double value(String where, String cell) {
    if (!NUMBER.matcher(cell).matches()) {
      String why = "coordinates are numbers: fill or drop what is missing";
      throw Require.refusal(where, "'" + cell + "'", "a number such as 0.5 or -2e-3", why);
    }
    return Require.finite(where, Double.parseDouble(cell), "a point is somewhere");
  }
}
