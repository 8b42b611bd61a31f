package designspace.line;

import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.score.NoiseProfile;
import java.util.Arrays;
import java.util.List;

/**
 * A mixture on the line to compare schedules on.
 *
 * @param name for tables
 * @param data the law
 * @param bump standard deviation of its narrowest bump
 */
public record LineCase(String name, GaussianMixture data, double bump) {
  /** Levels at which J is known; in between its logarithm is a spline. */
  private static final int LEVELS = 241;

  /** Five mixtures: point-like, unequal, of two scales, of a fine scale, and nearly Gaussian. */
  public static List<LineCase> all() {
    return List.of(
        of("two narrow bumps", new double[] {1, 1}, new double[] {-0.5, 0.5}, 0.05, 0.05),
        of("three unequal", new double[] {2, 5, 3}, new double[] {-1, 0.1, 0.9}, 0.05, 0.1, 0.05),
        of("wide and narrow", new double[] {1, 1}, new double[] {0, 0.2}, 1, 0.05),
        of("a fine scale", new double[] {1, 1}, new double[] {-0.5, 0.3}, 0.3, 0.02),
        of("nearly Gaussian", new double[] {3, 7}, new double[] {-0.4, 0.5}, 0.4, 0.5));
  }

  private static LineCase of(String name, double[] weights, double[] means, double... widths) {
    Gaussian[] bumps = new Gaussian[weights.length];
    Arrays.setAll(bumps, i -> Gaussian.isotropic(new double[] {means[i]}, widths[i]));
    double narrowest = Arrays.stream(widths).min().orElseThrow();
    return new LineCase(name, GaussianMixture.of(weights, bumps), narrowest);
  }

  /** Its standard deviation. */
  public double deviation() {
    return Math.sqrt(data.covariance().getEntry(0, 0));
  }

  /** One Gaussian of its mean and variance. */
  public Gaussian gaussian() {
    return Gaussian.isotropic(data.mean(), deviation());
  }

  /** J(σ²) over a range of noise by quadrature, splined. */
  public NoiseProfile fisherInformation(double sigmaMin, double sigmaMax) {
    LineQuadrature line = new LineQuadrature(data);
    double[] sigmas = NoiseProfile.levels(sigmaMin, sigmaMax, LEVELS);
    return NoiseProfile.of(
        sigmas, Arrays.stream(sigmas).mapToObj(s -> line.fisherInformation(s * s)).toList());
  }
}
