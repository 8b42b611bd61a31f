package designspace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReluNetworkTest {
  private static final int ROWS = 5;

  /** Sums of products of at most 9 terms a layer, 4 layers. */
  private static final double ROUNDING = 1e-13;

  private static Shape shape(int width, int depth) {
    return new Shape(3, width, depth, 2);
  }

  private static Points inputs(long seed) {
    return Points.owning(new RandomStreams(seed).stream(1).doubles(ROWS * 3L, -2, 2).toArray(), 3);
  }

  private static void scale(double[] values, double factor) {
    Arrays.setAll(values, i -> factor * values[i]);
  }

  private static double[] scaled(double[] values, double factor) {
    double[] copy = values.clone();
    scale(copy, factor);
    return copy;
  }

  /** A factor of 2^k changes exponents alone. */
  @Property(tries = 40, seed = "1")
  void isHomogeneousToTheBitForPowersOfTwo(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = -40, max = 40) int exponent,
      @ForAll long seed) {
    ReluNetwork network = ReluNetwork.practical(shape(width, depth), seed);
    Points z = inputs(seed);
    double factor = Math.scalb(1.0, exponent);
    double[] expected = scaled(network.apply(z).toArray(), factor);
    Points larger = Points.owning(scaled(z.toArray(), factor), 3);
    assertThat(network.apply(larger).toArray()).containsExactly(expected);
    for (int l = 0; l < network.shape().layers(); l++) {
      ReluNetwork other = network.copy();
      scale(other.layer(l), factor);
      assertThat(other.apply(z).toArray()).as("layer %d", l).containsExactly(expected);
    }
  }

  @Property(tries = 40, seed = "2")
  void isHomogeneousForPositiveFactors(
      @ForAll @DoubleRange(min = 0.01, max = 1000) double factor, @ForAll long seed) {
    ReluNetwork network = ReluNetwork.practical(shape(9, 2), seed);
    Points z = inputs(seed);
    double[] output = network.apply(z).toArray();
    double largest = factor * Arrays.stream(output).map(Math::abs).max().orElseThrow();
    double[] scaled = network.apply(Points.owning(scaled(z.toArray(), factor), 3)).toArray();
    for (int i = 0; i < output.length; i++) {
      assertThat(scaled[i]).isCloseTo(factor * output[i], within(ROUNDING * largest));
    }
  }

  private static double[][] backward(ReluNetwork network, Points z, double[] outputGradient) {
    Shape shape = network.shape();
    double[][] gradients = new double[shape.layers()][];
    Arrays.setAll(gradients, l -> new double[shape.size(l)]);
    Pass pass = new Pass(shape, z.toArray(), Blas.fastest());
    pass.forward(network);
    pass.backward(network, outputGradient, Trained.ALL, gradients);
    return gradients;
  }

  /** F is linear in each W_ℓ alone: ∂F/∂W_ℓ does not feel W_ℓ's factor and has that of W_k. */
  @Property(tries = 40, seed = "3")
  void gradientsScaleWithTheOtherLayers(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = -9, max = 9) int exponent,
      @ForAll long seed) {
    ReluNetwork network = ReluNetwork.practical(shape(width, depth), seed);
    Points z = inputs(seed);
    double[] above = new RandomStreams(seed).stream(2).doubles(ROWS * 2L, -1, 1).toArray();
    double[][] gradients = backward(network, z, above);
    double factor = Math.scalb(1.0, exponent);
    for (int k = 0; k < network.shape().layers(); k++) {
      ReluNetwork other = network.copy();
      scale(other.layer(k), factor);
      double[][] others = backward(other, z, above);
      for (int l = 0; l < others.length; l++) {
        double expected = l == k ? 1 : factor;
        assertThat(others[l])
            .as("layer %d, %d scaled", l, k)
            .containsExactly(scaled(gradients[l], expected));
      }
    }
  }

  /** Euler: ⟨W_ℓ, ∂⟨g,F⟩/∂W_ℓ⟩ = ⟨g,F⟩ for every ℓ. */
  @Property(tries = 40, seed = "4")
  void everyLayerObeysEuler(@ForAll long seed) {
    ReluNetwork network = ReluNetwork.practical(shape(9, 3), seed);
    Points z = inputs(seed);
    double[] above = new RandomStreams(seed).stream(2).doubles(ROWS * 2L, -1, 1).toArray();
    double expected = dot(above, network.apply(z).toArray());
    double[][] gradients = backward(network, z, above);
    for (int l = 0; l < gradients.length; l++) {
      double size = dot(abs(network.layer(l)), abs(gradients[l]));
      assertThat(dot(network.layer(l), gradients[l]))
          .isCloseTo(expected, within(ROUNDING * (1 + size)));
    }
  }

  private static double[] abs(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** n squares of N(0, v): their mean is v up to 5 standard errors, v√(2/n). */
  @Test
  void thePaperInitialisationHasItsVariances() {
    ReluNetwork network = ReluNetwork.paper(20, 200, 2, 1);
    double[] expected = {2.0 / 200, 2.0 / 200, 2.0 / 200, 1.0 / 20};
    for (int l = 0; l < expected.length; l++) {
      double[] layer = network.layer(l);
      double error = 5 * Math.sqrt(2.0 / layer.length);
      assertThat(dot(layer, layer) / layer.length / expected[l]).isCloseTo(1, within(error));
      assertThat(Arrays.stream(layer).average().orElseThrow())
          .isCloseTo(0, within(5 * Math.sqrt(expected[l] / layer.length)));
    }
  }

  @Test
  void copiesAreTheirOwn() {
    ReluNetwork network = ReluNetwork.paper(2, 4, 1, 1);
    ReluNetwork copy = network.copy();
    copy.layer(1)[3] += 3;
    assertThat(network.distance(copy, Trained.ALL)).isCloseTo(3, within(1e-12));
    network.set(copy);
    assertThat(network.distance(copy, Trained.ALL)).isZero();
    assertThatThrownBy(() -> network.layer(3)).hasMessageContaining("layer = 3");
    assertThatThrownBy(() -> network.set(ReluNetwork.paper(2, 5, 1, 1)))
        .hasMessageContaining("shape of the network");
  }
}
