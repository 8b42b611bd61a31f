package designspace.network;

import designspace.core.Points;
import designspace.core.Require;
import designspace.matrix.Blas;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The most units of W_1's layer that a perturbation of spectral norm ω can switch for one input
 * (lem-6). To switch unit k its pre-activation g_k must move by |g_k|, and ‖ΔW q_0‖ ≤ ω‖q_0‖, so
 * the cheapest units come first: k of them can be switched just if the k smallest g² add up to less
 * than ω²‖q_0‖². A matrix of rank one does it. At the Paper's initialisation the fraction tends to
 * (3ω²/π)^{1/3} as m → ∞ and then ω → 0.
 */
public final class LargestSwitch {
  /** Carries a unit past 0, far above rounding. */
  private static final double PAST = 1e-6;

  private final ReluNetwork network;
  private final double[] below; // q_0
  private final double[] g; // W_1 q_0
  private final int[] cheapest;

  private LargestSwitch(ReluNetwork network, double[] below, double[] g) {
    this.network = network;
    this.below = below;
    this.g = g;
    cheapest =
        IntStream.range(0, g.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> Math.abs(g[k])))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * For the first of these inputs.
   *
   * @param z 1×p
   */
  public static LargestSwitch of(ReluNetwork network, Points z) {
    Require.dimension("z", z.dimension(), network.shape().inputs());
    Blas blas = Blas.fastest();
    int m = network.shape().width();
    Pass pass = new Pass(network.shape(), z.row(0), blas);
    pass.forward(network);
    double length = SpectralNorm.length(pass.hidden(0));
    Require.positive("norm of q_0", length, "W_1 acts on what enters it");
    double[] g = new double[m];
    blas.timesTransposed(1, m, m, pass.hidden(0), network.layer(1), g);
    return new LargestSwitch(network, pass.hidden(0), g);
  }

  private int count(double omega) {
    double left = Math.pow(omega * SpectralNorm.length(below) / (1 + PAST), 2);
    int k = 0;
    while (k < cheapest.length && g[cheapest[k]] * g[cheapest[k]] <= left) {
      left -= g[cheapest[k]] * g[cheapest[k]];
      k++;
    }
    return k;
  }

  /** The largest fraction of units that can be switched. */
  public double fraction(double omega) {
    return (double) count(omega) / g.length;
  }

  /** The network that switches them: W_1 moved by a matrix of spectral norm at most ω. */
  public ReluNetwork network(double omega) {
    ReluNetwork moved = network.copy();
    double square = Math.pow(SpectralNorm.length(below), 2);
    for (int k = count(omega) - 1; k >= 0; k--) {
      int unit = cheapest[k];
      double factor = -(1 + PAST) * g[unit] / square;
      for (int i = 0; i < below.length; i++) {
        moved.layer(1)[unit * below.length + i] += factor * below[i];
      }
    }
    return moved;
  }

  /** (3ω²/π)^{1/3}. */
  public static double limit(double omega) {
    return Math.cbrt(3 * omega * omega / Math.PI);
  }
}
