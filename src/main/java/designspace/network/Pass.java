package designspace.network;

import designspace.core.Require;
import designspace.matrix.Blas;

/**
 * A forward and a backward pass over a fixed number of rows, in buffers that are made once. One
 * thread uses it at a time.
 */
public final class Pass {
  private final Shape shape;
  private final Blas blas;
  private final int rows;
  private final double[] input;
  private final double[][] hidden;
  private final double[] output;
  private final double[][] delta = new double[2][]; // made by the first backward pass

  /**
   * @param input z, n×p, kept and not copied: it may be refilled between passes
   */
  public Pass(Shape shape, double[] input, Blas blas) {
    this.shape = shape;
    this.blas = blas;
    this.input = input;
    if (input.length % shape.inputs() != 0) {
      String whole = "a multiple of " + shape.inputs();
      throw Require.refusal("length of input", input.length, whole, "rows are whole");
    }
    rows = input.length / shape.inputs();
    String why = "a layer of all rows is one array";
    hidden = new double[shape.depth() + 1][Require.product("units", rows, shape.width(), why)];
    output = new double[Require.product("outputs", rows, shape.outputs(), why)];
  }

  /** n. */
  public int rows() {
    return rows;
  }

  /** z, n×p. */
  public double[] input() {
    return input;
  }

  /** relu(W_ℓ …), n×m, 0 ≤ ℓ ≤ L, of the last forward pass. */
  public double[] hidden(int layer) {
    return hidden[layer];
  }

  /** F, n×d, of the last forward pass. */
  public double[] output() {
    return output;
  }

  /** Fills hidden layers and output. */
  public void forward(ReluNetwork network) {
    network.requireShape(shape);
    int m = shape.width();
    double[] below = input;
    for (int l = 0; l <= shape.depth(); l++) {
      blas.timesTransposed(rows, m, shape.columns(l), below, network.layer(l), hidden[l]);
      rectify(hidden[l]);
      below = hidden[l];
    }
    blas.timesTransposed(rows, shape.outputs(), m, below, network.layer(shape.depth() + 1), output);
  }

  /**
   * ∂/∂W_ℓ of ⟨outputGradient, F⟩ for the trained layers; needs the last forward pass.
   *
   * @param outputGradient n×d
   * @param gradients one array a trained layer, overwritten
   */
  public void backward(
      ReluNetwork network, double[] outputGradient, Trained trained, double[][] gradients) {
    int last = shape.depth() + 1;
    if (trained.last(shape) == last) {
      gradient(last, outputGradient, gradients[last - trained.first()]);
    }
    double[] above = outputGradient;
    for (int l = shape.depth(); l >= trained.first(); l--) {
      above = delta(l, network, above);
      gradient(l, above, gradients[l - trained.first()]);
    }
  }

  /** ∂/∂(W_ℓ h_{ℓ−1}), n×m, from that of the layer above. */
  double[] delta(int l, ReluNetwork network, double[] above) {
    int m = shape.width();
    double[] delta = buffer(l % 2);
    blas.times(rows, m, shape.rows(l + 1), above, network.layer(l + 1), delta);
    mask(delta, hidden[l]);
    return delta;
  }

  private double[] buffer(int parity) {
    if (delta[parity] == null) {
      delta[parity] = new double[rows * shape.width()];
    }
    return delta[parity];
  }

  private void gradient(int l, double[] delta, double[] into) {
    double[] below = l == 0 ? input : hidden[l - 1];
    blas.transposedTimes(shape.rows(l), shape.columns(l), rows, delta, below, into);
  }

  private static void rectify(double[] h) {
    for (int i = 0; i < h.length; i++) {
      h[i] = Math.max(h[i], 0);
    }
  }

  /** g·1[h > 0] for h ≥ 0, in a form that vectorises: ceil(min(h, 1)) is 0 or 1. */
  private static void mask(double[] g, double[] h) {
    for (int i = 0; i < g.length; i++) {
      g[i] *= Math.ceil(Math.min(h[i], 1));
    }
  }
}
