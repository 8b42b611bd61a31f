package designspace.notebook;

import designspace.claim.Check;
import designspace.claim.Claim;
import designspace.claim.Claims;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims as the maps and lists that a kernel writes as JSON. */
final class ClaimJson {
  private ClaimJson() {}

  static List<Map<String, Object>> of(Claims claims) {
    return claims.list().stream().map(ClaimJson::of).toList();
  }

  private static Map<String, Object> of(Claim claim) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", claim.statement().id());
    json.put("source", claim.statement().source());
    json.put("statement", claim.statement().text());
    json.put("verdict", claim.verdict().toString());
    Map<String, Object> headline =
        claim.checks().isEmpty() ? Map.of("reason", "not yet executed") : of(claim.checks().get(0));
    for (String key : List.of("measured", "relation", "expected", "tolerance", "reason")) {
      json.put(key, headline.get(key));
    }
    json.put("seed", claim.seed().isPresent() ? claim.seed().getAsLong() : null);
    json.put("remaining", claim.remaining());
    json.put("notebook", claim.statement().notebook());
    json.put("checks", claim.checks().stream().map(ClaimJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(Check check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("quantity", check.quantity());
    json.put("measured", number(check.measured()));
    json.put("relation", check.relation().toString());
    json.put("expected", number(check.expected()));
    json.put("tolerance", number(check.tolerance().around(check.expected())));
    json.put("reason", check.tolerance().reason());
    json.put("passes", check.passes());
    return json;
  }

  /** JSON has no NaN and no infinity. */
  private static Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
