package designspace.training;

import designspace.core.Require;
import java.util.random.RandomGenerator;

/**
 * How a minibatch draws its noise levels: σ from a law, and the weight w(σ) of ‖σS+ξ‖². Density
 * times weight is the total weighting.
 */
public sealed interface NoiseLaw {
  /** σ of one example. */
  double draw(RandomGenerator random);

  /** w(σ). */
  double weight(double sigma);

  /**
   * A design's levels: j with probability β_j/Σβ, each of weight Σβ, so that E w‖·‖² = Σ_jβ_j‖·‖²
   * (eq-6-7). Levels drawn alike and weighted by Nβ_j have the same mean; but where β spans decades
   * most examples would then count for nothing and few for almost all. Unless ‖∇‖² at a level falls
   * faster than 1/β_j, this one has the smaller variance.
   */
  static NoiseLaw levels(TotalWeighting weighting) {
    return new Levels(weighting);
  }

  /**
   * EDM's: ln σ ~ N(P_mean, P_std²) and w = (σ²+σ_data²)/σ_data², which is EDM's weight
   * (σ²+σ_data²)/(σσ_data)² of the denoiser's error σ²‖σS+ξ‖². Density times weight is {@link
   * EdmBell} over √(2π)P_std.
   */
  static NoiseLaw edm(EdmBell bell) {
    return new LogNormal(bell);
  }

  /** Draws by inversion of a density's distribution function, with the weight that goes with it. */
  static NoiseLaw continuous(LevelWeighting weighting) {
    return new Continuous(weighting);
  }

  /**
   * See {@link NoiseLaw#continuous}.
   *
   * @param weighting density and weight
   */
  record Continuous(LevelWeighting weighting) implements NoiseLaw {
    @Override
    public double draw(RandomGenerator random) {
      double share = Math.max(random.nextDouble(), Double.MIN_NORMAL); // 0 has no quantile
      return Math.exp(weighting.density().quantile(share));
    }

    @Override
    public double weight(double sigma) {
      return weighting.weight(sigma);
    }
  }

  /** See {@link NoiseLaw#levels}. */
  final class Levels implements NoiseLaw {
    private final TotalWeighting weighting;
    private final double[] sigmas;
    private final double[] cumulative; // β_1 + … + β_j

    private Levels(TotalWeighting weighting) {
      this.weighting = weighting;
      sigmas = weighting.sigmas();
      cumulative = weighting.betas();
      for (int j = 1; j < cumulative.length; j++) {
        cumulative[j] += cumulative[j - 1];
      }
    }

    private double sum() {
      return cumulative[cumulative.length - 1];
    }

    /** The first level whose cumulative weight exceeds a uniform number: one of weight 0 never. */
    @Override
    public double draw(RandomGenerator random) {
      double u = random.nextDouble() * sum(); // less than the sum, also when rounded
      int low = 0;
      int high = sigmas.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (cumulative[middle] > u) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return sigmas[low];
    }

    @Override
    public double weight(double sigma) {
      return sum();
    }

    @Override
    public String toString() {
      return "levels of " + weighting;
    }
  }

  /**
   * See {@link NoiseLaw#edm}.
   *
   * @param bell its parameters
   */
  record LogNormal(EdmBell bell) implements NoiseLaw {
    @Override
    public double draw(RandomGenerator random) {
      return Math.exp(bell.pMean() + bell.pStd() * random.nextGaussian());
    }

    @Override
    public double weight(double sigma) {
      double ratio = Require.positive("sigma", sigma, "it is a noise level") / bell.sigmaData();
      return 1 + ratio * ratio;
    }
  }
}
