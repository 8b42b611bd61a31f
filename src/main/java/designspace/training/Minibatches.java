package designspace.training;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import designspace.network.LeastSquares;
import designspace.network.Parametrization;
import designspace.network.Shape;
import java.util.random.RandomGenerator;

/**
 * A sequence of minibatches for the population objective ½E w(σ)‖σS(σ, x+σξ) + ξ‖², whose loss and
 * gradient each batch has in the mean. Every example draws its x, σ and ξ afresh, from streams that
 * depend on the seed, the step and the example's place alone.
 *
 * @param data the law of the clean points; for a finite set {@code GaussianMixture.points}
 * @param noise the law of the noise levels, with their weights
 * @param parametrization how networks are read
 * @param size examples a batch, B
 * @param seed of all of them
 */
public record Minibatches(
    DataDistribution data, NoiseLaw noise, Parametrization parametrization, int size, long seed) {
  public Minibatches {
    Require.atLeast(1, "size", size, "a batch has an example");
  }

  /** As EDM trains: its law of noise and its preconditioning, with the bell's σ_data. */
  public static Minibatches edm(DataDistribution data, EdmBell bell, int size, long seed) {
    Parametrization parametrization = Parametrization.edm(bell.sigmaData());
    return new Minibatches(data, NoiseLaw.edm(bell), parametrization, size, seed);
  }

  /** The shape that a network of this width and depth must have. */
  public Shape shape(int width, int depth) {
    int d = data.dimension();
    return new Shape(parametrization.inputs(d), width, depth, d);
  }

  /** The batch of a step, whose loss has the population objective as its mean. */
  public LeastSquares batch(Shape shape, long step) {
    LeastSquares batch = LeastSquares.rows(shape, size);
    fill(rows(shape, batch), step);
    return batch;
  }

  DenoisingRows rows(Shape shape, LeastSquares batch) {
    return new DenoisingRows(parametrization, shape, data.dimension(), batch);
  }

  /** The examples of a step replace those in {@code rows}. */
  void fill(DenoisingRows rows, long step) {
    RandomStreams streams = new RandomStreams(seed).fork(step);
    Points clean = data.sample(size, streams.fork(0));
    RandomStreams noises = streams.fork(1);
    double[] noisy = new double[data.dimension()];
    double[] xi = new double[data.dimension()];
    for (int i = 0; i < size; i++) {
      RandomGenerator random = noises.stream(i);
      double sigma = noise.draw(random);
      for (int k = 0; k < xi.length; k++) {
        xi[k] = random.nextGaussian();
        noisy[k] = clean.get(i, k) + sigma * xi[k];
      }
      rows.write(i, sigma, noisy, xi, noise.weight(sigma) / size);
    }
  }
}
