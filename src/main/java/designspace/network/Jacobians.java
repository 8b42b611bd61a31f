package designspace.network;

import designspace.matrix.Blas;

/** ∂F_p/∂W_ℓ of each row and output: an outer product of what enters the layer and what returns. */
final class Jacobians {
  private final Pass pass;
  private final ReluNetwork network;
  private final Trained trained;
  private final Blas blas = Blas.fastest();

  Jacobians(Pass pass, ReluNetwork network, Trained trained) {
    this.pass = pass;
    this.network = network;
    this.trained = trained;
  }

  /** Σ_ℓ (∂F/∂W_ℓ)(∂F/∂W_ℓ)ᵀ, (n·d)², row r·d + p. */
  double[] gram() {
    Shape shape = network.shape();
    int n = pass.rows();
    int d = shape.outputs();
    double[] gram = new double[n * d * n * d];
    double[][] returns = returns();
    for (int l = trained.first(); l <= trained.last(shape); l++) {
      double[] below = l == 0 ? pass.input() : pass.hidden(l - 1);
      double[] entering = new double[n * n];
      blas.timesTransposed(n, n, shape.columns(l), below, below, entering);
      double[] returning = new double[gram.length];
      double[] back = returns[l];
      blas.timesTransposed(n * d, n * d, shape.rows(l), back, back, returning);
      for (int i = 0; i < n * d; i++) {
        for (int j = 0; j < n * d; j++) {
          gram[i * n * d + j] += entering[i / d * n + j / d] * returning[i * n * d + j];
        }
      }
    }
    return gram;
  }

  /** For each layer ∂F_p/∂(W_ℓ h) of every row and output, (n·d)×rows(ℓ). */
  private double[][] returns() {
    Shape shape = network.shape();
    int d = shape.outputs();
    double[][] returns = new double[shape.layers()][];
    for (int l = trained.first(); l < shape.layers(); l++) {
      returns[l] = new double[pass.rows() * d * shape.rows(l)];
    }
    for (int p = 0; p < d; p++) {
      double[] above = new double[pass.rows() * d];
      for (int r = 0; r < pass.rows(); r++) {
        above[r * d + p] = 1;
      }
      store(above, p, returns[shape.depth() + 1], d);
      for (int l = shape.depth(); l >= trained.first(); l--) {
        above = pass.delta(l, network, above);
        store(above, p, returns[l], shape.width());
      }
    }
    return returns;
  }

  private void store(double[] delta, int p, double[] into, int width) {
    int d = network.shape().outputs();
    for (int r = 0; r < pass.rows(); r++) {
      System.arraycopy(delta, r * width, into, (r * d + p) * width, width);
    }
  }
}
