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
  private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();
  private static final int NODES = 20;
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

  /** L(1/ρ); ρ may be negative, and ∞ is the exponential grid. */
  public double at(double rho) {
    double s = 1 / rho;
    return integral(x -> Math.exp(s * x)) * integral(x -> weight(x) * Math.exp(-s * x));
  }

  /** 1/ρ at the minimum: negative if even the exponential grid is not steep enough. */
  public double bestInverse() {
    DoubleUnaryOperator slope =
        s -> mean(x -> Math.exp(s * x)) - mean(x -> weight(x) * Math.exp(-s * x));
    return new BrentSolver(1e-13).solve(500, slope::applyAsDouble, -STEEPEST, STEEPEST);
  }

  /** The mean of ln σ under w, less the middle of the range: its sign is that of 1/ρ. */
  public double tilt() {
    return mean(this::weight);
  }

  private double weight(double x) {
    double value = weight.applyAsDouble(middle() * Math.exp(x));
    return Require.notNegative("weight", value, "a step costs something");
  }

  private double middle() {
    return Math.sqrt(family.sigmaMin() * family.sigmaMax());
  }

  private double mean(DoubleUnaryOperator density) {
    return integral(x -> x * density.applyAsDouble(x)) / integral(density);
  }

  /** Over x = ln σ less its middle. */
  private double integral(DoubleUnaryOperator f) {
    double half = 0.5 * family.logRange();
    int panels = (int) Math.ceil(2 * half / PANEL);
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double low = half * (2.0 * i / panels - 1);
      double high = half * (2.0 * (i + 1) / panels - 1);
      GaussIntegrator rule = RULES.legendre(NODES, low, high);
      sum += rule.integrate(f::applyAsDouble);
    }
    return sum;
  }
}
