package designspace.advice;

import designspace.core.Points;
import designspace.core.Require;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points from a text of numbers, a row a point. One separator a file: a semicolon or a tab where
 * there is one, else a comma, else spaces; beside semicolons and tabs, and in quotes, 0,5 is 0.5. A
 * first line of words is a header; empty lines and lines that start with # are skipped.
 */
public final class CsvPoints {
  private final CsvFormat format;
  private final List<double[]> rows = new ArrayList<>();
  private String[] header;
  private int columns = -1;

  private CsvPoints(CsvFormat format) {
    this.format = format;
  }

  /**
   * The points in a file of UTF-8.
   *
   * @throws IllegalArgumentException naming line and column of what is no finite number, a row
   *     longer or shorter than the first, a column or a header of row and column numbers as pandas
   *     writes them, or a file without points
   * @throws UncheckedIOException if there is no such file, or it cannot be read or is not UTF-8
   */
  public static Points read(Path file) {
    return parse(file.toString(), TextFile.lines(file));
  }

  static Points parse(String name, List<String> lines) {
    CsvPoints csv = new CsvPoints(CsvFormat.of(lines));
    for (int i = 0; i < lines.size(); i++) {
      if (!CsvFormat.skipped(lines.get(i))) {
        csv.line(name + ", line " + (i + 1), lines.get(i));
      }
    }
    if (csv.rows.isEmpty()) {
      throw Require.refusal(name, "no rows of numbers", "a point a line", "data are read from it");
    }
    csv.refuseIndex(name);
    return Points.of(csv.rows.toArray(double[][]::new));
  }

  private void line(String where, String line) {
    String[] cells = format.cells(where, line);
    if (columns < 0) {
      columns = cells.length;
      refuseNumbered(where, cells);
      if (format.words(where, cells)) {
        header = cells;
        return;
      }
    }
    if (cells.length != columns) {
      String why = "the first line has so many, between " + format.separatorName();
      Require.size(where + ": number of columns", cells.length, columns, why);
    }
    double[] row = new double[columns];
    for (int j = 0; j < columns; j++) {
      row[j] = format.number(where + ", column " + (j + 1), cells[j], j == columns - 1);
    }
    rows.add(row);
  }

  /** A first line 0, 1, …, as pandas writes above columns without names. */
  private static void refuseNumbered(String where, String[] cells) {
    int index = cells[0].isEmpty() ? 1 : 0;
    int named = cells.length - index;
    boolean counts =
        IntStream.range(0, named).allMatch(j -> cells[index + j].equals(Integer.toString(j)));
    if (counts && named + index > 1) {
      throw Require.refusal(
          where,
          "'" + String.join(",", cells) + "'",
          "a point or names",
          "it counts the columns, as pandas does: write with header=False, index=False; if it is a"
              + " point, put a line of names above it");
    }
  }

  /** A first column 0, 1, …, or one of whole numbers without a name: pandas' index. */
  private void refuseIndex(String name) {
    boolean unnamed = header != null && header[0].isEmpty();
    boolean counts = IntStream.range(0, rows.size()).allMatch(i -> rows.get(i)[0] == i);
    boolean whole = rows.stream().allMatch(row -> row[0] == Math.rint(row[0]));
    if (columns > 1 && (unnamed ? whole : counts && rows.size() > 2)) {
      throw Require.refusal(
          name + ", column 1",
          counts ? "0, 1, 2, …" : "whole numbers without a name",
          "a coordinate",
          "it numbers the rows, as pandas' index does: drop it, or write with index=False");
    }
  }
}
