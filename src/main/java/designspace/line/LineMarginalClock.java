package designspace.line;

import designspace.clock.DensityClock;
import designspace.clock.NoiseClock;
import designspace.core.Require;
import designspace.data.GaussianMixture;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;

/**
 * The clock of least marginal KL of eq-10 as N → ∞ on a mixture on the line; on one Gaussian it is
 * the 1/√ law of B4.
 *
 * <p>Freezing the score over a step Δτ changes E f by −½Δτ² E[s′ f″] + O(Δτ³), s = ∂ log p_τ: by
 * Itô's formula the terms in f′ are −½Δτ²(½s″ + ss′ − ∂_τ s) and vanish by the heat equation. The
 * density's error is −½Δτ² (s′p)″, and the exact sampler carries it to σ_min as E[φ_τ(X_τ)|X_δ = y]
 * with φ = (s′p)″/p. For N steps of density ρ, ∫ρ d ln σ = 1, therefore
 *
 * <p>N (q−p)/p → −R(y), R = ∫ a/ρ d ln σ, a(σ,y) = 2τ² E[φ_τ|X_δ = y], and N² KL → ½ E R(X_δ)².
 *
 * <p>In u = 1/ρ the limit is a convex quadratic, its Gram matrix E[a a] being positive
 * semi-definite though a has no fixed sign, and ∫ d ln σ/u ≤ 1 is a convex set: so the stationary ρ
 * ∝ √E[R a] is the least of all. The initialization error is left out.
 */
public final class LineMarginalClock implements NoiseClock {
  private static final int LEVELS = 160;

  private final String name;
  private final GaussianMixture data;
  private final double[] logs; // ln σ, even
  private final double[][] gram; // E[a(σ_i,·) a(σ_j,·)]
  private final double[] density;

  private LineMarginalClock(String name, GaussianMixture data, double low, double high) {
    Require.size("dimension of data", data.dimension(), 1, "the clock is of laws on the line");
    Require.positive("sigmaMin", low, "the score is not defined without noise");
    Require.ordered("sigmaMin", low, "sigmaMax", high, "sampling removes noise");
    this.name = name;
    this.data = data;
    logs = new double[LEVELS + 1];
    Arrays.setAll(logs, i -> Math.log(low) + i * Math.log(high / low) / LEVELS);
    density = new double[logs.length];
    gram = LineSource.gram(data, low, logs);
    settle();
  }

  /**
   * ρ = 1/u, by Newton's method: iterating ρ ∝ √E[R a] fails where that mean turns negative on the
   * way, as between bumps far apart.
   */
  private void settle() {
    double[] weights = new double[logs.length];
    Arrays.setAll(weights, this::weight);
    double[][] weighted = new double[logs.length][logs.length];
    for (int i = 0; i < logs.length; i++) {
      for (int j = 0; j < logs.length; j++) {
        weighted[i][j] = weights[i] * gram[i][j] * weights[j];
      }
    }
    double[] u = LeastLimit.of(weighted, weights);
    Arrays.setAll(density, i -> 1 / u[i]);
    normalise(density);
  }

  /**
   * The clock between two levels; it depends on them.
   *
   * @param name of the mixture, for the label
   */
  public static LineMarginalClock of(
      String name, GaussianMixture data, double sigmaMin, double sigmaMax) {
    return new LineMarginalClock(name, data, sigmaMin, sigmaMax);
  }

  /** The limit of N² KL on the best grids, nats. */
  public double limitNats() {
    return limit(density);
  }

  /** The limit of N² KL on another clock's grids between the same levels, nats. */
  public double limitNats(NoiseClock other) {
    double[] rho = new double[logs.length];
    Arrays.setAll(rho, i -> other.density(Math.exp(logs[i])));
    normalise(rho);
    return limit(rho);
  }

  /** ½ E R². */
  private double limit(double... rho) {
    return 0.5 * MathArrays.linearCombination(means(rho), inverse(rho));
  }

  /** E[R a(σ_i,·)]. */
  private double[] means(double... rho) {
    double[] inverse = inverse(rho);
    return Arrays.stream(gram)
        .mapToDouble(row -> MathArrays.linearCombination(row, inverse))
        .toArray();
  }

  /** d ln σ/ρ. */
  private double[] inverse(double... rho) {
    double[] inverse = new double[rho.length];
    Arrays.setAll(inverse, i -> weight(i) / rho[i]);
    return inverse;
  }

  private void normalise(double... rho) {
    double sum = 0;
    for (int i = 0; i < rho.length; i++) {
      sum += weight(i) * rho[i];
    }
    for (int i = 0; i < rho.length; i++) {
      rho[i] /= sum;
    }
  }

  /** Trapezoidal weight of level i. */
  private double weight(int i) {
    double step = logs[1] - logs[0];
    return i == 0 || i == LEVELS ? step / 2 : step;
  }

  @Override
  public String label() {
    return "marginal KL of eq-10, " + name;
  }

  @Override
  public String minimises() {
    return "marginal KL of eq-10 on this law on the line, N → ∞";
  }

  @Override
  public String source() {
    return "B4, generalised";
  }

  @Override
  public double density(double sigma) {
    double place = (Math.log(sigma) - logs[0]) / (logs[1] - logs[0]);
    int i = Math.max(0, Math.min(LEVELS - 1, (int) Math.floor(place)));
    double f = Math.max(0, Math.min(1, place - i));
    return Math.pow(density[i], 1 - f) * Math.pow(density[i + 1], f);
  }

  @Override
  public NoiseGrid grid(double low, double high, int steps) {
    boolean own = Math.log(low) == logs[0] && Math.abs(Math.log(high) - logs[LEVELS]) < 1e-9;
    LineMarginalClock clock = own ? this : of(name, data, low, high);
    return DensityClock.of(label(), minimises(), source(), clock::density).grid(low, high, steps);
  }
}
