package designspace.training;

import designspace.core.Require;
import org.apache.commons.math3.special.Beta;

/** Angles of vectors, in radians, and of normal vectors by chance: lem-2 and lem-3. */
public final class Angles {
  private Angles() {}

  /**
   * ∠(v, w) in [0, π] of two vectors that are not zero, to rounding at small angles too: 2 atan2(‖a
   * − b‖, ‖a + b‖) of their directions (Kahan).
   */
  public static double between(double[] v, double[] w) {
    Require.dimension("w", w.length, v.length);
    double ofV = Require.positive("norm of v", norm(v), "zero has no direction");
    double ofW = Require.positive("norm of w", norm(w), "zero has no direction");
    double apart = 0;
    double together = 0;
    for (int i = 0; i < v.length; i++) {
      double a = v[i] / ofV;
      double b = w[i] / ofW;
      apart += (a - b) * (a - b);
      together += (a + b) * (a + b);
    }
    return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together));
  }

  private static double norm(double[] v) {
    double square = 0;
    for (double x : v) {
      square += x * x;
    }
    return Math.sqrt(square);
  }

  /**
   * P(w·v₁ ≥ 0, w·v₂ ≥ 0) = (π − ∠(v₁,v₂))/2π, w standard normal (lem-2): how often one relu neuron
   * passes two inputs.
   */
  public static double bothPass(double angle) {
    if (!(angle >= 0 && angle <= Math.PI)) {
      throw Require.refusal("angle", angle, "from 0 to π", "it is that of two vectors");
    }
    return (Math.PI - angle) / (2 * Math.PI);
  }

  /**
   * P(∠(ξ₁,ξ₂) ≥ π − θ) = ½I_{sin²θ}((d−1)/2, ½) for independent standard normal vectors (lem-3):
   * the share of the sphere in a cap of angular radius θ, 0 &lt; θ ≤ π/2.
   *
   * @param dimension d ≥ 2
   */
  public static double capShare(int dimension, double theta) {
    double sine = sine(dimension, theta);
    return 0.5 * Beta.regularizedBeta(sine * sine, 0.5 * (dimension - 1), 0.5);
  }

  /**
   * ½ sin^{d−1}θ ≥ {@link #capShare}, because I_x(a, ½)/x^a = ∫₀¹ s^{a−1}(1 − xs)^{−½} ds/B(a, ½)
   * grows with x up to 1. It makes the Ω(d) of lem-3 explicit: at θ = π/4 it is e^{−½ ln 2 (d+1)}.
   */
  public static double capBound(int dimension, double theta) {
    return 0.5 * Math.pow(sine(dimension, theta), dimension - 1);
  }

  private static double sine(int dimension, double theta) {
    Require.atLeast(2, "dimension", dimension, "directions on a line have no angle between");
    if (!(theta > 0 && theta <= Math.PI / 2)) {
      throw Require.refusal("theta", theta, "in (0, π/2]", "the cap is at most a half sphere");
    }
    return Math.sin(theta);
  }
}
