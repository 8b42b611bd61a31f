package designspace.network;

import designspace.core.Points;
import designspace.core.Require;
import designspace.matrix.Blas;
import java.util.ArrayList;
import java.util.List;

/**
 * How the hidden layers q_0 … q_L of given inputs differ between two networks of one shape (lem-6).
 *
 * @param moved root mean square of ‖Δq_ℓ‖/‖z‖ over the inputs, by layer
 * @param furthest the largest ‖Δq_ℓ‖/‖z‖, by layer
 * @param switched the fraction of units of layer ℓ, over all inputs, that are on in one network
 *     alone, by layer
 */
public record LayerChange(List<Double> moved, List<Double> furthest, List<Double> switched) {
  public LayerChange {
    moved = List.copyOf(moved);
    furthest = List.copyOf(furthest);
    switched = List.copyOf(switched);
  }

  /**
   * Compares two networks.
   *
   * @param z inputs other than 0, n×p
   */
  public static LayerChange between(ReluNetwork one, ReluNetwork other, Points z) {
    Require.dimension("z", z.dimension(), one.shape().inputs());
    other.requireShape(one.shape());
    Pass a = new Pass(one.shape(), z.toArray(), Blas.fastest());
    Pass b = new Pass(other.shape(), a.input(), Blas.fastest());
    a.forward(one);
    b.forward(other);
    List<Double> moved = new ArrayList<>();
    List<Double> furthest = new ArrayList<>();
    List<Double> switched = new ArrayList<>();
    for (int l = 0; l <= one.shape().depth(); l++) {
      double sum = 0;
      double largest = 0;
      for (int r = 0; r < a.rows(); r++) {
        double ratio = square(a.hidden(l), b.hidden(l), r, one.shape().width()) / square(z.row(r));
        sum += ratio / a.rows();
        largest = Math.max(largest, ratio);
      }
      moved.add(Math.sqrt(sum));
      furthest.add(Math.sqrt(largest));
      switched.add(switched(a.hidden(l), b.hidden(l)));
    }
    return new LayerChange(moved, furthest, switched);
  }

  private static double square(double[] x) {
    return Math.pow(SpectralNorm.length(x), 2);
  }

  private static double square(double[] a, double[] b, int row, int width) {
    double square = 0;
    for (int i = row * width; i < (row + 1) * width; i++) {
      square += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return square;
  }

  private static double switched(double[] a, double[] b) {
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      count += a[i] > 0 == b[i] > 0 ? 0 : 1;
    }
    return (double) count / a.length;
  }
}
