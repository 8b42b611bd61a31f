package designspace.bound;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;

/** One named term of a bound or of an exact error, in nats, by step where it is a sum of steps. */
public final class Term {
  /** The three sources of error. */
  public enum Part {
    /** The start from N(0, σ_max² I) instead of p_T: E_I. */
    INITIALIZATION,
    /** The score is not ∇log p: E_S. */
    SCORE,
    /** The score is frozen over a step: E_D. */
    DISCRETIZATION
  }

  private final Part part;
  private final String name;
  private final String formula;
  private final double nats;
  private final double error;
  private final double[] steps;

  private Term(Part part, String name, String formula, double nats, double error, double[] steps) {
    this.part = part;
    this.name = name;
    this.formula = formula;
    this.nats = nats;
    this.error = error;
    this.steps = steps;
  }

  /** A term that belongs to no step, such as the initialization. */
  static Term whole(Part part, String name, String formula, double nats) {
    return new Term(part, name, formula, nats, 0, new double[0]);
  }

  /** A sum over the steps of a grid; the array, in sampling order, is given up by the caller. */
  static Term perStep(Part part, String name, String formula, double... steps) {
    double sum = 0;
    for (double step : steps) {
      sum += step;
    }
    return new Term(part, name, formula, sum, 0, steps);
  }

  /** The same value, known to one standard error or to the error of a quadrature. */
  Term within(double uncertainty) {
    return new Term(part, name, formula, nats, uncertainty, steps);
  }

  /** The source of error that it belongs to. */
  public Part part() {
    return part;
  }

  /** As the statement calls it. */
  public String name() {
    return name;
  }

  /** How it is computed. */
  public String formula() {
    return formula;
  }

  /** Its value. */
  public double nats() {
    return nats;
  }

  /** Its error: 0 for a closed form, the quadrature's error or one standard error. */
  public double error() {
    return error;
  }

  /** How many steps it is a sum of; 0 if it belongs to no step. */
  public int steps() {
    return steps.length;
  }

  /** The share of step k, from σ_k to σ_{k+1}. */
  public double nats(int k) {
    return steps[Require.index("step", k, steps.length, name + " is a sum over so many steps")];
  }

  /**
   * What the steps between two noise levels contribute, a step that straddles one counted in part
   * (by ln σ); 0 for a term that belongs to no step.
   */
  public double nats(NoiseGrid grid, double low, double high) {
    Require.ordered("low", low, "high", high, "it is an interval of noise");
    if (steps.length == 0) {
      return 0;
    }
    Require.size("steps of grid", grid.steps(), steps.length, "the term is a sum over its steps");
    double sum = 0;
    for (int k = 0; k < steps.length; k++) {
      sum += grid.overlap(k, low, high) * steps[k];
    }
    return sum;
  }

  @Override
  public String toString() {
    return name + " = " + nats + " nats";
  }
}
