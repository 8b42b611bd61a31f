package designspace.claim;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Claims settled with the quick budget, each once for all tests. */
public final class Settled {
  private static final Map<String, Claim> CLAIMS = new ConcurrentHashMap<>();

  private Settled() {}

  /** The claim of this id. */
  public static Claim of(String id) {
    return CLAIMS.computeIfAbsent(id, key -> Claims.settle(Budget.QUICK, key).list().get(0));
  }
}
