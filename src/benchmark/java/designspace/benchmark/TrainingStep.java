package designspace.benchmark;

import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.Trained;
import java.util.random.RandomGenerator;

/** One full-batch step of gradient descent on eq-8: forward, backward, update. */
final class TrainingStep {
  private static final int DIMENSION = 16;
  private static final int DEPTH = 3;

  /** Too small to change the work, large enough to be done. */
  private static final double STEP_SIZE = 1e-9;

  private final Backpropagation loss;
  private ReluNetwork current;
  private ReluNetwork next;

  TrainingStep(int width, int rows, int threads, Blas blas) {
    current = ReluNetwork.paper(DIMENSION, width, DEPTH, 1);
    next = current.copy();
    Shape shape = current.shape();
    LeastSquares batch = LeastSquares.rows(shape, rows);
    RandomGenerator random = new RandomStreams(1).stream(0);
    for (int r = 0; r < rows; r++) {
      double[] z = normal(shape.inputs(), random);
      batch.set(r, z, normal(DIMENSION, random), random.nextDouble(0.1, 1), 1.0 / rows);
    }
    loss = new Backpropagation(shape, Trained.INNER, batch, Workers.of(threads), blas);
  }

  private static double[] normal(int size, RandomGenerator random) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  double take() {
    double value = loss.lossAndGradient(current);
    loss.descend(current, STEP_SIZE, next);
    ReluNetwork other = current;
    current = next;
    next = other;
    return value;
  }
}
