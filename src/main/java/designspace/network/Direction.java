package designspace.network;

import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A direction Δ in the weights of the inner layers W_1 … W_L, which eq-8 trains. {@link #spectral}
 * and {@link #frobenius} say what its length means.
 */
public final class Direction {
  private static final int POWER_STEPS = 30;

  /** Keeps directions apart from the weights that a network draws from the same seed. */
  private static final int PURPOSE = 7;

  private final Shape shape;
  private final double[][] layers; // W_1 first

  private Direction(Shape shape, double[][] layers) {
    this.shape = shape;
    this.layers = layers;
  }

  /** Independent normal entries, of no network of the same seed. */
  public static Direction random(Shape shape, long seed) {
    double[][] layers = zero(shape);
    for (int g = 0; g < layers.length; g++) {
      RandomGenerator random = new RandomStreams(seed).fork(PURPOSE).stream(g + 1L);
      for (int i = 0; i < layers[g].length; i++) {
        layers[g][i] = random.nextGaussian();
      }
    }
    return new Direction(shape, layers);
  }

  /** −∇ of the loss of this batch: where gradient descent goes. */
  public static Direction downhill(ReluNetwork network, LeastSquares batch) {
    Pass pass = batch.forward(network);
    double[][] rows = batch.weightedRows(pass.output(), network.shape().outputs());
    double[] returned = new double[rows[0].length];
    for (int i = 0; i < returned.length; i++) {
      returned[i] = -rows[0][i] * rows[1][i];
    }
    return back(pass, network, returned);
  }

  /**
   * The direction in which the residuals move fastest: JᵀJ's eigenvector of the largest eigenvalue,
   * by 30 steps of power iteration from a random direction. Its {@link #norm} is that eigenvalue,
   * {@link TangentKernel#largest}, for which no kernel is formed here.
   */
  public static Direction fastest(ReluNetwork network, LeastSquares batch, long seed) {
    Pass pass = batch.forward(network);
    double[] factors = batch.weightedRows(pass.output(), network.shape().outputs())[0];
    Direction direction = random(network.shape(), seed);
    for (int k = 0; k < POWER_STEPS; k++) {
      double[] moved = Tangent.of(pass, network, direction.frobenius());
      for (int i = 0; i < moved.length; i++) {
        moved[i] *= factors[i] * factors[i];
      }
      direction = back(pass, network, moved);
    }
    return direction;
  }

  private static Direction back(Pass pass, ReluNetwork network, double[] outputGradient) {
    double[][] layers = zero(network.shape());
    pass.backward(network, outputGradient, Trained.INNER, layers);
    return new Direction(network.shape(), layers);
  }

  private static double[][] zero(Shape shape) {
    return new double[shape.depth()][shape.size(1)];
  }

  /** Δ_ℓ itself, m×m, 1 ≤ ℓ ≤ L. */
  double[] layer(int l) {
    return layers[l - 1];
  }

  /** ‖Δ‖ over all layers (Frobenius). */
  public double norm() {
    double square = 0;
    for (double[] layer : layers) {
      square += Math.pow(SpectralNorm.length(layer), 2);
    }
    return Math.sqrt(square);
  }

  /** The same direction with ‖Δ‖ = 1 over all layers together (Frobenius). */
  public Direction frobenius() {
    double[] factors = new double[layers.length];
    Arrays.fill(factors, 1 / length(norm()));
    return times(factors);
  }

  /** Each layer scaled to spectral norm 1. */
  public Direction spectral() {
    double[] factors = new double[layers.length];
    for (int g = 0; g < factors.length; g++) {
      factors[g] = 1 / length(SpectralNorm.of(layers[g], shape.width()));
    }
    return times(factors);
  }

  private static double length(double norm) {
    return Require.positive("norm", norm, "a direction has a length");
  }

  private Direction times(double... factors) {
    double[][] scaled = zero(shape);
    for (int g = 0; g < scaled.length; g++) {
      for (int i = 0; i < scaled[g].length; i++) {
        scaled[g][i] = factors[g] * layers[g][i];
      }
    }
    return new Direction(shape, scaled);
  }

  /** The network with weights W_ℓ + size·Δ_ℓ. */
  public ReluNetwork from(ReluNetwork network, double size) {
    ReluNetwork moved = network.copy();
    for (int l = 1; l <= shape.depth(); l++) {
      double[] weights = moved.layer(l);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += size * layers[l - 1][i];
      }
    }
    return moved;
  }
}
