package designspace.advice;

/**
 * One thing to know or to change in an audited grid.
 *
 * @param kind what to do
 * @param high the level, or the upper end of the range, that it is about
 * @param low the lower end of the range, or the level again
 * @param nats what it saves of the error, below zero if it costs; 0 where evaluations or the end of
 *     sampling are at stake, which E_D does not count
 * @param sentence the same in words
 */
public record AuditChange(Kind kind, double high, double low, double nats, String sentence) {
  /** What to do. */
  public enum Kind {
    /** Write the levels from the largest to the least. */
    SORT,
    /** Delete a repeated level. */
    DELETE_REPEATED,
    /** Start at {@code low} or {@code high}, whichever is not σ_max. */
    MOVE_START,
    /** End at {@code low}; nothing if that is σ_min. */
    MOVE_END,
    /** Leave the inner levels where they are. */
    KEEP_INNER,
    /** Put one more level at {@code high}. */
    ADD_LEVEL,
    /** Take steps away between the two levels. */
    THIN_OUT,
    /** Add steps between the two levels. */
    FILL_IN,
    /** Leave the level out if one has to go. */
    DROP_LEVEL,
    /** Place all inner levels anew. */
    PLACE_ANEW
  }

  @Override
  public String toString() {
    return sentence;
  }
}
