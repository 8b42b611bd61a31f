package designspace.bound;

import designspace.bound.Term.Part;
import designspace.core.Require;
import java.util.List;

/**
 * The first three terms of cor-1, thm-3 for EDM's design (σ̄_t = t, polynomial time of power ρ,
 * which the Paper calls a): m₂²/T² + d a²T^{1/a}/(δ^{1/a}N) + (m₂²+d)(a²T^{1/a}/(δ^{1/a}N) +
 * a³T^{2/a}/(δ^{2/a}N²)), each with constant 1. They are what the terms of thm-2 become there; its
 * fourth, of training, is not computed here.
 */
public final class Corollary1 {
  private Corollary1() {}

  /**
   * As printed.
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
}
