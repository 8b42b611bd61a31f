package designspace.training;

import designspace.core.Estimate;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.score.ScoreFunction;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one noise level adds to the population objective, ½β E‖σ̄S+ξ‖².
 *
 * @param sigma σ̄
 * @param beta β
 * @param unweighted E‖σ̄S+ξ‖²
 * @param floor mmse(τ)/τ, the least that {@code unweighted} can be
 */
public record LevelLoss(double sigma, double beta, Estimate unweighted, Estimate floor) {
  /**
   * Every level of a weighting.
   *
   * @param data the law of the clean points
   * @param fresh how many fresh points a level
   */
  public static List<LevelLoss> population(
      ScoreFunction score, DataDistribution data, TotalWeighting weighting, int fresh, long seed) {
    return IntStream.rangeClosed(1, weighting.levels())
        .mapToObj(
            j -> {
              double sigma = weighting.sigma(j);
              long own = new RandomStreams(seed).fork(j).seed();
              return new LevelLoss(
                  sigma,
                  weighting.beta(j),
                  DenoisingLoss.population(score, data, sigma, fresh, own),
                  DenoisingLoss.floor(data, sigma));
            })
        .toList();
  }

  /** E‖σ̄S+ξ‖² − mmse/τ = τE‖S−∇log p‖². */
  public double excess() {
    return unweighted.value() - floor.value();
  }

  /** ½ Σ β E‖σ̄S+ξ‖², with its error. */
  public static Estimate total(List<LevelLoss> levels) {
    double variance = 0;
    double value = 0;
    for (LevelLoss level : levels) {
      value += 0.5 * level.beta * level.unweighted.value();
      variance += Math.pow(0.5 * level.beta * level.unweighted.error(), 2);
    }
    return new Estimate(value, Math.sqrt(variance), "sum over levels");
  }

  /** ½ Σ β (E‖σ̄S+ξ‖² − mmse/τ): what training can still gain. */
  public static double totalExcess(List<LevelLoss> levels) {
    return levels.stream().mapToDouble(level -> 0.5 * level.beta * level.excess()).sum();
  }

  /** ½ Σ β mmse/τ; equal to −C̄ with the corrected β. */
  public static double totalFloor(List<LevelLoss> levels) {
    return levels.stream().mapToDouble(level -> 0.5 * level.beta * level.floor.value()).sum();
  }
}
