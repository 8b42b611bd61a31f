package designspace.training;

import designspace.network.NetworkScore;
import designspace.schedule.Design;
import designspace.score.ScoreFunction;
import java.util.List;
import java.util.function.Function;

/**
 * A total weighting that may look at the case before training.
 *
 * @param name for legends
 * @param of the weighting of a case
 */
public record WeightingRule(String name, Function<LearningTask.Case, TotalWeighting> of) {
  /** One that does not look. */
  public static WeightingRule always(TotalWeighting weighting) {
    return new WeightingRule(weighting.name(), c -> weighting);
  }

  /** β_j = 1/mean_i‖σ̄_jS+ξ_ij‖² at θ⁰: all levels start with the same mean f (cor-2). */
  public static WeightingRule equalising() {
    return new WeightingRule("equalising", WeightingRule::equalising);
  }

  private static TotalWeighting equalising(LearningTask.Case c) {
    ScoreFunction score = NetworkScore.paper(c.start());
    double[] betas =
        LevelErrors.empirical(c.plain(), score).stream().mapToDouble(loss -> 1 / loss).toArray();
    return TotalWeighting.given(c.plain().weighting().design(), betas).named("equalising");
  }

  /** EDM's bell per index and as an integral, β_j = 1, the bell's inverse, and equalising. */
  public static List<WeightingRule> rivals(Design design) {
    return List.of(
        always(TotalWeighting.edm(design)),
        always(TotalWeighting.edmIntegral(design)),
        always(TotalWeighting.uniform(design)),
        always(TotalWeighting.inverseBell(design)),
        equalising());
  }
}
