package designspace.line;

import designspace.data.GaussianMixture;
import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;

/**
 * a(σ,y) = 2τ² E[φ_τ(X_τ)|X_δ = y] of {@link LineMarginalClock} on a mixture on the line, by the
 * trapezoidal rule in standard deviations of the noise, at places y about each bump.
 */
final class LineSource {
  private static final double REACH_OF_DATA = 7;
  private static final double STEP_OF_DATA = 0.2;
  private static final double REACH_OF_NOISE = 9;
  private static final double STEP_OF_NOISE = 0.06;

  private LineSource() {}

  /**
   * E[a(σ_i,X_δ) a(σ_j,X_δ)].
   *
   * @param logs ln σ_i
   */
  static double[][] gram(GaussianMixture data, double sigmaMin, double... logs) {
    double[] place = places(data, sigmaMin);
    double[] root = roots(data);
    double[][] a = new double[logs.length][place.length];
    for (int i = 0; i < a.length; i++) {
      double tau = Math.exp(2 * logs[i]);
      SmoothedLine line = new SmoothedLine(data, tau);
      double noise = Math.sqrt(Math.max(0, tau - sigmaMin * sigmaMin));
      for (int j = 0; j < place.length; j++) {
        a[i][j] = 2 * tau * tau * root[j] * carried(line, place[j], noise);
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

  private static double[] nodes() {
    double[] z = new double[(int) Math.rint(2 * REACH_OF_DATA / STEP_OF_DATA) + 1];
    Arrays.setAll(z, i -> i * STEP_OF_DATA - REACH_OF_DATA);
    return z;
  }

  private static double[] places(GaussianMixture data, double sigmaMin) {
    double[] z = nodes();
    double[] places = new double[z.length * data.size()];
    for (int b = 0; b < data.size(); b++) {
      double width = Math.sqrt(data.bump(b).spectrum().eigenvalue(0) + sigmaMin * sigmaMin);
      for (int i = 0; i < z.length; i++) {
        places[b * z.length + i] = data.bump(b).mean()[0] + width * z[i];
      }
    }
    return places;
  }

  /** √ of each place's part of the probability. */
  private static double[] roots(GaussianMixture data) {
    double[] z = nodes();
    double[] roots = new double[z.length * data.size()];
    for (int b = 0; b < data.size(); b++) {
      for (int i = 0; i < z.length; i++) {
        double normal = Math.exp(-0.5 * z[i] * z[i]) / Math.sqrt(2 * Math.PI);
        roots[b * z.length + i] = Math.sqrt(data.weight(b) * normal * STEP_OF_DATA);
      }
    }
    return roots;
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
