package designspace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackpropagationTest {
  private static final double STEP = 1e-6;

  private static LeastSquares random(Shape shape, int rows, RandomGenerator random) {
    LeastSquares batch = LeastSquares.rows(shape, rows);
    for (int r = 0; r < rows; r++) {
      double[] z = random.doubles(shape.inputs(), -2, 2).toArray();
      double[] target = random.doubles(shape.outputs(), -2, 2).toArray();
      batch.set(r, z, target, random.nextDouble(0.1, 3), random.nextDouble(0.1, 3));
    }
    return batch;
  }

  private static Backpropagation of(Shape shape, Trained trained, LeastSquares batch, int threads) {
    return new Backpropagation(shape, trained, batch, Workers.of(threads), Blas.fastest());
  }

  /**
   * Every layer, 1e-6 relative: the loss is piecewise quadratic in a weight, so away from kinks a
   * central difference is exact but for rounding.
   */
  @Property(tries = 60, seed = "1")
  void gradientsAgreeWithCentralDifferences(
      @ForAll @IntRange(min = 1, max = 4) int inputs,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @IntRange(min = 1, max = 3) int outputs,
      @ForAll @IntRange(min = 1, max = 200) int rows,
      @ForAll long seed) {
    Shape shape = new Shape(inputs, width, depth, outputs);
    RandomGenerator random = new RandomStreams(seed).stream(7);
    Backpropagation loss = of(shape, Trained.ALL, random(shape, rows, random), 2);
    ReluNetwork network = ReluNetwork.practical(shape, seed);
    loss.lossAndGradient(network);
    double[][] gradient = new double[shape.layers()][];
    double largest = 0;
    for (int l = 0; l < gradient.length; l++) {
      gradient[l] = loss.gradient(l).clone();
      for (double g : gradient[l]) {
        largest = Math.max(largest, Math.abs(g));
      }
    }
    int compared = 0;
    for (int l = 0; l < gradient.length; l++) {
      int i = random.nextInt(gradient[l].length);
      double central = central(loss, network, network.layer(l), i);
      if (!Double.isNaN(central)) {
        compared++;
        assertThat(central)
            .as("layer %d, weight %d", l, i)
            .isCloseTo(gradient[l][i], within(1e-6 * Math.max(1e-3, largest)));
      }
    }
    assertThat(compared).isPositive();
  }

  /** (loss(w+s) − loss(w−s))/2s, NaN if a unit is switched in between. */
  private static double central(Backpropagation loss, ReluNetwork network, double[] layer, int i) {
    double kept = layer[i];
    layer[i] = kept + STEP;
    double there = loss.loss(network);
    ActivationPattern pattern = loss.pattern();
    layer[i] = kept - STEP;
    double back = loss.loss(network);
    boolean same = loss.pattern().changedFrom(pattern) == 0;
    layer[i] = kept;
    return same ? (there - back) / (2 * STEP) : Double.NaN;
  }
}
