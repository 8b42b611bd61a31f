package designspace.bound;

import designspace.core.Require;
import designspace.schedule.PowerFamily;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The best power as N → ∞ for an error that is a sum over steps of w(σ)(Δ ln σ)².
 *
 * <p>With s = 1/ρ, polynomial grids have u = ln σ advance by e^{−su} A(s)/N a step, A(s) =
 * ∫e^{su}du, and N times the error tends to L(s) = ∫e^{su}du ∫w e^{−su}du over ln σ_min ≤ u ≤ ln
 * σ_max. Its logarithm is convex in s: there is one minimum, where the mean of u under e^{su}
 * equals that under w e^{−su}. It lies at s &gt; 0 if and only if the mean of u under w is above
 * the middle of the range, and else the exponential grid, s = 0, is the best of all ρ &gt; 0.
 *
 * @param family between which levels
 * @param weight w(σ), not negative
 */
public record PowerLimit(PowerFamily family, DoubleUnaryOperator weight) {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20);
  private static final double PANEL = 0.5;

  /** Beyond |s| = 20 there is nothing to tell apart. */
  private static final double STEEPEST = 20;

  /** Of {@link GridError#growth}: w = 1, L(s) = 4 sinh²(sℓ/2)/s². */
  public static PowerLimit growth(PowerFamily family) {
    return new PowerLimit(family, sigma -> 1);
  }

  /** Of path E_D on N(0, c²): w = τ²|J′| = (τ/(c²+τ))². */
  public static PowerLimit discretization(PowerFamily family, double c) {
    Require.positive("c", c, "it is the data's standard deviation");
    return new PowerLimit(family, sigma -> Math.pow(sigma / Math.hypot(c, sigma), 4));
  }

  /** Of the marginal KL of eq-10 on N(0, c²), N²KL → (2 S_min L)²: w = σ⁴/S³, S = c² + τ. */
  public static PowerLimit marginalKl(PowerFamily family, double c) {
    Require.positive("c", c, "it is the data's standard deviation");
    return new PowerLimit(
        family, sigma -> Math.pow(sigma / Math.hypot(c, sigma), 4) / (c * c + sigma * sigma));
  }

  /**
   * L(1/ρ); ρ may be negative but not 0, and ∞ is the exponential grid. Infinite where L exceeds
   * the largest number, at small ρ.
   */
  public double at(double rho) {
    double s = 1 / rho;
    if (!Double.isFinite(s)) {
      throw Require.refusal("rho", rho, "a number other than 0, or ∞", "L depends on its inverse");
    }
    double end = Math.abs(s) * 0.5 * family.logRange(); // of |s x|, taken out of both integrals
    double rise = s == 0 ? family.logRange() : -Math.expm1(-2 * end) / Math.abs(s);
    return rise * integral(x -> weighted(x, end - s * x));
  }

  /** w e^y, 0 where w is, whatever overflows. */
  private double weighted(double x, double y) {
    double weight = weight(x);
    return weight == 0 ? 0 : weight * Math.exp(y);
  }

  /**
   * 1/ρ at the minimum: negative if even the exponential grid is not steep enough.
   *
   * @throws IllegalArgumentException if w is 0 everywhere, or so near one end of the range alone
   *     that the minimum is beyond |1/ρ| = 20
   */
  public double bestInverse() {
    double low = slope(-STEEPEST);
    double high = slope(STEEPEST);
    if (!(low <= 0 && high >= 0)) {
      throw Require.refusal(
          "slope of ln L at 1/ρ = ∓" + STEEPEST,
          low + " and " + high,
          "not positive and not negative",
          "the minimum is sought between; w sits at one end of the range");
    }
    return new BrentSolver(1e-13).solve(500, this::slope, -STEEPEST, STEEPEST);
  }

  private double slope(double s) {
    return mean("e^{su}", x -> Math.exp(s * x))
        - mean("w e^{−su}", x -> weight(x) * Math.exp(-s * x));
  }

  /** The mean of ln σ under w, less the middle of the range: its sign is that of 1/ρ. */
  public double tilt() {
    return mean("w", this::weight);
  }

  private double weight(double x) {
    double value = weight.applyAsDouble(middle() * Math.exp(x));
    return Require.notNegative("weight", value, "a step costs something");
  }

  private double middle() {
    return Math.sqrt(family.sigmaMin() * family.sigmaMax());
  }

  private double mean(String name, DoubleUnaryOperator density) {
    double mass = integral(density);
    Require.positive("integral of " + name, mass, "a mean is taken under it");
    return integral(x -> x * density.applyAsDouble(x)) / mass;
  }

  /** Over x = ln σ less its middle; the rule's own sum is compensated and makes NaN of ∞. */
  private double integral(DoubleUnaryOperator f) {
    double half = 0.5 * family.logRange();
    int panels = (int) Math.ceil(2 * half / PANEL);
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double middle = 2 * i + 1 - panels;
      for (int node = 0; node < RULE.getNumberOfPoints(); node++) {
        double x = half / panels * (middle + RULE.getPoint(node));
        sum += RULE.getWeight(node) * f.applyAsDouble(x);
      }
    }
    return half / panels * sum;
  }
}
