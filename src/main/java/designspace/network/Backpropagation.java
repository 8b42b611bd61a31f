package designspace.network;

import designspace.matrix.Blas;
import designspace.matrix.Workers;
import java.util.stream.IntStream;

/**
 * The loss of a batch and its gradient, in buffers that are made once: no step allocates. Shards
 * are shared out over threads and added in order, so the bits do not depend on the threads.
 */
public final class Backpropagation {
  /** How many weights of a layer one task adds up. */
  private static final int PIECE = 1 << 15;

  private final Shape shape;
  private final Trained trained;
  private final LeastSquares batch;
  private final Workers workers;
  private final Pass[] passes;
  private final double[][] residuals; // a shard: n×d, becomes the gradient by the output
  private final double[][] terms; // a shard: length n
  private final double[][][] gradients; // a shard, a trained layer; the first becomes the sum
  private final int pieces;
  private boolean summed;

  /** Buffers for this batch and networks of this shape. */
  public Backpropagation(
      Shape shape, Trained trained, LeastSquares batch, Workers workers, Blas blas) {
    this.shape = shape;
    this.trained = trained;
    this.batch = batch;
    this.workers = workers;
    int shards = batch.shards();
    passes = new Pass[shards];
    residuals = new double[shards][];
    terms = new double[shards][];
    gradients = new double[shards][trained.count(shape)][];
    for (int s = 0; s < shards; s++) {
      LeastSquares.Shard shard = batch.shard(s);
      passes[s] = new Pass(shape, shard.inputs, blas);
      residuals[s] = new double[shard.targets.length];
      terms[s] = new double[shard.rows()];
      for (int g = 0; g < gradients[s].length; g++) {
        gradients[s][g] = new double[shape.size(trained.first() + g)];
      }
    }
    pieces = IntStream.range(0, gradients[0].length).map(this::pieces).sum();
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
          passes[s].backward(network, residuals[s], trained, gradients[s]);
        });
    summed = passes.length == 1;
    return sum();
  }

  private int pieces(int g) {
    return (gradients[0][g].length + PIECE - 1) / PIECE;
  }

  private void addShards() {
    if (!summed) {
      workers.run(pieces, piece -> onPiece(piece, this::addShards));
      summed = true;
    }
  }

  /** Work on the weights {@code from} to {@code to} of trained layer {@code g}. */
  @FunctionalInterface
  private interface Piece {
    void accept(int g, int from, int to);
  }

  private void onPiece(int piece, Piece work) {
    int g = 0;
    int p = piece;
    while (p >= pieces(g)) {
      p -= pieces(g++);
    }
    work.accept(g, p * PIECE, Math.min(gradients[0][g].length, (p + 1) * PIECE));
  }

  private void addShards(int g, int from, int to) {
    double[] total = gradients[0][g];
    for (int s = 1; s < gradients.length; s++) {
      double[] part = gradients[s][g];
      for (int i = from; i < to; i++) {
        total[i] += part[i];
      }
    }
  }

  /** θ′ ← θ − h∇ on the trained layers, with the gradient of the last evaluation. */
  public void descend(ReluNetwork from, double h, ReluNetwork to) {
    boolean add = !summed;
    workers.run(
        pieces,
        piece ->
            onPiece(
                piece,
                (g, start, end) -> {
                  if (add) {
                    addShards(g, start, end);
                  }
                  int layer = trained.first() + g;
                  step(from.layer(layer), gradients[0][g], h, to.layer(layer), start, end);
                }));
    summed = true;
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

  /** ∂loss/∂W_ℓ of the last evaluation, for a trained layer; overwritten by the next. */
  public double[] gradient(int layer) {
    addShards();
    return gradients[0][layer - trained.first()];
  }

  /** ‖∂loss/∂W_ℓ‖², Frobenius, of the last evaluation. */
  public double squaredNorm(int layer) {
    double square = 0;
    for (double g : gradient(layer)) {
      square += g * g;
    }
    return square;
  }

  /** Which units the last evaluation found on. */
  public ActivationPattern pattern() {
    return new ActivationPattern(passes, shape.depth() + 1);
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
