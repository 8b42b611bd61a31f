package designspace.sampling;

import designspace.core.Logarithm;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.Arrays;

/**
 * The exact law of a sampler's iterate on the line, for any score, by propagating its density
 * through each step: q′(y) = ∫ q(x) N(y; m(x), v) dx, m and v the step's mean and noise variance;
 * for eq-10 m(x) = x + Δτ S(σ, x), v = Δτ. Nothing is sampled.
 *
 * <p>The density is kept on an even grid fine enough for the next step's noise and for the data's
 * narrowest smoothed bump, so the trapezoidal rule converges faster than any power of the spacing.
 */
public final class LineDensity {
  /** Where a normal density is cut: 1e−17 of its mass lies outside. */
  private static final double REACH = 8.6;

  /** Points that are kept at most. */
  private static final double MOST = 1 << 24;

  /** Products of this many factors keep 13 digits: the error grows with the square. */
  private static final int RUN = 32;

  private final double low;
  private final double spacing;
  private final double[] values;

  private LineDensity(double low, double spacing, double[] values) {
    this.low = low;
    this.spacing = spacing;
    this.values = values;
  }

  /** The density of eq-10 at the end of the grid. */
  public static LineDensity of(
      ScoreFunction score, NoiseGrid grid, double feature, double resolution) {
    return of(new ExponentialIntegrator(), score, grid, feature, resolution);
  }

  /**
   * The density at the end of the grid.
   *
   * @param sampler one with noise in every step
   * @param feature standard deviation of the data's narrowest bump
   * @param resolution points per standard deviation of the noise, and twice as many per feature; at
   *     2 the KL of a mixture of three bumps is right to about 1e−7, at 3 to 1e−9; narrow bumps far
   *     apart cost digits at few steps: 1e−3 for two of width 0.02 at ±0.5 in five steps
   */
  public static LineDensity of(
      GaussianStepSampler sampler,
      ScoreFunction score,
      NoiseGrid grid,
      double feature,
      double resolution) {
    Require.positive("feature", feature, "it is a standard deviation");
    if (!(resolution >= 1)) {
      throw Require.refusal("resolution", resolution, "at least 1", "it counts points");
    }
    StepKernels kernels = new StepKernels(sampler, score, grid);
    LineDensity law = start(grid.sigmaMax(), kernels.spacing(0, feature) / resolution);
    for (int k = 0; k < grid.steps(); k++) {
      law = law.step(kernels, k, kernels.spacing(k + 1, feature) / resolution);
    }
    if (!(Math.abs(law.mass() - 1) < 1e-6)) {
      throw new ArithmeticException(
          "the density's mass came to " + law.mass() + ": the score varies faster than feature");
    }
    return law;
  }

  private static LineDensity start(double sigma, double spacing) {
    double[] values = new double[2 * points(REACH * sigma / spacing, sigma) + 1];
    double low = -(values.length / 2) * spacing;
    for (int i = 0; i < values.length; i++) {
      double z = (low + i * spacing) / sigma;
      values[i] = Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
    }
    return new LineDensity(low, spacing, values);
  }

  private static int points(double count, double sigma) {
    if (!(count <= MOST)) {
      throw new ArithmeticException(
          "the density at σ = "
              + sigma
              + " would need "
              + count
              + " points: is the score too large, or feature too small for the grid?");
    }
    return (int) Math.ceil(count);
  }

  private LineDensity step(StepKernels kernels, int k, double next) {
    double[] moved = kernels.moved(k, points());
    double noise = kernels.noise(k);
    double from = Arrays.stream(moved).min().orElseThrow() - REACH * noise;
    double to = Arrays.stream(moved).max().orElseThrow() + REACH * noise;
    double[] density = new double[points((to - from) / next, kernels.grid().sigma(k)) + 1];
    for (int i = 0; i < moved.length; i++) {
      double mass = values[i] * spacing / (noise * Math.sqrt(2 * Math.PI));
      if (mass > 0) {
        spread(density, (moved[i] - from) / next, noise / next, mass);
      }
    }
    return new LineDensity(from, next, density).trimmed();
  }

  /** Adds a normal bump; e^(−z²/2) along even steps is a product of products, in short runs. */
  private static void spread(double[] density, double centre, double width, double mass) {
    int first = Math.max(0, (int) Math.ceil(centre - REACH * width));
    int last = Math.min(density.length - 1, (int) Math.floor(centre + REACH * width));
    double h = 1 / width;
    double shrink = Math.exp(-h * h);
    for (int from = first; from <= last; from += RUN) {
      double z = (from - centre) * h;
      double value = mass * Math.exp(-0.5 * z * z);
      double ratio = Math.exp(-h * z - 0.5 * h * h);
      for (int j = from; j < Math.min(from + RUN, last + 1); j++) {
        density[j] += value;
        value *= ratio;
        ratio *= shrink;
      }
    }
  }

  /** Without ends whose mass is below 1e−18: steps would widen them for ever. */
  private LineDensity trimmed() {
    double negligible = 1e-18 / (spacing * values.length);
    int first = 0;
    while (values[first] < negligible) {
      first++;
    }
    int last = values.length - 1;
    while (values[last] < negligible) {
      last--;
    }
    double[] kept = Arrays.copyOfRange(values, first, last + 1);
    return new LineDensity(low + first * spacing, spacing, kept);
  }

  /** ∫ q dx: 1 up to the error of the propagation. */
  public double mass() {
    return spacing * Arrays.stream(values).sum();
  }

  /** The grid's points x. */
  public double[] points() {
    double[] x = new double[values.length];
    Arrays.setAll(x, i -> low + i * spacing);
    return x;
  }

  /** q at the grid's points. */
  public double[] values() {
    return values.clone();
  }

  /** q(x) by linear interpolation, for drawing; 0 outside the grid. */
  public double at(double x) {
    double position = (x - low) / spacing;
    int i = (int) Math.floor(position);
    if (i < 0 || i >= values.length - 1) {
      return 0;
    }
    return values[i] + (position - i) * (values[i + 1] - values[i]);
  }

  /** KL(p_δ|q) against the data smoothed by σ_min, as ∫ p (q/p − 1 − ln q/p) dx; nats. */
  public double klNats(DataDistribution data, double sigmaMin) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += gap(data.logDensity(sigmaMin, low + i * spacing), values[i]);
    }
    return sum * spacing;
  }

  private static double gap(double logP, double q) {
    double p = Math.exp(logP);
    double ratio = q / p;
    return ratio > 0 && Double.isFinite(ratio) ? p * Logarithm.klGap(ratio, ratio - 1) : q;
  }
}
