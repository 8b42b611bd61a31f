package designspace.network;

import designspace.core.Points;
import designspace.core.Require;
import designspace.matrix.Blas;
import java.util.Arrays;
import java.util.function.Function;

/**
 * ½ Σ_r weight_r ‖scale_r F(z_r) + target_r‖² over n rows r: what every denoising loss of a network
 * is. The rows lie in shards, whose number depends on n alone.
 */
public final class LeastSquares {
  /** Of so many rows a shard's products are as fast as they get; each shard adds a gradient. */
  private static final int AMPLE_ROWS = 1024;

  private static final int MOST_SHARDS = 8;

  /** Fewer rows a shard are not worth a hand-off. */
  private static final int LEAST_ROWS = 64;

  private final int rows;
  private final int inputs;
  private final int outputs;
  private final Shard[] shards;

  /** The rows of one shard. */
  static final class Shard {
    final double[] inputs; // n×p
    final double[] targets; // n×d
    final double[] scales;
    final double[] weights;

    Shard(Shape shape, int rows) {
      String why = "the rows of a shard are one array";
      inputs = new double[Require.product("inputs", rows, shape.inputs(), why)];
      targets = new double[Require.product("targets", rows, shape.outputs(), why)];
      scales = new double[rows];
      weights = new double[rows];
    }

    int rows() {
      return scales.length;
    }

    double[][] all() {
      return new double[][] {inputs, targets, scales, weights};
    }
  }

  private LeastSquares(Shape shape, int rows, int count) {
    this.rows = rows;
    inputs = shape.inputs();
    outputs = shape.outputs();
    shards = new Shard[count];
    for (int s = 0; s < count; s++) {
      shards[s] = new Shard(shape, start(s + 1) - start(s));
    }
  }

  /** Empty rows for networks of this shape; all weights 0. */
  public static LeastSquares rows(Shape shape, int rows) {
    Require.atLeast(1, "rows", rows, "a loss has a term");
    return new LeastSquares(shape, rows, shardsFor(rows));
  }

  /** One, two if that is worth it, more if each stays ample. */
  private static int shardsFor(int rows) {
    return rows < 2 * LEAST_ROWS ? 1 : Math.max(2, Math.min(MOST_SHARDS, rows / AMPLE_ROWS));
  }

  private int start(int shard) {
    return (int) ((long) rows * shard / shards.length);
  }

  /** n. */
  public int rows() {
    return rows;
  }

  int shards() {
    return shards.length;
  }

  Shard shard(int s) {
    return shards[s];
  }

  /**
   * Writes a row.
   *
   * @param z length p
   * @param target length d
   * @param weight not negative
   */
  public void set(int row, double[] z, double[] target, double scale, double weight) {
    Require.index("row", row, rows, "the batch has so many");
    Require.dimension("z", z.length, inputs);
    Require.dimension("target", target.length, outputs);
    Require.notNegative("weight", weight, "it weights a square");
    int s = (int) ((long) row * shards.length / rows);
    while (row >= start(s + 1)) {
      s++;
    }
    int at = row - start(s);
    Shard shard = shards[s];
    System.arraycopy(z, 0, shard.inputs, at * inputs, inputs);
    System.arraycopy(target, 0, shard.targets, at * outputs, outputs);
    shard.scales[at] = scale;
    shard.weights[at] = weight;
  }

  /**
   * The same rows with targets at which each residual of this network is its own times {@code
   * factor}: with 0 its loss is 0, and no weight has moved.
   */
  public LeastSquares residualsTimes(double factor, ReluNetwork network) {
    Shape shape = checked(network.shape());
    LeastSquares scaled = new LeastSquares(shape, rows, shards.length);
    for (int s = 0; s < shards.length; s++) {
      Shard from = shards[s];
      Shard to = scaled.shards[s];
      System.arraycopy(from.inputs, 0, to.inputs, 0, from.inputs.length);
      System.arraycopy(from.scales, 0, to.scales, 0, from.scales.length);
      System.arraycopy(from.weights, 0, to.weights, 0, from.weights.length);
      Pass pass = new Pass(shape, from.inputs, Blas.fastest());
      pass.forward(network);
      for (int i = 0; i < to.targets.length; i++) {
        double said = from.scales[i / shape.outputs()] * pass.output()[i];
        to.targets[i] = factor * (said + from.targets[i]) - said;
      }
    }
    return scaled;
  }

  /** All z, n×p, shard after shard, which is the order of the rows. */
  public Points points() {
    return Points.owning(gather(shard -> shard.inputs), inputs);
  }

  /** A pass of this network over all rows, its forward half done. */
  Pass forward(ReluNetwork network) {
    Pass pass = new Pass(checked(network.shape()), gather(shard -> shard.inputs), Blas.fastest());
    pass.forward(network);
    return pass;
  }

  /** The shape, if the rows are for networks like it. */
  Shape checked(Shape shape) {
    Require.size("inputs of the network", shape.inputs(), inputs, "the rows of the batch have it");
    Require.size("outputs", shape.outputs(), outputs, "the targets of the batch have it");
    return shape;
  }

  /**
   * √weight·scale and the residual √weight(scale F + target) of each row and output.
   *
   * @param output F, n×d
   * @return two arrays of length n·d
   */
  double[][] weightedRows(double[] output, int d) {
    double[] targets = gather(shard -> shard.targets);
    double[] scales = gather(shard -> shard.scales);
    double[] weights = gather(shard -> shard.weights);
    double[][] rows = new double[2][output.length];
    for (int i = 0; i < output.length; i++) {
      double root = Math.sqrt(weights[i / d]);
      rows[0][i] = root * scales[i / d];
      rows[1][i] = root * (scales[i / d] * output[i] + targets[i]);
    }
    return rows;
  }

  private double[] gather(Function<Shard, double[]> array) {
    return Arrays.stream(shards).map(array).flatMapToDouble(Arrays::stream).toArray();
  }

  /** A number that is almost surely another for another batch: 64 bits of all that is in it. */
  public long fingerprint() {
    long hash = rows;
    for (Shard shard : shards) {
      for (double[] array : shard.all()) {
        for (double value : array) {
          hash = (hash ^ Double.doubleToLongBits(value)) * 0x9e3779b97f4a7c15L;
          hash ^= hash >>> 29;
        }
      }
    }
    return hash;
  }
}
