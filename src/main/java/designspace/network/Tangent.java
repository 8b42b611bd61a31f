package designspace.network;

import designspace.matrix.Blas;

/** Σ_ℓ (∂F/∂W_ℓ)Δ_ℓ of each row: how fast the output moves as the inner layers move by Δ. */
final class Tangent {
  private Tangent() {}

  /**
   * Forward mode through the last forward pass.
   *
   * @param pass of this network, done
   * @return n×d
   */
  static double[] of(Pass pass, ReluNetwork network, Direction direction) {
    Shape shape = network.shape();
    Blas blas = Blas.fastest();
    int n = pass.rows();
    int m = shape.width();
    double[] moved = new double[n * m];
    for (int l = 1; l <= shape.depth(); l++) {
      double[] carried = new double[n * m];
      double[] added = new double[n * m];
      blas.timesTransposed(n, m, m, moved, network.layer(l), carried);
      blas.timesTransposed(n, m, m, pass.hidden(l - 1), direction.layer(l), added);
      double[] hidden = pass.hidden(l);
      for (int i = 0; i < moved.length; i++) {
        moved[i] = hidden[i] > 0 ? carried[i] + added[i] : 0;
      }
    }
    double[] output = new double[n * shape.outputs()];
    blas.timesTransposed(n, shape.outputs(), m, moved, network.layer(shape.depth() + 1), output);
    return output;
  }
}
