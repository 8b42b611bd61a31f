package designspace.network;

import designspace.core.Require;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import java.util.stream.IntStream;

/**
 * The loss of a batch and its gradient, in buffers that are made once: no step makes an array.
 * Shards are shared out over threads and added in order, so the bits do not depend on the threads.
 * One thread calls it at a time.
 */
public final class Backpropagation {
  private final Shape shape;
  private final Trained trained;
  private final LeastSquares batch;
  private final Workers workers;
  private final Pass[] passes;
  private final double[][] residuals; // a shard: n×d, becomes the gradient by the output
  private final double[][] terms; // a shard: length n
  private final ShardedGradient gradient;

  /** Buffers for this batch and networks of this shape. */
  public Backpropagation(
      Shape shape, Trained trained, LeastSquares batch, Workers workers, Blas blas) {
    this.shape = batch.checked(shape);
    this.trained = trained;
    this.batch = batch;
    this.workers = workers;
    int shards = batch.shards();
    passes = new Pass[shards];
    residuals = new double[shards][];
    terms = new double[shards][];
    gradient = new ShardedGradient(shape, trained, shards, workers);
    for (int s = 0; s < shards; s++) {
      LeastSquares.Shard shard = batch.shard(s);
      passes[s] = new Pass(shape, shard.inputs, blas);
      residuals[s] = new double[shard.targets.length];
      terms[s] = new double[shard.rows()];
    }
  }

  /** ½ Σ_r weight_r ‖…‖², leaving {@link #terms} and the hidden layers. */
  public double loss(ReluNetwork network) {
    workers.run(passes.length, s -> forward(s, network));
    return sum();
  }

  /** The loss, leaving what {@link #loss} leaves and the gradient. */
  public double lossAndGradient(ReluNetwork network) {
    workers.run(
        passes.length,
        s -> {
          forward(s, network);
          passes[s].backward(network, residuals[s], trained, gradient.part(s));
        });
    gradient.renewed();
    return sum();
  }

  /** What becomes of the weights {@code from} to {@code to} (exclusive) of a layer. */
  @FunctionalInterface
  public interface Update {
    /** The gradient is that of the whole layer. */
    void accept(int layer, double[] gradient, int from, int to);
  }

  /** All trained weights, piece by piece, several at once. */
  public void update(Update update) {
    gradient.update(update);
  }

  /** θ′ ← θ − h∇ on the trained layers. */
  public void descend(ReluNetwork from, double h, ReluNetwork to) {
    update((l, gradient, start, end) -> step(from.layer(l), gradient, h, to.layer(l), start, end));
  }

  private static void step(
      double[] from, double[] gradient, double h, double[] to, int start, int end) {
    for (int i = start; i < end; i++) {
      to[i] = from[i] - h * gradient[i];
    }
  }

  /** Forward, residual, loss and the gradient by the output, which touches each number once. */
  private void forward(int s, ReluNetwork network) {
    passes[s].forward(network);
    LeastSquares.Shard shard = batch.shard(s);
    double[] output = passes[s].output();
    int d = shape.outputs();
    for (int r = 0; r < shard.rows(); r++) {
      double scale = shard.scales[r];
      double weight = shard.weights[r];
      double square = 0;
      for (int i = r * d; i < (r + 1) * d; i++) {
        double residual = scale * output[i] + shard.targets[i];
        square += residual * residual;
        residuals[s][i] = weight * scale * residual;
      }
      terms[s][r] = weight * square;
    }
  }

  private double sum() {
    double sum = 0;
    for (double[] part : terms) {
      double own = 0;
      for (double term : part) {
        own += term;
      }
      sum += own;
    }
    return 0.5 * sum;
  }

  /** weight_r ‖scale_r F(z_r) + target_r‖² of every row, into {@code into}. */
  public void terms(double[] into) {
    int at = 0;
    for (double[] part : terms) {
      System.arraycopy(part, 0, into, at, part.length);
      at += part.length;
    }
  }

  /** ∂loss/∂W_ℓ for a trained layer; overwritten by the next {@link #lossAndGradient}. */
  public double[] gradient(int layer) {
    Require.index(
        "layer − " + trained.first(),
        layer - trained.first(),
        trained.count(shape),
        "only these are trained");
    return gradient.layer(layer);
  }

  /** ‖∂loss/∂W_ℓ‖², Frobenius. */
  public double squaredNorm(int layer) {
    double square = 0;
    for (double g : gradient(layer)) {
      square += g * g;
    }
    return square;
  }

  /** ‖∇loss‖² over all trained layers. */
  public double squaredNorm() {
    return IntStream.rangeClosed(trained.first(), trained.last(shape))
        .mapToDouble(this::squaredNorm)
        .sum();
  }

  /** Which units the last evaluation found on. */
  public ActivationPattern pattern() {
    return new ActivationPattern(passes, trained.first(), shape.depth());
  }

  /** The shape that networks must have. */
  public Shape shape() {
    return shape;
  }

  /** Which layers have a gradient. */
  public Trained trained() {
    return trained;
  }
}
