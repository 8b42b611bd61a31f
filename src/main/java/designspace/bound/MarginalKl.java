package designspace.bound;

import designspace.core.Estimate;
import designspace.core.Interrupts;
import designspace.core.Logarithm;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Marginal KL(p_δ|q) of eq-10 in any dimension, with a standard error: q at a point is a mean over
 * paths that end there, and KL the mean of r − 1 − ln r, r = q/p_δ, which is never negative.
 *
 * <p>A path is drawn backwards from its end x_N, each step as eq-10 itself would be reversed if p_τ
 * were Gaussian ({@link ReversedStep}), with the Fisher information matrix measured at a few
 * points. Its weight is Q's density over the proposal's; on Gaussian data all weights of one end
 * are nearly equal. The nearer p_τ is to one bump on the scale of a step, the fewer inner paths are
 * needed.
 *
 * <p>The variance of r inflates −ln r; two halves of the inner paths tell by how much (jackknife),
 * and paths come in mirrored pairs ±ξ. What bias is left is of second order in the variance of a
 * weight over the number of inner paths, mostly upwards: double them to see it. The estimate's
 * method tells how many paths weigh in; where they are few, as on grids with Δτ_k J_k/d near 1, its
 * error says too little. Cost: ends × inner × (N+1) scores, and 4000(N+1)(score + d²) for the
 * pilot.
 */
public final class MarginalKl {
  private static final int PILOT = 4000;

  private final DataDistribution data;
  private final NoiseGrid grid;
  private final ScoreFunction score;
  private final ReversedStep[] steps;
  private final RandomStreams streams;
  private double effective; // paths, summed over the ends

  private MarginalKl(DataDistribution data, NoiseGrid grid, ScoreFunction score, long seed) {
    this.data = data;
    this.grid = grid;
    this.score = score.checked();
    this.streams = new RandomStreams(seed);
    this.steps = pilot();
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
      Interrupts.check("the marginal KL");
      values[i] = kl.at(end.row(i), inner, kl.streams.fork(3 + i));
    }
    Estimate mean = Estimate.mean(values);
    String method =
        String.format(
            Locale.ROOT,
            "mean of %d, %.3g effective paths of %d to each",
            ends,
            kl.effective / ends,
            inner);
    return new Estimate(mean.value(), mean.error(), method);
  }

  /** The reversal of each step. */
  private ReversedStep[] pilot() {
    Points clean = data.sample(PILOT, streams.fork(2));
    ReversedStep[] reversed = new ReversedStep[grid.steps()];
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(data.dimension());
    RealMatrix covariance = identity.scalarMultiply(grid.tau(0));
    RealMatrix before = information(clean, 0);
    for (int k = 0; k < reversed.length; k++) {
      RealMatrix after = information(clean, k + 1);
      reversed[k] = new ReversedStep(covariance, before, after, grid.deltaTau(k));
      covariance = reversed[k].covarianceAfter();
      before = after;
    }
    return reversed;
  }

  /** E[∇log p ∇log pᵀ] at σ_k. */
  private RealMatrix information(Points clean, int k) {
    Points score = data.score(grid.sigma(k), clean.plusNoise(grid.sigma(k), streams.fork(-1 - k)));
    int d = score.dimension();
    double[][] sum = new double[d][d];
    for (int i = 0; i < score.size(); i++) {
      double[] s = score.row(i);
      for (int j = 0; j < d; j++) {
        for (int l = 0; l < d; l++) {
          sum[j][l] += s[j] * s[l] / score.size();
        }
      }
    }
    return MatrixUtils.createRealMatrix(sum);
  }

  private double at(double[] end, int inner, RandomStreams noise) {
    double[] same = new double[inner * end.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = end[i % end.length];
    }
    double[] logWeight = logWeights(Points.owning(same, end.length), noise);
    double logDensity = data.logDensity(grid.sigmaMin(), end);
    double[] half = new double[2];
    double square = 0;
    for (int i = 0; i < inner; i++) {
      double weight = Math.exp(logWeight[i] - logDensity);
      half[i / 2 % 2] += 2 * weight / inner;
      square += weight * weight;
    }
    double sum = 0.5 * inner * (half[0] + half[1]);
    if (!(sum > 0 && square < Double.POSITIVE_INFINITY)) {
      throw new ArithmeticException(
          "the weights of paths to a point under- or overflow: the score is far from ∇log p");
    }
    effective += sum * sum / square;
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
      double[] unit = mirrored(end.size(), d, noise.fork(k));
      double[] before = steps[k].before(x, slope, unit);
      slope = score.at(grid.sigma(k), Points.owning(before.clone(), d)).toArray();
      for (int i = 0; i < x.length; i++) {
        double residual = x[i] - before[i] - deltaTau * slope[i];
        double forward = residual * residual / deltaTau;
        weight[i / d] += 0.5 * (unit[i] * unit[i] - forward) + steps[k].logSpread() / d;
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
