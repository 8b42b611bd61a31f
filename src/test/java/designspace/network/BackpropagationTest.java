package designspace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

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
  @Property(tries = 60, seed = "1", edgeCases = EdgeCasesMode.NONE)
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

  /** Three shards: their sum is that of batches of one shard each, whatever threads there are. */
  @Test
  void manyShardsAddUp() {
    Shape shape = new Shape(3, 5, 2, 2);
    int rows = 3200;
    RandomGenerator random = new RandomStreams(5).stream(0);
    LeastSquares whole = LeastSquares.rows(shape, rows);
    LeastSquares[] parts = new LeastSquares[32];
    Arrays.setAll(parts, i -> LeastSquares.rows(shape, 100));
    for (int r = 0; r < rows; r++) {
      double[] z = random.doubles(3, -2, 2).toArray();
      double[] target = random.doubles(2, -2, 2).toArray();
      double weight = random.nextDouble(0.1, 3);
      whole.set(r, z, target, 0.7, weight);
      parts[r / 100].set(r % 100, z, target, 0.7, weight);
    }
    assertThat(whole.shards()).isEqualTo(3);
    ReluNetwork network = ReluNetwork.practical(shape, 6);
    Backpropagation one = of(shape, Trained.ALL, whole, 1);
    Backpropagation three = of(shape, Trained.ALL, whole, 3);
    assertThat(three.lossAndGradient(network)).isEqualTo(one.lossAndGradient(network));
    double[] sum = new double[shape.size(1)];
    for (LeastSquares part : parts) {
      Backpropagation own = of(shape, Trained.ALL, part, 1);
      own.lossAndGradient(network);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += own.gradient(1)[i];
      }
    }
    assertThat(three.gradient(1)).isEqualTo(one.gradient(1));
    assertThat(three.gradient(1)).containsExactly(sum, within(1e-9)); // rounding of 3200 terms
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Shape shape = new Shape(3, 5, 2, 2);
    LeastSquares batch = LeastSquares.rows(shape, 4);
    assertThatThrownBy(() -> batch.set(1, new double[2], new double[2], 1, 1))
        .hasMessageContaining("dimension of z = 2: expected 3");
    assertThatThrownBy(() -> batch.set(1, new double[3], new double[2], 1, Double.NaN))
        .hasMessageContaining("weight = NaN");
    Backpropagation loss = of(shape, Trained.INNER, batch, 1);
    ReluNetwork wider = ReluNetwork.practical(new Shape(3, 6, 2, 2), 1);
    assertThatThrownBy(() -> loss.loss(wider)).hasMessageContaining("shape of the network");
    assertThatThrownBy(() -> of(new Shape(1, 5, 2, 2), Trained.INNER, batch, 1))
        .hasMessageContaining("inputs of the network = 1: expected 3");
    assertThatThrownBy(() -> loss.gradient(0)).hasMessageContaining("only these are trained");
  }
}
