package designspace.claim;

import designspace.bound.PathLedger;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.LineDensity;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.List;

/**
 * An independently computed case of eq-10 with exact score on a mixture of three bumps: what {@code
 * mixture-reference.csv} says of it, all in nats.
 *
 * @param grid σ from 20 to 0.05
 * @param kl marginal KL(p_δ|q)
 * @param discretization path E_D
 * @param initialization KL(p_T|N(0,σ_max²))
 */
public record MixtureReference(
    NoiseGrid grid, double kl, double discretization, double initialization) {
  /** 0.3 N(−2, 0.3²) + 0.5 N(0.5, 0.6²) + 0.2 N(3, 0.2²). */
  public static final GaussianMixture DATA =
      GaussianMixture.of(
          new double[] {0.3, 0.5, 0.2},
          Gaussian.isotropic(new double[] {-2}, 0.3),
          Gaussian.isotropic(new double[] {0.5}, 0.6),
          Gaussian.isotropic(new double[] {3}, 0.2));

  private static final double NARROWEST = 0.2;
  private static final double RESOLUTION = 3;

  /** All eight cases. */
  public static List<MixtureReference> all() {
    return Resource.rows("mixture-reference.csv").stream().map(MixtureReference::parse).toList();
  }

  private static MixtureReference parse(String line) {
    String[] cell = line.split(",", -1);
    int steps = Integer.parseInt(cell[1]);
    return new MixtureReference(
        cell[0].equals("polynomial")
            ? NoiseGrid.polynomial(0.05, 20, 7, steps)
            : NoiseGrid.geometric(0.05, 20, steps),
        Double.parseDouble(cell[2]),
        Double.parseDouble(cell[3]),
        Double.parseDouble(cell[4]));
  }

  /** The kit's marginal KL of eq-10 on this mixture, by propagation of the density; nats. */
  public static double klNats(NoiseGrid grid) {
    return LineDensity.of(ScoreFunction.exact(DATA), grid, NARROWEST, RESOLUTION)
        .klNats(DATA, grid.sigmaMin());
  }

  /** Relative difference of the kit's marginal KL. */
  public double klDeviation() {
    return Math.abs(klNats(grid) / kl - 1);
  }

  /** Relative difference of the kit's path E_D. */
  public double discretizationDeviation() {
    return Math.abs(PathLedger.exactScore(DATA, grid).nats("discretization") / discretization - 1);
  }
}
