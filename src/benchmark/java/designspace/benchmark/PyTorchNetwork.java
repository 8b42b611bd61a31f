package designspace.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The network of environment/benchmark/network.py and its training step in eager PyTorch:
 * ½n⁻¹Σβ‖σ̄S + ξ‖² falls along its gradient in the hidden weights, step size included in the
 * residual's weight.
 */
final class PyTorchNetwork implements AutoCloseable {
  private static final int LAYERS = 3;

  private final NDManager manager = NDManager.newBaseManager();
  private final NDArray[] weights = new NDArray[LAYERS + 1];
  private final NDArray last;
  private final NDArray input;
  private final NDArray noise;
  private final NDArray scale;
  private final NDArray weight;
  private final NDList all;

  PyTorchNetwork(int width, int rows, int dimension, double step) {
    for (int layer = 0; layer <= LAYERS; layer++) {
      weights[layer] =
          normal(width, layer == 0 ? dimension + 1 : width).muli(Math.sqrt(2.0 / width));
    }
    last = normal(dimension, width).divi(Math.sqrt(dimension));
    input = normal(rows, dimension + 1);
    noise = normal(rows, dimension);
    scale = uniform(rows);
    weight = uniform(rows).muli(scale).muli(step / rows);
    all = new NDList(weights);
    all.addAll(new NDList(last, input, noise, scale, weight));
  }

  private NDArray normal(int rows, int columns) {
    return manager.randomNormal(0, 1, new Shape(rows, columns), DataType.FLOAT64);
  }

  private NDArray uniform(int rows) {
    return manager.randomUniform(0.5f, 2, new Shape(rows, 1), DataType.FLOAT64);
  }

  void step() {
    try (NDManager own = manager.newSubManager()) {
      all.tempAttach(own); // what is computed from them is then freed with it
      NDArray[] features = features();
      NDArray delta = residual(features).muli(weight).matMul(last);
      for (int layer = LAYERS; layer > 0; layer--) {
        delta.muli(features[layer].gt(0));
        NDArray gradient = delta.transpose().matMul(features[layer - 1]);
        if (layer > 1) {
          delta = delta.matMul(weights[layer]);
        }
        weights[layer].subi(gradient);
      }
    }
  }

  private NDArray[] features() {
    NDArray[] features = new NDArray[LAYERS + 1];
    for (int layer = 0; layer <= LAYERS; layer++) {
      NDArray below = layer == 0 ? input : features[layer - 1];
      features[layer] = Activation.relu(below.matMul(weights[layer].transpose()));
    }
    return features;
  }

  private NDArray residual(NDArray[] features) {
    return features[LAYERS].matMul(last.transpose()).muli(scale).addi(noise);
  }

  /**
   * One step of size 1 moves the weights by the gradient; central differences say which that is.
   */
  static void check() {
    try (PyTorchNetwork network = new PyTorchNetwork(6, 8, 2, 1)) {
      double[] expected = network.centralDifferences();
      double[] before = network.hidden();
      network.step();
      double[] after = network.hidden();
      double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
      for (int k = 0; k < expected.length; k++) {
        if (!(Math.abs(before[k] - after[k] - expected[k]) <= 1e-6 * largest)) {
          throw new AssertionError("PyTorch's step is not along the gradient, at weight " + k);
        }
      }
    }
  }

  private double[] hidden() {
    return Stream.of(weights)
        .skip(1)
        .flatMapToDouble(w -> DoubleStream.of(w.toDoubleArray()))
        .toArray();
  }

  private double[] centralDifferences() {
    return Stream.of(weights).skip(1).flatMapToDouble(this::centralDifferences).toArray();
  }

  private DoubleStream centralDifferences(NDArray matrix) {
    double reach = 1e-5;
    double[] entries = matrix.toDoubleArray();
    double[] differences = new double[entries.length];
    for (int k = 0; k < entries.length; k++) {
      double entry = entries[k];
      for (int sign = -1; sign <= 1; sign += 2) {
        entries[k] = entry + sign * reach;
        matrix.set(entries);
        differences[k] += sign * loss() / (2 * reach);
      }
      entries[k] = entry;
    }
    matrix.set(entries);
    return DoubleStream.of(differences);
  }

  private double loss() {
    NDArray residual = residual(features());
    return residual.mul(residual).mul(weight).div(scale).sum().getDouble() / 2;
  }

  @Override
  public void close() {
    manager.close();
  }
}
