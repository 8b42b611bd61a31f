package designspace.notebook;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table written row by row; the first row decides each column's type. */
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
    if (first instanceof Integer) {
      return IntColumn.create(name, rows.stream().mapToInt(r -> (Integer) r[j]).toArray());
    }
    if (first instanceof Number) {
      double[] values = rows.stream().mapToDouble(r -> ((Number) r[j]).doubleValue()).toArray();
      return DoubleColumn.create(name, values);
    }
    return StringColumn.create(name, rows.stream().map(r -> String.valueOf(r[j])).toList());
  }
}
