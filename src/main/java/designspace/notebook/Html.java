package designspace.notebook;

import designspace.claim.Check;
import designspace.claim.Claim;
import designspace.claim.Claims;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumberColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables and claims as HTML that reads without a style sheet. */
final class Html {
  private static final String LEFT = " style=\"text-align:left\"";
  private static final String RIGHT = " style=\"text-align:right\"";

  private static final String NOTEBOOK = ".ipynb";

  private Html() {}

  static String of(Table table) {
    String head =
        table.columns().stream()
            .map(column -> "<th" + align(column) + ">" + escape(column.name()) + "</th>")
            .collect(Collectors.joining());
    String body =
        IntStream.range(0, table.rowCount())
            .mapToObj(row -> row(table, row))
            .collect(Collectors.joining());
    return table(escape(table.name()), head, body);
  }

  private static String row(Table table, int row) {
    return table.columns().stream()
        .map(column -> "<td" + align(column) + ">" + linked(escape(cell(column, row))) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "–";
    }
    return column instanceof NumberColumn<?, ?> numbers
        ? Numbers.text(numbers.getDouble(row))
        : String.valueOf(column.get(row));
  }

  /** A notebook's name becomes a link to it. */
  private static String linked(String text) {
    return text.endsWith(NOTEBOOK)
        ? "<a href=\""
            + text
            + "\">"
            + text.substring(0, text.length() - NOTEBOOK.length())
            + "</a>"
        : text;
  }

  private static String align(Column<?> column) {
    return column instanceof NumberColumn<?, ?> ? RIGHT : LEFT;
  }

  static String of(Claims claims) {
    String body = claims.list().stream().map(Html::rows).collect(Collectors.joining());
    String head =
        "<th"
            + LEFT
            + ">quantity</th><th"
            + RIGHT
            + ">measured</th><th></th><th"
            + RIGHT
            + ">expected</th><th"
            + RIGHT
            + ">± tolerance</th><th></th><th"
            + LEFT
            + ">why</th>";
    return table("Claims settled here", head, body);
  }

  private static String rows(Claim claim) {
    String statement =
        "<tr><td colspan=\"7\""
            + LEFT
            + "><b>"
            + claim.statement().id()
            + " "
            + claim.verdict()
            + "</b>: "
            + escape(claim.statement().text())
            + (claim.remaining().isEmpty() ? "" : " <i>Not run: " + claim.remaining() + "</i>")
            + "</td></tr>\n";
    return claim.checks().stream().map(Html::row).collect(Collectors.joining("", statement, ""));
  }

  private static String row(Check check) {
    double tolerance = check.tolerance().around(check.expected());
    return "<tr><td"
        + LEFT
        + ">"
        + escape(check.quantity())
        + "</td><td"
        + RIGHT
        + ">"
        + Numbers.text(check.measured())
        + "</td><td>"
        + check.relation()
        + "</td><td"
        + RIGHT
        + ">"
        + Numbers.text(check.expected())
        + "</td><td"
        + RIGHT
        + ">"
        + Numbers.text(tolerance)
        + "</td><td>"
        + (check.passes() ? "✓" : "✗")
        + "</td><td"
        + LEFT
        + ">"
        + escape(check.tolerance().reason())
        + "</td></tr>\n";
  }

  private static String table(String caption, String head, String body) {
    return "<table><caption style=\"text-align:left;white-space:nowrap\"><b>"
        + caption
        + "</b></caption>\n<thead><tr>"
        + head
        + "</tr></thead>\n<tbody>\n"
        + body
        + "</tbody></table>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
