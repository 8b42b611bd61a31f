package designspace.data;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** X₀ given X_τ = x for boxes: a mixture of products of truncated normals. */
final class BoxPosterior {
  private final double sigma;
  private final TruncatedNormal[][] cuts; // box by coordinate, in units of σ around x
  private final Blend blend;

  BoxPosterior(Boxes law, double sigma, double[] x) {
    this.sigma = sigma;
    cuts = new TruncatedNormal[law.size()][x.length];
    double[] logs = new double[law.size()];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.log(law.weight(k));
      for (int j = 0; j < x.length; j++) {
        double side = law.side(k, j);
        cuts[k][j] = TruncatedNormal.of((law.low(k, j) - x[j]) / sigma, side / sigma);
        logs[k] += cuts[k][j].logMass() - Math.log(side);
      }
    }
    blend = new Blend(logs, k -> mean(law, k));
  }

  private double[] mean(Boxes law, int k) {
    double[] mean = new double[law.dimension()];
    Arrays.setAll(mean, j -> law.low(k, j) + sigma * cuts[k][j].offset());
    return mean;
  }

  /** log p_τ(x). */
  double logDensity() {
    return blend.logTotal();
  }

  /** ∇log p_τ(x) = (E[X₀|x] − x)/τ. */
  double[] score() {
    double[] score = new double[cuts[0].length];
    Arrays.setAll(
        score,
        j ->
            blend.average(Arrays.stream(cuts).mapToDouble(cut -> cut[j].mean()).toArray()) / sigma);
    return score;
  }

  /** E[X₀|x]. */
  double[] mean() {
    return blend.mean();
  }

  /** tr Cov(X₀|x). */
  double variance() {
    return blend.variance(
        Arrays.stream(cuts).mapToDouble(cut -> Arrays.stream(variances(cut)).sum()).toArray());
  }

  /** Cov(X₀|x), d×d. */
  RealMatrix covariance() {
    return blend.covariance(k -> MatrixUtils.createRealDiagonalMatrix(variances(cuts[k])));
  }

  private double[] variances(TruncatedNormal[] cut) {
    return Arrays.stream(cut).mapToDouble(c -> sigma * sigma * c.variance()).toArray();
  }
}
