package designspace.training;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.network.LeastSquares;
import designspace.network.Parametrization;
import designspace.network.Shape;
import designspace.score.ScoreFunction;
import java.util.Arrays;
import java.util.List;

/**
 * The empirical objective with fixed noise, L̄_em = (1/2n) Σ_i Σ_j f(θ;i,j) with f = β_j‖σ̄_j
 * S(σ̄_j, x_i+σ̄_jξ_ij) + ξ_ij‖² (eq-6-7, E13): n clean points, each at N noise levels. Row r = iN
 * + j − 1 stands for the pair (i, j), 0 ≤ i &lt; n, 1 ≤ j ≤ N.
 */
public final class DenoisingObjective {
  private final Points clean;
  private final TotalWeighting weighting;
  private final RandomStreams streams;

  private DenoisingObjective(Points clean, TotalWeighting weighting, long seed) {
    Require.atLeast(1, "number of points", clean.size(), "there must be something to learn");
    this.clean = clean;
    this.weighting = weighting;
    this.streams = new RandomStreams(seed);
  }

  /** ξ_ij is drawn from stream i of family j: it depends on neither n nor N. */
  public static DenoisingObjective of(Points clean, TotalWeighting weighting, long seed) {
    return new DenoisingObjective(clean, weighting, seed);
  }

  /** The same points and noise under another weighting of the same levels. */
  public DenoisingObjective under(TotalWeighting other) {
    if (!Arrays.equals(other.sigmas(), weighting.sigmas())) {
      throw Require.refusal("weighting", other, "one of the levels of " + weighting, "noise stays");
    }
    return new DenoisingObjective(clean, other, streams.seed());
  }

  /** n. */
  public int points() {
    return clean.size();
  }

  /** N. */
  public int levels() {
    return weighting.levels();
  }

  /** nN. */
  public int rows() {
    return Require.product("rows", points(), levels(), "they are counted");
  }

  /** j of a row, from 1. */
  public int level(int row) {
    return row % levels() + 1;
  }

  /** x_1 … x_n. */
  public Points clean() {
    return clean;
  }

  /** β_1 … β_N and their levels. */
  public TotalWeighting weighting() {
    return weighting;
  }

  /** x_i + σ̄_jξ_ij for each i. */
  public Points noisy(int j) {
    return clean.plusNoise(weighting.sigma(j), streams.fork(j));
  }

  /** ξ_ij for each i. */
  public Points noise(int j) {
    Points zeros = Points.owning(new double[clean.toArray().length], clean.dimension());
    return zeros.plusNoise(1, streams.fork(j));
  }

  /** The objective as least squares for networks of this shape, read in this way. */
  public LeastSquares leastSquares(Shape shape, Parametrization parametrization) {
    LeastSquares batch = LeastSquares.rows(shape, rows());
    DenoisingRows rows = new DenoisingRows(parametrization, shape, clean.dimension(), batch);
    for (int j = 1; j <= levels(); j++) {
      Points noisy = noisy(j);
      Points noise = noise(j);
      double weight = weighting.beta(j) / points();
      for (int i = 0; i < points(); i++) {
        int row = i * levels() + j - 1;
        rows.write(row, weighting.sigma(j), noisy.row(i), noise.row(i), weight);
      }
    }
    return batch;
  }

  /** f(i,j) of any score, length nN. */
  public double[] terms(ScoreFunction score) {
    double[] terms = new double[rows()];
    for (int j = 1; j <= levels(); j++) {
      double[] level = DenoisingLoss.terms(score, clean, weighting.sigma(j), streams.fork(j));
      for (int i = 0; i < level.length; i++) {
        terms[i * levels() + j - 1] = weighting.beta(j) * level[i];
      }
    }
    return terms;
  }

  /** L̄_em of any score. */
  public double empirical(ScoreFunction score) {
    double sum = 0;
    for (double term : terms(score)) {
      sum += term;
    }
    return 0.5 * sum / points();
  }

  /**
   * The population objective level by level, with the floor that no score passes on fresh data.
   *
   * @param data the law of the clean points
   * @param fresh how many fresh points a level
   */
  public List<LevelLoss> population(
      ScoreFunction score, DataDistribution data, int fresh, long seed) {
    return LevelLoss.population(score, data, weighting, fresh, seed);
  }

  @Override
  public String toString() {
    return points() + " points at " + levels() + " levels, weighting " + weighting.name();
  }
}
