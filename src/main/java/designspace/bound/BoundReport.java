package designspace.bound;

import java.util.List;

/**
 * A bound or an exact error, term by term.
 *
 * @param source statement id, such as {@code lem-13}
 * @param variant {@code printed}, {@code corrected}, {@code certified} or {@code exact}
 * @param terms in the order of the statement
 * @param assumptions what must hold for it to mean anything
 */
public record BoundReport(
    String source, String variant, List<Term> terms, List<String> assumptions) {
  public BoundReport {
    terms = List.copyOf(terms);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * One named term.
   *
   * @param name as the statement calls it
   * @param formula how it is computed
   * @param nats its value
   */
  public record Term(String name, String formula, double nats) {}

  /** The sum of all terms, nats. */
  public double totalNats() {
    return terms.stream().mapToDouble(Term::nats).sum();
  }

  /** The value of the term of this name, nats. */
  public double nats(String name) {
    return terms.stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no term " + name + " in " + this))
        .nats();
  }
}
