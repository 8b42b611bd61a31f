package designspace.sampling;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Small-step optimal grids on N(0, c²I) for samplers that B4 has no law of; S = c²+σ². Valid from
 * an exact start: where a sampler forgets nothing, the wrong start stays.
 *
 * <p>An excess r that is Σ w(σ_k) Δσ_k^(p+1) is least on the grid of density w^(1/(p+1)) per unit
 * of σ, where N^p r tends to (∫ w^(1/(p+1)) dσ)^(p+1) (Hölder).
 */
public final class OwnLaw {
  private static final int NODES = 1 << 14;

  private final String name;
  private final DoubleUnaryOperator density;
  private final int order;
  private final DoubleUnaryOperator factor; // of σ_min

  private OwnLaw(String name, DoubleUnaryOperator density, int order, DoubleUnaryOperator factor) {
    this.name = name;
    this.density = density;
    this.order = order;
    this.factor = factor;
  }

  /**
   * DDIM with noise η: r = −(1+η²)² c² S_N^(η²) Σ Δσ²/S^(2+η²), as a step shrinks an excess by
   * (S′/S)^(η²). The tangent law for η = 0 and the sine law for η = 1.
   */
  public static OwnLaw ddim(double eta, double c) {
    Ddim sampler = new Ddim(eta); // refuses an η that none has
    Require.positive("c", c, "it is the data's standard deviation");
    double square = eta * eta;
    double size = -(1 + square) * (1 + square) * c * c;
    return new OwnLaw(
        "DDIM's law, η = " + Linear.label(sampler.eta()),
        sigma -> Math.pow(LinearSampler.total(c * c, sigma), -1 - square / 2),
        1,
        sigmaMin -> size * Math.pow(LinearSampler.total(c * c, sigmaMin), square));
  }

  /** Heun on the flow: r = c² Σ σ Δσ³/S³, density σ^(1/3)/S. */
  public static OwnLaw heun(double c) {
    Require.positive("c", c, "it is the data's standard deviation");
    return new OwnLaw("Heun's law", s -> Math.cbrt(s) / (c * c + s * s), 2, s -> c * c);
  }

  /** N+1 levels of this law. */
  public NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    double[] sigma = NoiseGrid.geometric(sigmaMin, sigmaMax, NODES).sigmas();
    double[] clock = clock(sigma);
    double[] levels = new double[steps + 1];
    int node = 0;
    for (int k = 1; k < steps; k++) {
      double target = clock[NODES] * k / steps;
      while (clock[node + 1] < target) {
        node++;
      }
      double f = (target - clock[node]) / (clock[node + 1] - clock[node]);
      levels[k] = sigma[node] * Math.pow(sigma[node + 1] / sigma[node], f);
    }
    levels[0] = sigmaMax;
    levels[steps] = sigmaMin;
    return NoiseGrid.of(new Recipe(name, Map.of(), "sampling.OwnLaw"), levels);
  }

  /** N^p r as N → ∞. */
  public double limit(double sigmaMin, double sigmaMax) {
    double[] clock = clock(NoiseGrid.geometric(sigmaMin, sigmaMax, NODES).sigmas());
    return factor.applyAsDouble(sigmaMin) * Math.pow(clock[NODES], order + 1);
  }

  /** ∫ density dσ from the top, by the trapezoidal rule in ln σ. */
  private double[] clock(double... sigma) {
    double[] clock = new double[sigma.length];
    for (int i = 1; i < sigma.length; i++) {
      double before = sigma[i - 1] * density.applyAsDouble(sigma[i - 1]);
      double after = sigma[i] * density.applyAsDouble(sigma[i]);
      clock[i] = clock[i - 1] + (before + after) / 2 * Math.log(sigma[i - 1] / sigma[i]);
    }
    return clock;
  }

  @Override
  public String toString() {
    return name;
  }
}
