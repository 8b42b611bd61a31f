package designspace.network;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * ‖q_ℓ‖²/‖z‖² over networks drawn anew for each input (lem-4). At the Paper's initialisation each
 * layer multiplies ‖q‖² by the mean of m independent 2g²1[g &gt; 0], g standard normal, whose mean
 * is 1 and whose variance is 5. So the ratio has mean 1 and variance (1+5/m)^{ℓ+1} − 1, whatever z
 * is.
 */
public final class InitialNorms {
  private final double[][] ratios; // layer, input

  private InitialNorms(double[][] ratios) {
    this.ratios = ratios;
  }

  /**
   * Input i meets a network of its own.
   *
   * @param z other than 0, n×(d+1)
   */
  public static InitialNorms of(Points z, int width, int depth, long seed) {
    double[][] ratios = new double[depth + 1][z.size()];
    Workers.all()
        .run(
            z.size(),
            i -> {
              long own = new RandomStreams(seed).fork(i).seed();
              ReluNetwork network = ReluNetwork.paper(z.dimension() - 1, width, depth, own);
              Pass pass = new Pass(network.shape(), z.row(i), Blas.fastest());
              pass.forward(network);
              double length = SpectralNorm.length(z.row(i));
              for (int l = 0; l <= depth; l++) {
                ratios[l][i] = Math.pow(SpectralNorm.length(pass.hidden(l)) / length, 2);
              }
            });
    return new InitialNorms(ratios);
  }

  private double[] layer(int l) {
    return ratios[Require.index("layer", l, ratios.length, "there are q_0 … q_L")];
  }

  /** The mean of ‖q_ℓ‖²/‖z‖². */
  public Estimate meanSquare(int l) {
    return Estimate.mean(layer(l));
  }

  /** The mean of ‖q_ℓ‖/‖z‖. */
  public Estimate meanNorm(int l) {
    return Estimate.mean(Arrays.stream(layer(l)).map(Math::sqrt).toArray());
  }

  /** The variance of ‖q_ℓ‖²/‖z‖², whose mean is 1. */
  public Estimate variance(int l) {
    return Estimate.mean(Arrays.stream(layer(l)).map(ratio -> (ratio - 1) * (ratio - 1)).toArray());
  }

  /** (1+5/m)^{ℓ+1} − 1. */
  public static double exactVariance(int width, int l) {
    return Math.expm1((l + 1) * Math.log1p(5.0 / width));
  }

  /**
   * E‖q_ℓ‖/‖z‖ = (√(2/m) Eχ_K)^{ℓ+1}, K binomial (m, ½): how many units are on; a little below 1.
   */
  public static double exactNorm(int width, int l) {
    double mean = 0;
    for (int k = 1; k <= width; k++) {
      double logChance =
          CombinatoricsUtils.factorialLog(width)
              - CombinatoricsUtils.factorialLog(k)
              - CombinatoricsUtils.factorialLog(width - k)
              - width * Math.log(2);
      double logChi = 0.5 * Math.log(2) + Gamma.logGamma((k + 1) / 2.0) - Gamma.logGamma(k / 2.0);
      mean += Math.exp(logChance + logChi);
    }
    return Math.pow(Math.sqrt(2.0 / width) * mean, l + 1);
  }
}
