package designspace.network;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.matrix.Blas;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * F(z) = W_{L+1} relu(W_L … relu(W_0 z)), without biases (eq-8). It is homogeneous of degree 1 in z
 * and in each W_ℓ. {@link NetworkScore} reads a score from it.
 */
public final class ReluNetwork {
  private final Shape shape;
  private final double[][] layers;

  private ReluNetwork(Shape shape, double[][] layers) {
    this.shape = shape;
    this.layers = layers;
  }

  /**
   * eq-8 with its initialisation: W_0 … W_L of N(0, 2/m), W_{L+1} of N(0, 1/d).
   *
   * @param dimension d, that of the data
   * @param width m
   * @param depth L
   * @param seed layer ℓ is drawn from stream ℓ
   */
  public static ReluNetwork paper(int dimension, int width, int depth, long seed) {
    Shape shape = new Shape(dimension + 1, width, depth, dimension);
    double[] variances = new double[shape.layers()];
    Arrays.fill(variances, 2.0 / width);
    variances[depth + 1] = 1.0 / dimension;
    return drawn(shape, variances, seed);
  }

  /** As in practice: W_0 … W_L of N(0, 2/columns), W_{L+1} of N(0, 1/m). */
  public static ReluNetwork practical(Shape shape, long seed) {
    double[] variances = new double[shape.layers()];
    for (int l = 0; l < variances.length; l++) {
      variances[l] = (l == shape.depth() + 1 ? 1.0 : 2.0) / shape.columns(l);
    }
    return drawn(shape, variances, seed);
  }

  private static ReluNetwork drawn(Shape shape, double[] variances, long seed) {
    ReluNetwork network = zero(shape);
    for (int l = 0; l < variances.length; l++) {
      RandomGenerator random = new RandomStreams(seed).stream(l);
      double deviation = Math.sqrt(variances[l]);
      double[] layer = network.layers[l];
      for (int i = 0; i < layer.length; i++) {
        layer[i] = deviation * random.nextGaussian();
      }
    }
    return network;
  }

  /** All weights 0. */
  public static ReluNetwork zero(Shape shape) {
    double[][] layers = new double[shape.layers()][];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = new double[shape.size(l)];
    }
    return new ReluNetwork(shape, layers);
  }

  void requireShape(Shape other) {
    if (!shape.equals(other)) {
      throw Require.refusal("shape of the network", shape, other + "", "the others have it");
    }
  }

  /** The sizes. */
  public Shape shape() {
    return shape;
  }

  /** W_ℓ itself, row-major, 0 ≤ ℓ ≤ L+1: whoever writes to it changes this network. */
  public double[] layer(int l) {
    return layers[Require.index("layer", l, layers.length, "there are W_0 … W_{L+1}")];
  }

  /** A network of its own with the same weights. */
  public ReluNetwork copy() {
    return new ReluNetwork(
        shape, Arrays.stream(layers).map(double[]::clone).toArray(double[][]::new));
  }

  /** Takes over another's weights. */
  public void set(ReluNetwork other) {
    requireShape(other.shape);
    for (int l = 0; l < layers.length; l++) {
      System.arraycopy(other.layers[l], 0, layers[l], 0, layers[l].length);
    }
  }

  /** Distance of the weights of the trained layers, ‖θ − θ′‖ (Frobenius). */
  public double distance(ReluNetwork other, Trained trained) {
    requireShape(other.shape);
    double square = 0;
    for (int l = trained.first(); l <= trained.last(shape); l++) {
      double[] mine = layers[l];
      double[] theirs = other.layers[l];
      for (int i = 0; i < mine.length; i++) {
        square += (mine[i] - theirs[i]) * (mine[i] - theirs[i]);
      }
    }
    return Math.sqrt(square);
  }

  /**
   * F of each row.
   *
   * @param z n×p
   * @return n×d
   */
  public Points apply(Points z) {
    Require.dimension("z", z.dimension(), shape.inputs());
    Pass pass = new Pass(shape, z.toArray(), Blas.fastest());
    pass.forward(this);
    return Points.owning(pass.output(), shape.outputs());
  }

  @Override
  public String toString() {
    return "ReLU network, d = "
        + shape.outputs()
        + ", m = "
        + shape.width()
        + ", L = "
        + shape.depth();
  }
}
