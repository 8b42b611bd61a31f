package designspace.bound;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.List;

/**
 * A bound or an exact error, term by term.
 *
 * @param source statement id, such as {@code lem-13}
 * @param variant {@code printed}, {@code corrected}, {@code certified}, {@code exact}, {@code
 *     sampled} or {@code profiled}
 * @param terms in the order of the statement
 * @param assumptions what must hold for it to mean anything
 * @param error of the total, nats: 0 for closed forms, else as of its terms, which may be
 *     correlated
 */
public record BoundReport(
    String source, String variant, List<Term> terms, List<String> assumptions, double error) {
  public BoundReport {
    terms = List.copyOf(terms);
    assumptions = List.copyOf(assumptions);
  }

  /** Terms whose errors are independent. */
  public BoundReport(String source, String variant, List<Term> terms, List<String> assumptions) {
    this(source, variant, terms, assumptions, independent(terms));
  }

  private static double independent(List<Term> terms) {
    return Math.sqrt(terms.stream().mapToDouble(term -> term.error() * term.error()).sum());
  }

  /** The sum of all terms, nats. */
  public double totalNats() {
    return terms.stream().mapToDouble(Term::nats).sum();
  }

  /** The sum of the terms of one source of error, nats. */
  public double nats(Term.Part part) {
    return terms.stream().filter(term -> term.part() == part).mapToDouble(Term::nats).sum();
  }

  /**
   * What the steps between two noise levels contribute to one source of error, nats; the start
   * belongs to no step.
   */
  public double nats(Term.Part part, NoiseGrid grid, double low, double high) {
    return terms.stream()
        .filter(term -> term.part() == part)
        .mapToDouble(term -> term.nats(grid, low, high))
        .sum();
  }

  /** The share of step k in one source of error, nats. */
  public double nats(Term.Part part, int k) {
    return terms.stream()
        .filter(term -> term.part() == part && term.steps() > 0)
        .mapToDouble(term -> term.nats(k))
        .sum();
  }

  /** The term of this name. */
  public Term term(String name) {
    return terms.stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Require.refusal("name", name, "one of " + names(), source + " has these terms"));
  }

  private List<String> names() {
    return terms.stream().map(Term::name).toList();
  }

  /** The value of the term of this name, nats. */
  public double nats(String name) {
    return term(name).nats();
  }
}
