package designspace.clock;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A clock from its density alone: levels at equal shares of ∫ density d ln σ, to rounding where the
 * density is smooth over a thousandth of the range.
 */
public final class DensityClock implements NoiseClock {
  private final String label;
  private final String minimises;
  private final String source;
  private final DoubleUnaryOperator density;

  private DensityClock(String label, String minimises, String source, DoubleUnaryOperator density) {
    this.label = label;
    this.minimises = minimises;
    this.source = source;
    this.density = density;
  }

  /**
   * The clock with this density.
   *
   * @param density steps per unit of ln σ as a function of σ, up to a factor; not negative
   */
  public static DensityClock of(
      String label, String minimises, String source, DoubleUnaryOperator density) {
    return new DensityClock(label, minimises, source, density);
  }

  /** EDM's grid: uniform in σ^{1/ρ} (tab-1). */
  public static DensityClock polynomial(double rho) {
    Require.positive("rho", rho, "it is the power of the polynomial");
    String name = "polynomial(" + (rho == Math.rint(rho) ? "" + (long) rho : "" + rho) + ")";
    String why = "no error of a known law; ρ = 7 was chosen by images";
    return of(name, why, "tab-1; Karras et al. 2022", sigma -> Math.pow(sigma, 1 / rho));
  }

  /** The Paper's exponential grid: uniform in ln σ (tab-1). */
  public static DensityClock exponential() {
    String why = "the data-free term of thm-2, for every N (E5, E6)";
    return of("exponential", why, "tab-1", sigma -> 1);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String minimises() {
    return minimises;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public double density(double sigma) {
    return density.applyAsDouble(
        Require.positive("sigma", sigma, "the score is not defined without noise"));
  }

  /** ∫ density d ln σ between two levels: how far the clock runs. */
  public double length(double sigmaMin, double sigmaMax) {
    return new CumulativeDensity(density, sigmaMin, sigmaMax).total();
  }

  @Override
  public NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    CumulativeDensity clock = new CumulativeDensity(density, sigmaMin, sigmaMax);
    double[] sigmas = new double[steps + 1];
    for (int k = 1; k < steps; k++) {
      sigmas[k] = clock.sigmaAt((double) (steps - k) / steps);
    }
    sigmas[0] = sigmaMax;
    sigmas[steps] = sigmaMin;
    return NoiseGrid.of(new Recipe(label, Map.of(), source), sigmas);
  }
}
