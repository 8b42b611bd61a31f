package designspace.training;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.schedule.Design;
import designspace.score.ScoreError;
import designspace.score.ScoreFunction;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Both losses of one score: the empirical one on the training points and their fixed noise, and the
 * population one on fresh points, less its floor, L̄ + C̄ = ½ Σ_j β_jτ_je_j with e_j = E‖S−∇log p‖²
 * at σ̄_j (eq-3-4, E1). The exact score is needed; the floor itself is never estimated.
 *
 * <p>The squares are kept by point, and measurements with one seed share points and noise: their
 * differences, and what thm-3 says of their sums, do not suffer from the scatter between samples.
 */
public final class MeasuredLoss {
  private final DenoisingObjective objective;
  private final double empirical;
  private final double[][] squares; // ‖S−∇log p‖², a level, a point

  private final long seed;

  private MeasuredLoss(
      DenoisingObjective objective, double empirical, double[][] squares, long seed) {
    this.objective = objective;
    this.empirical = empirical;
    this.squares = squares;
    this.seed = seed;
  }

  /**
   * Measured.
   *
   * @param data the law of the points
   * @param fresh how many points, each at every level with its own noise
   */
  public static MeasuredLoss of(
      DenoisingObjective objective,
      ScoreFunction score,
      DataDistribution data,
      int fresh,
      long seed) {
    Require.atLeast(2, "fresh", fresh, "a standard error needs two");
    RandomStreams streams = new RandomStreams(seed);
    Points clean = data.sample(fresh, streams.fork(0));
    double[][] squares = new double[objective.levels()][];
    for (int j = 1; j <= squares.length; j++) {
      double sigma = objective.weighting().sigma(j);
      Points x = clean.plusNoise(sigma, streams.fork(j));
      squares[j - 1] =
          ScoreError.squaredDistances(score.checked().at(sigma, x), data.score(sigma, x));
    }
    return new MeasuredLoss(objective, objective.empirical(score), squares, seed);
  }

  /** L̄_em. */
  public double empirical() {
    return empirical;
  }

  /** L̄ + C̄ = ½ Σβ_jτ_je_j. */
  public Estimate excess() {
    return Estimate.mean(excessByPoint());
  }

  /** L̄: the excess and the floor −C̄ = ½ Σβ_j mmse_j/τ_j of the law that the points came from. */
  public Estimate population(DataDistribution data) {
    TotalWeighting weighting = objective.weighting();
    double value = excess().value();
    double error = excess().error();
    for (int j = 1; j <= weighting.levels(); j++) {
      Estimate floor = DenoisingLoss.floor(data, weighting.sigma(j));
      value += 0.5 * weighting.beta(j) * floor.value();
      error = Math.hypot(error, 0.5 * weighting.beta(j) * floor.error());
    }
    return new Estimate(value, error, "excess and floor");
  }

  /** E_S = ½ ΣΔτ_je_j, nats: what thm-2 charges for this score on this design. */
  public Estimate scoreTerm() {
    return Estimate.mean(byPoint(this::deltaTau));
  }

  /** e_j, 1 ≤ j ≤ N. */
  public Estimate scoreError(int j) {
    return Estimate.mean(squares[Require.index("level", j - 1, squares.length, "from 1 to N")]);
  }

  /** The objective that it was measured by. */
  public DenoisingObjective objective() {
    return objective;
  }

  int points() {
    return squares[0].length;
  }

  long seed() {
    return seed;
  }

  double[] excessByPoint() {
    return byPoint(objective.weighting()::c);
  }

  private double deltaTau(int j) {
    Design design = objective.weighting().design();
    double below = design.variance().sigmaBar(design.time().time(j - 1));
    return objective.weighting().sigma(j) * objective.weighting().sigma(j) - below * below;
  }

  private double[] byPoint(IntToDoubleFunction weight) {
    double[] sums = new double[squares[0].length];
    for (int j = 1; j <= squares.length; j++) {
      double half = 0.5 * weight.applyAsDouble(j);
      double[] level = squares[j - 1];
      Arrays.setAll(sums, i -> sums[i] + half * level[i]);
    }
    return sums;
  }
}
