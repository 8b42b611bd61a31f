package designspace.line;

import designspace.data.GaussianMixture;
import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;

/**
 * a(σ,y) = 2τ² E[φ_τ(X_τ)|X_δ = y] of {@link LineMarginalClock} on a mixture on the line: E by the
 * trapezoidal rule, at nodes y of {@link LineNodes}.
 */
final class LineSource {
  /** In standard deviations of the noise. */
  private static final double SPACING = 0.06;

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
      double[] carried = carried(line, nodes, noise);
      for (int j = 0; j < nodes.size(); j++) {
        a[i][j] = 2 * tau * tau * Math.sqrt(nodes.mass(j)) * carried[j];
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

  /** E φ(y + noise·Z) at every node: φ on one even grid, or about each node if that is less. */
  private static double[] carried(SmoothedLine line, LineNodes nodes, double noise) {
    double[] carried = new double[nodes.size()];
    if (noise == 0) {
      Arrays.setAll(carried, j -> line.source(nodes.place(j)));
      return carried;
    }
    GaussianWindow window = new GaussianWindow(1 / SPACING);
    double spacing = SPACING * noise;
    double reach = GaussianWindow.REACH * noise + 2 * spacing;
    double low = nodes.place(0) - reach;
    double range = nodes.place(nodes.size() - 1) + reach - low;
    boolean together = range < 2 * reach * nodes.size();
    double[] source = new double[(int) Math.ceil((together ? range : 2 * reach) / spacing) + 1];
    for (int j = 0; j < carried.length; j++) {
      double start = together ? low : nodes.place(j) - reach;
      if (j == 0 || !together) {
        Arrays.setAll(source, i -> line.source(start + i * spacing));
      }
      window.gather(source, (nodes.place(j) - start) / spacing);
      carried[j] = window.zeroth();
    }
    return carried;
  }
}
