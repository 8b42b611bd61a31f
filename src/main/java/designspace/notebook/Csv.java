package designspace.notebook;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Comma-separated values (RFC 4180). */
final class Csv {
  private Csv() {}

  static String of(Table table) {
    String header = table.columnNames().stream().map(Csv::cell).collect(Collectors.joining(","));
    return IntStream.range(0, table.rowCount())
        .mapToObj(row -> line(table, row))
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }

  private static String line(Table table, int row) {
    return table.columns().stream()
        .map(column -> cell(text(column, row)))
        .collect(Collectors.joining(","));
  }

  private static String text(Column<?> column, int row) {
    return column.isMissing(row) ? "" : String.valueOf(column.get(row));
  }

  static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
