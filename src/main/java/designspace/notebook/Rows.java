package designspace.notebook;

import designspace.core.Require;
import designspace.experiment.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table written row by row; the first row decides whether a column holds numbers or
 * text, and a column of whole numbers stays one only if all its cells are.
 */
public final class Rows {
  private final String title;
  private final List<String> columns;
  private final List<Object[]> rows = new ArrayList<>();

  private Rows(String title, List<String> columns) {
    this.title = title;
    this.columns = columns;
  }

  /** An empty table of these columns, named with their units. */
  public static Rows titled(String title, String... columns) {
    return new Rows(title, List.of(columns));
  }

  /** Adds a row: a number or a text for each column. */
  public Rows add(Object... cells) {
    Require.size("cells in the row", cells.length, columns.size(), "each column has one");
    rows.add(cells.clone());
    return this;
  }

  /** The finished runs of an experiment, in its plan's order. */
  public static Table of(Results<?> results) {
    Rows rows = new Rows(results.plan().name(), results.plan().columns());
    results.runs().forEach(run -> rows.rows.add(run.cells().toArray()));
    return rows.table();
  }

  /** The table so far. */
  public Table table() {
    Table table = Table.create(title);
    for (int j = 0; j < columns.size(); j++) {
      table.addColumns(column(j));
    }
    return table;
  }

  private Column<?> column(int j) {
    Object first = rows.isEmpty() ? "" : rows.get(0)[j];
    String name = columns.get(j);
    if (all(j, Integer.class)) {
      return IntColumn.create(name, rows.stream().mapToInt(r -> (Integer) r[j]).toArray());
    }
    if (all(j, Integer.class, Long.class)) { // a seed may have more digits than a double
      long[] values = rows.stream().mapToLong(r -> ((Number) r[j]).longValue()).toArray();
      return LongColumn.create(name, values);
    }
    if (first instanceof Number) {
      double[] values = rows.stream().mapToDouble(r -> ((Number) r[j]).doubleValue()).toArray();
      return DoubleColumn.create(name, values);
    }
    return StringColumn.create(name, rows.stream().map(r -> String.valueOf(r[j])).toList());
  }

  private boolean all(int j, Class<?>... types) {
    return !rows.isEmpty()
        && rows.stream().allMatch(r -> Stream.of(types).anyMatch(type -> type.isInstance(r[j])));
  }
}
