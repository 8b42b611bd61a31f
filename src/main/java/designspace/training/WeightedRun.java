package designspace.training;

import designspace.schedule.Design;
import java.util.function.IntToDoubleFunction;

/**
 * One training and what it did to each level.
 *
 * @param weighting what was minimised
 * @param stepSize h
 * @param before at θ⁰
 * @param after at θ^K
 * @param outcome whether the step was too large
 */
public record WeightedRun(
    TotalWeighting weighting,
    double stepSize,
    LevelErrors before,
    LevelErrors after,
    Outcome outcome) {

  /** What a training is judged by: its errors after over those before. */
  public enum Yardstick {
    /** Σβ_jℓ_j, ℓ_j the mean of ‖σ̄_jS+ξ‖² at level j: each run by its own weights. */
    OWN("own objective"),
    /** Σℓ_j. */
    SUM("sum of losses"),
    /** (1/N)Σ_j ℓ_j/ℓ_j(θ⁰): every level counts by its share that is left. */
    SHARE("mean share left"),
    /** (Π_j ℓ_j/ℓ_j(θ⁰))^{1/N}: every level counts by the factor it has fallen. */
    FACTOR("mean factor"),
    /** E_S = ½ΣΔτ_je_j on fresh points, Δτ_j = τ_j − τ_{j−1}: what thm-2 charges for the score. */
    SCORE("E_S, fresh points");

    private final String label;

    Yardstick(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** ln(after/before). */
  public double log(Yardstick yardstick) {
    return switch (yardstick) {
      case OWN -> logRatio(false, weighting::beta);
      case SUM -> logRatio(false, j -> 1);
      case SHARE -> Math.log(shares() / weighting.levels());
      case FACTOR -> factors() / weighting.levels();
      case SCORE -> logRatio(true, this::deltaTau);
    };
  }

  private double deltaTau(int j) {
    Design design = weighting.design();
    double below = design.variance().sigmaBar(design.time().time(j - 1));
    return weighting.sigma(j) * weighting.sigma(j) - below * below;
  }

  private double logRatio(boolean score, IntToDoubleFunction weight) {
    double first = 0;
    double last = 0;
    for (int j = 1; j <= weighting.levels(); j++) {
      double w = weight.applyAsDouble(j);
      first += w * (score ? before.scoreErrors() : before.losses()).get(j - 1);
      last += w * (score ? after.scoreErrors() : after.losses()).get(j - 1);
    }
    return Math.log(last / first);
  }

  /** ℓ_j(θ^K)/ℓ_j(θ⁰), 1 ≤ j ≤ N. */
  public double share(int j) {
    return after.losses().get(j - 1) / before.losses().get(j - 1);
  }

  private double shares() {
    double sum = 0;
    for (int j = 1; j <= weighting.levels(); j++) {
      sum += share(j);
    }
    return sum;
  }

  private double factors() {
    double sum = 0;
    for (int j = 1; j <= weighting.levels(); j++) {
      sum += Math.log(share(j));
    }
    return sum;
  }
}
