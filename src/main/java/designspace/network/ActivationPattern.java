package designspace.network;

import java.util.BitSet;

/** Which hidden units are on, for every row of a batch: the linear piece that a network is on. */
public final class ActivationPattern {
  private final BitSet on = new BitSet();
  private final int units;

  /** The pattern of the last evaluation, of the hidden layers {@code first} to {@code last}. */
  ActivationPattern(Pass[] passes, int first, int last) {
    int at = 0;
    for (Pass pass : passes) {
      for (int l = first; l <= last; l++) {
        for (double h : pass.hidden(l)) {
          if (h > 0) {
            on.set(at);
          }
          at++;
        }
      }
    }
    units = at;
  }

  /** The fraction of units that are on in one of the two patterns alone. */
  public double changedFrom(ActivationPattern other) {
    BitSet changed = (BitSet) on.clone();
    changed.xor(other.on);
    return (double) changed.cardinality() / units;
  }
}
