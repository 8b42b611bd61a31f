package designspace.line;

import designspace.data.GaussianMixture;
import org.apache.commons.math3.util.MathArrays;

/**
 * a(σ,y) = 2τ² E[φ_τ(X_τ)|X_δ = y] of {@link LineMarginalClock} on a mixture on the line: E by the
 * trapezoidal rule in standard deviations of the noise, at nodes y of {@link LineNodes}.
 */
final class LineSource {
  private static final double REACH_OF_NOISE = 9;
  private static final double STEP_OF_NOISE = 0.06;

  private LineSource() {}

  /**
   * E[a(σ_i,X_δ) a(σ_j,X_δ)].
   *
   * @param logs ln σ_i
   */
  static double[][] gram(GaussianMixture data, double sigmaMin, double... logs) {
    LineNodes nodes = LineNodes.of(data, sigmaMin * sigmaMin);
    double[][] a = new double[logs.length][nodes.size()];
    for (int i = 0; i < a.length; i++) {
      double tau = Math.exp(2 * logs[i]);
      SmoothedLine line = new SmoothedLine(data, tau);
      double noise = Math.sqrt(Math.max(0, tau - sigmaMin * sigmaMin));
      for (int j = 0; j < nodes.size(); j++) {
        double root = Math.sqrt(nodes.mass(j));
        a[i][j] = 2 * tau * tau * root * carried(line, nodes.place(j), noise);
      }
    }
    double[][] gram = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = MathArrays.linearCombination(a[i], a[j]);
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  /** E φ(y + noise·Z). */
  private static double carried(SmoothedLine line, double y, double noise) {
    int reach = (int) Math.rint(REACH_OF_NOISE / STEP_OF_NOISE);
    double sum = 0;
    double mass = 0;
    for (int i = -reach; i <= reach; i++) {
      double z = i * STEP_OF_NOISE;
      double weight = Math.exp(-0.5 * z * z);
      sum += weight * line.source(y + noise * z);
      mass += weight;
    }
    return sum / mass;
  }
}
