package designspace.claim;

import java.util.Locale;

/** What a run says of a statement. */
public enum Verdict {
  /** Every check passed as stated. */
  HOLDS,
  /** The printed form failed, the corrected form passed. */
  CORRECTED,
  /** A check failed. */
  REFUTED,
  /** What was run passed, but part of the statement has not been run; the claim says which. */
  PARTLY,
  /** Not yet executed. */
  OPEN;

  /** The lower-case name used in reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
