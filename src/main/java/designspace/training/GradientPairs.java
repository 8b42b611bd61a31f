package designspace.training;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Trained;
import java.util.random.RandomGenerator;

/**
 * A network and the pairs of point and noise at which its gradients are taken.
 *
 * @param network its weights are only read
 * @param parametrization how it is read as a score
 * @param trained the layers whose gradient it is
 * @param x clean points, n×d
 * @param xi standard normal noise, n×d
 */
public record GradientPairs(
    ReluNetwork network, Parametrization parametrization, Trained trained, Points x, Points xi) {
  public GradientPairs {
    Require.size("noises", xi.size(), x.size(), "each point has its own");
    Require.dimension("noise", xi.dimension(), x.dimension());
  }

  /** All layers, noise drawn from stream i for point i. */
  public static GradientPairs drawn(
      ReluNetwork network, Parametrization parametrization, Points x, long seed) {
    double[][] xi = new double[x.size()][x.dimension()];
    for (int i = 0; i < xi.length; i++) {
      RandomGenerator random = new RandomStreams(seed).stream(i);
      for (int k = 0; k < xi[i].length; k++) {
        xi[i][k] = random.nextGaussian();
      }
    }
    return new GradientPairs(network, parametrization, Trained.ALL, x, Points.of(xi));
  }

  /** The gradient of ½‖σS+ξ‖² for pair {@code i}, all trained layers one after another. */
  public double[] gradient(int i, double sigma) {
    LeastSquares row = LeastSquares.rows(network.shape(), 1);
    DenoisingRows rows = new DenoisingRows(parametrization, network.shape(), x.dimension(), row);
    double[] noise = xi.row(i);
    double[] noisy = x.row(i);
    for (int k = 0; k < noisy.length; k++) {
      noisy[k] += sigma * noise[k];
    }
    rows.write(0, sigma, noisy, noise, 1);
    Backpropagation loss =
        new Backpropagation(network.shape(), trained, row, Workers.of(1), Blas.fastest());
    loss.lossAndGradient(network);
    return flat(loss);
  }

  private double[] flat(Backpropagation loss) {
    int size = 0;
    for (int l = trained.first(); l <= trained.last(network.shape()); l++) {
      size += network.shape().size(l);
    }
    double[] flat = new double[size];
    int at = 0;
    for (int l = trained.first(); l <= trained.last(network.shape()); l++) {
      double[] layer = loss.gradient(l);
      System.arraycopy(layer, 0, flat, at, layer.length);
      at += layer.length;
    }
    return flat;
  }
}
