package designspace.bound;

import designspace.bound.Term.Part;
import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * cor-1, thm-3 for EDM's design (σ̄_t = t, polynomial time of power ρ, which the Paper calls a):
 * m₂²/T² + d a²T^{1/a}/(δ^{1/a}N) + (m₂²+d)(a²T^{1/a}/(δ^{1/a}N) + a³T^{2/a}/(δ^{2/a}N²)), each
 * with constant 1, which is what the terms of thm-2 become there, and of training (1/N)(C₉ + (1 −
 * C₈x)^K), x = h m d^{(a₀−1)/2}/(n³N²), whose constants the Paper leaves open.
 *
 * <p>The 1/N is that of max_jσ²/w with β fixed per index. It is the whole dependence on N only if
 * C₉ is allowed to grow like N: L̄ + C̄ is a sum over N levels, and its product with the maximum is
 * never below E_S, which tends to ½∫e dτ.
 */
public final class Corollary1 {
  private Corollary1() {}

  /**
   * The first three terms as printed.
   *
   * @param dimension d
   * @param secondMoment m₂²
   * @param tMin δ
   * @param tMax T
   * @param rho a
   * @param steps N
   */
  public static BoundReport printed(
      int dimension, double secondMoment, double tMin, double tMax, double rho, int steps) {
    Require.atLeast(1, "dimension", dimension, "a law lives somewhere");
    Require.notNegative("secondMoment", secondMoment, "it is a mean square");
    Require.positive("tMin", tMin, "the score is not defined without noise");
    Require.ordered("tMin", tMin, "tMax", tMax, "the forward process must run");
    Require.positive("rho", rho, "it is the power of the polynomial");
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    double root = Math.pow(tMax / tMin, 1 / rho);
    double first = rho * rho * root / steps;
    double second = rho * rho * rho * root * root / steps / steps;
    return new BoundReport(
        "cor-1",
        "printed",
        List.of(
            Term.whole(Part.INITIALIZATION, "E_I", "m₂²/T²", secondMoment / (tMax * tMax)),
            Term.whole(
                Part.DISCRETIZATION, "E_D growth", "d a²T^{1/a}/(δ^{1/a}N)", dimension * first),
            Term.whole(
                Part.DISCRETIZATION,
                "E_D curvature",
                "(m₂²+d)(a²T^{1/a}/(δ^{1/a}N) + a³T^{2/a}/(δ^{2/a}N²))",
                (secondMoment + dimension) * (first + second))),
        List.of("σ̄_t = t", "polynomial time", "constants 1"));
  }

  /**
   * A run of gradient descent.
   *
   * @param points n
   * @param width m
   * @param stepSize h
   * @param steps K
   * @param a0 a₀, between ½ and 1
   */
  public record Training(int points, int width, double stepSize, int steps, double a0) {
    /** x = h m d^{(a₀−1)/2}/(n³N²), what C₈ multiplies in each step. */
    public double unitRate(int dimension, int levels) {
      double samples = (double) points * points * points * levels * levels;
      return stepSize * width * Math.pow(dimension, (a0 - 1) / 2) / samples;
    }
  }

  /**
   * (1/N)(C₉ + (1 − C₈x)^K), nats.
   *
   * @param levels N
   * @param c8 at most 1/x: a loss is not negative
   * @param c9 of all errors that more steps do not lower
   */
  public static Term training(int dimension, int levels, Training run, double c8, double c9) {
    Require.notNegative("c9", c9, "it stands for errors");
    Require.notNegative("c8", c8, "descent lowers the loss");
    double factor = 1 - c8 * run.unitRate(dimension, levels);
    Require.notNegative("1 − C₈x", factor, "a loss is not negative");
    double value = (c9 + Math.pow(factor, run.steps())) / levels;
    return Term.whole(Part.SCORE, "training", "(1/N)(C₉ + (1 − C₈x)^K)", value);
  }

  /** All four terms. */
  public static BoundReport with(BoundReport three, Term training) {
    List<Term> terms = new ArrayList<>(three.terms());
    terms.add(training);
    return new BoundReport(three.source(), three.variant(), terms, three.assumptions());
  }
}
