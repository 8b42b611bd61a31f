package designspace.bound;

import designspace.core.Estimate;
import designspace.core.Logarithm;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.random.RandomGenerator;

/**
 * Marginal KL(p_δ|q) of eq-10 in any dimension, with a standard error: q at a point is a mean over
 * paths that end there, and KL the mean of r − 1 − ln r, r = q/p_δ, which is never negative.
 *
 * <p>A path is drawn backwards from its end x_N, each step as eq-10 itself would be reversed if p_τ
 * were Gaussian with J = d/S: with u = Δτ_k J_k/d and f = 1/(1−u+u²), x_k = x_{k+1} + u(1−u) f Δτ
 * S(σ_{k+1}, x_{k+1}) + √(f Δτ) ξ. Its weight is Q's density over the proposal's; on isotropic
 * Gaussian data all weights of one end are nearly equal. The nearer p_τ is to one bump on the scale
 * of a step, the fewer inner paths are needed.
 *
 * <p>The variance of r inflates −ln r; two halves of the inner paths tell by how much (jackknife),
 * and paths come in mirrored pairs ±ξ. The bias left is of second order in the variance of a weight
 * over the number of inner paths: double them to see it. Where Δτ_k J_k/d is above ¼, a few paths
 * may outweigh all others and the standard error says too little.
 */
public final class MarginalKl {
  private static final int PILOT = 256;

  private final DataDistribution data;
  private final NoiseGrid grid;
  private final ScoreFunction score;
  private final double[] curvature; // u_k
  private final RandomStreams streams;

  private MarginalKl(DataDistribution data, NoiseGrid grid, ScoreFunction score, long seed) {
    this.data = data;
    this.grid = grid;
    this.score = score;
    this.streams = new RandomStreams(seed);
    this.curvature = pilot();
  }

  /**
   * The estimate, nats.
   *
   * @param score what the sampler is given, exact or not
   * @param ends points at which q is compared with p_δ
   * @param inner paths to each, a multiple of 4
   */
  public static Estimate nats(
      DataDistribution data, NoiseGrid grid, ScoreFunction score, int ends, int inner, long seed) {
    if (inner < 4 || inner % 4 != 0) {
      String why = "two halves of mirrored pairs are compared";
      throw Require.refusal("inner", inner, "a positive multiple of 4", why);
    }
    MarginalKl kl = new MarginalKl(data, grid, score, seed);
    Points end =
        data.sample(ends, kl.streams.fork(0)).plusNoise(grid.sigmaMin(), kl.streams.fork(1));
    double[] values = new double[ends];
    for (int i = 0; i < ends; i++) {
      values[i] = kl.at(end.row(i), inner, kl.streams.fork(3 + i));
    }
    return Estimate.mean(values);
  }

  /** u_k = Δτ_k E‖∇log p‖²/d at σ_k, from a few points; between 0 and 1 because J ≤ d/τ. */
  private double[] pilot() {
    Points clean = data.sample(PILOT, streams.fork(2));
    double[] u = new double[grid.steps()];
    for (int k = 0; k < u.length; k++) {
      Points x = clean.plusNoise(grid.sigma(k), streams.fork(-1 - k));
      double square = 0;
      for (double value : data.score(grid.sigma(k), x).toArray()) {
        square += value * value / (PILOT * data.dimension());
      }
      u[k] = Math.min(1, grid.deltaTau(k) * square);
    }
    return u;
  }

  private double at(double[] end, int inner, RandomStreams noise) {
    double[] same = new double[inner * end.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = end[i % end.length];
    }
    double[] logWeight = logWeights(Points.owning(same, end.length), noise);
    double logDensity = data.logDensity(grid.sigmaMin(), end);
    double[] half = new double[2];
    for (int i = 0; i < inner; i++) {
      half[i / 2 % 2] += 2 * Math.exp(logWeight[i] - logDensity) / inner;
    }
    double excess = 0.5 * (half[0] + half[1]) - 1;
    double bias = 0.5 * (Math.log(half[0]) + Math.log(half[1])) - Math.log1p(excess);
    return Logarithm.klGap(1 + excess, excess) + bias;
  }

  /** log of Q's density of each path over the proposal's. */
  private double[] logWeights(Points end, RandomStreams noise) {
    int d = end.dimension();
    double[] weight = new double[end.size()];
    double[] x = end.toArray();
    double[] slope = score.at(grid.sigmaMin(), end).toArray();
    for (int k = grid.steps() - 1; k >= 0; k--) {
      double deltaTau = grid.deltaTau(k);
      double u = curvature[k];
      double f = 1 / (1 - u + u * u);
      double[] unit = mirrored(end.size(), d, noise.fork(k));
      double[] before = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        before[i] =
            x[i] + u * (1 - u) * f * deltaTau * slope[i] + Math.sqrt(f * deltaTau) * unit[i];
      }
      slope = score.at(grid.sigma(k), Points.owning(before.clone(), d)).toArray();
      for (int i = 0; i < x.length; i++) {
        double residual = x[i] - before[i] - deltaTau * slope[i];
        double forward = residual * residual / deltaTau;
        weight[i / d] += 0.5 * (unit[i] * unit[i] - forward + Math.log(f));
      }
      x = before;
    }
    for (int i = 0; i < x.length; i++) {
      double z = x[i] / grid.sigmaMax();
      weight[i / d] -= 0.5 * (Math.log(2 * Math.PI) + z * z) + Math.log(grid.sigmaMax());
    }
    return weight;
  }

  /** Standard normal rows, each odd one the negative of the row before. */
  private static double[] mirrored(int rows, int d, RandomStreams streams) {
    double[] unit = new double[rows * d];
    for (int row = 0; row < rows; row += 2) {
      RandomGenerator random = streams.stream(row);
      for (int j = 0; j < d; j++) {
        unit[row * d + j] = random.nextGaussian();
        unit[(row + 1) * d + j] = -unit[row * d + j];
      }
    }
    return unit;
  }
}
