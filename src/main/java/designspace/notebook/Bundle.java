package designspace.notebook;

import designspace.claim.Claims;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * One value in every form a front end may ask for.
 *
 * @param data MIME type to content
 * @param metadata MIME type to display hints
 */
record Bundle(Map<String, Object> data, Map<String, Object> metadata) {
  static final String CLAIMS = "application/vnd.designspace.claims+json";

  static Bundle of(Figure figure) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text/plain", figure.toString());
    data.put("image/svg+xml", Images.svg(figure));
    data.put("image/png", Base64.getEncoder().encodeToString(Images.png(figure)));
    if (!figure.csv().isEmpty()) {
      data.put("text/csv", figure.csv());
    }
    return new Bundle(data, Map.of("image/png", Map.of("width", figure.width())));
  }

  static Bundle of(Table table) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text/plain", table.name() + " (" + table.rowCount() + " rows)");
    data.put("text/html", Html.of(table));
    data.put("text/csv", Csv.of(table));
    return new Bundle(data, Map.of());
  }

  static Bundle of(Claims claims) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text/plain", claims.list().size() + " claims");
    data.put("text/html", Html.of(claims));
    data.put(CLAIMS, ClaimJson.of(claims));
    return new Bundle(data, Map.of());
  }
}
