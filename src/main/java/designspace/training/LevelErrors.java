package designspace.training;

import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.score.ScoreError;
import designspace.score.ScoreFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a score does, level by level, under no weighting.
 *
 * @param losses mean_i‖σ̄_jS+ξ_ij‖² on the training points and their noise
 * @param scoreErrors e_j = E‖S−∇log p‖² on fresh points
 */
public record LevelErrors(List<Double> losses, List<Double> scoreErrors) {
  public LevelErrors {
    losses = List.copyOf(losses);
    scoreErrors = List.copyOf(scoreErrors);
  }

  /**
   * Measured.
   *
   * @param fresh how many points a level
   */
  public static LevelErrors of(
      DenoisingObjective objective,
      ScoreFunction score,
      DataDistribution data,
      int fresh,
      long seed) {
    List<Double> errors = new ArrayList<>();
    for (int j = 1; j <= objective.levels(); j++) {
      double sigma = objective.weighting().sigma(j);
      long own = new RandomStreams(seed).fork(j).seed();
      errors.add(ScoreError.sampled(score, data, sigma, fresh, own).value());
    }
    return new LevelErrors(empirical(objective, score), errors);
  }

  /** mean_i‖σ̄_jS+ξ_ij‖², level 1 first. */
  public static List<Double> empirical(DenoisingObjective objective, ScoreFunction score) {
    DenoisingObjective plain =
        objective.under(TotalWeighting.uniform(objective.weighting().design()));
    double[] sums = new double[plain.levels()];
    double[] terms = plain.terms(score);
    for (int r = 0; r < terms.length; r++) {
      sums[plain.level(r) - 1] += terms[r] / plain.points();
    }
    return IntStream.range(0, sums.length).mapToObj(j -> sums[j]).toList();
  }
}
