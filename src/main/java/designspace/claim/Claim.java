package designspace.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A statement with the verdict of a run.
 *
 * @param statement what is claimed
 * @param verdict what follows from the checks
 * @param checks the headline first; empty if open
 * @param seed of the run, empty if nothing random was used
 * @param remaining what of the statement has not been run; empty unless the verdict is partly
 */
public record Claim(
    Statement statement, Verdict verdict, List<Check> checks, OptionalLong seed, String remaining) {
  public Claim {
    checks = List.copyOf(checks);
  }

  /** A statement that nobody has run yet. */
  public static Claim open(String id) {
    return new Claim(Statement.of(id), Verdict.OPEN, List.of(), OptionalLong.empty(), "");
  }

  /** Holds if every check passes, else refuted. */
  public static Claim of(String id, List<Check> checks) {
    if (checks.isEmpty()) {
      throw new IllegalArgumentException(
          "checks of " + id + " = []: expected at least one, because a verdict needs evidence");
    }
    Verdict verdict = allPass(checks) ? Verdict.HOLDS : Verdict.REFUTED;
    return new Claim(Statement.of(id), verdict, checks, OptionalLong.empty(), "");
  }

  /**
   * Refuted if a check of the corrected form fails; else holds if the printed form passes too, and
   * corrected if it does not. The printed check is listed last.
   */
  public static Claim corrected(String id, Check printed, List<Check> corrected) {
    Claim claim = of(id, corrected);
    List<Check> all = new ArrayList<>(corrected);
    all.add(printed);
    boolean mended = claim.verdict == Verdict.HOLDS && !printed.passes();
    Verdict verdict = mended ? Verdict.CORRECTED : claim.verdict;
    return new Claim(claim.statement, verdict, all, OptionalLong.empty(), "");
  }

  /** The same claim, its run's seed recorded. */
  public Claim withSeed(long value) {
    return new Claim(statement, verdict, checks, OptionalLong.of(value), remaining);
  }

  /** The same claim, of which {@code rest} is still to be run; a refutation stands. */
  public Claim butFor(String rest) {
    Verdict so = verdict == Verdict.REFUTED ? verdict : Verdict.PARTLY;
    return new Claim(statement, so, checks, seed, rest);
  }

  private static boolean allPass(List<Check> checks) {
    return checks.stream().allMatch(Check::passes);
  }
}
