package designspace.training;

import designspace.core.Require;
import designspace.network.LeastSquares;
import designspace.network.Parametrization;
import designspace.network.Shape;

/** Writes w‖σS(σ, x+σξ) + ξ‖² into rows of a least-squares batch. */
final class DenoisingRows {
  private final Parametrization parametrization;
  private final LeastSquares batch;
  private final double[] target;
  private final double[] z;

  DenoisingRows(Parametrization parametrization, Shape shape, int dimension, LeastSquares batch) {
    int inputs = parametrization.inputs(dimension);
    Require.size("outputs", shape.outputs(), dimension, "a score lives where the data live");
    Require.size("inputs", shape.inputs(), inputs, "its score sees so many");
    this.parametrization = parametrization;
    this.batch = batch;
    target = new double[dimension];
    z = new double[inputs];
  }

  /**
   * One row.
   *
   * @param noisy x + σξ, length d
   * @param noise ξ, length d
   */
  void write(int row, double sigma, double[] noisy, double[] noise, double weight) {
    parametrization.input(sigma, noisy, z);
    double skip = parametrization.skip(sigma);
    for (int k = 0; k < target.length; k++) {
      target[k] = noise[k] + skip * noisy[k];
    }
    batch.set(row, z, target, parametrization.scale(sigma), weight);
  }
}
