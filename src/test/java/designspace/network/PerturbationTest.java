package designspace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import java.util.random.RandomGenerator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

/** Directions, expansions, ceilings and what layers make of a perturbation. */
class PerturbationTest {

  private static LeastSquares drawn(Shape shape, int rows, RandomGenerator random) {
    LeastSquares batch = LeastSquares.rows(shape, rows);
    for (int r = 0; r < rows; r++) {
      double[] z = random.doubles(shape.inputs(), -2, 2).toArray();
      double[] target = random.doubles(shape.outputs(), -2, 2).toArray();
      batch.set(r, z, target, random.nextDouble(0.1, 3), random.nextDouble(0.1, 3));
    }
    return batch;
  }

  private record Case(ReluNetwork network, LeastSquares batch) {
    static Case of(int width, int depth, int rows, long seed) {
      RandomGenerator random = new RandomStreams(seed).stream(-1);
      Shape shape = new Shape(random.nextInt(1, 5), width, depth, random.nextInt(1, 4));
      return new Case(ReluNetwork.practical(shape, seed), drawn(shape, rows, random));
    }

    Backpropagation loss() {
      return new Backpropagation(
          network.shape(), Trained.INNER, batch, Workers.of(1), Blas.fastest());
    }

    boolean flat() {
      Backpropagation loss = loss();
      loss.lossAndGradient(network);
      double square = 0;
      for (int l = 1; l <= network.shape().depth(); l++) {
        square += loss.squaredNorm(l);
      }
      return square < 1e-12; // every path is off
    }
  }

  private static double singularValue(double[] matrix, int size) {
    double[][] rows = new double[size][size];
    for (int i = 0; i < matrix.length; i++) {
      rows[i / size][i % size] = matrix[i];
    }
    return new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getNorm();
  }

  @Property(tries = 30, seed = "1")
  void directionsHaveTheLengthThatTheySay(
      @ForAll @IntRange(min = 2, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll long seed) {
    Direction direction = Direction.random(new Shape(3, width, depth, 2), seed);
    assertThat(direction.frobenius().norm()).isCloseTo(1, within(1e-12));
    for (int l = 1; l <= depth; l++) {
      double norm = singularValue(direction.spectral().layer(l), width);
      assertThat(norm).isCloseTo(1, within(1e-9));
    }
    ReluNetwork network = ReluNetwork.paper(2, width, depth, seed);
    double distance = direction.frobenius().from(network, 0.3).distance(network, Trained.INNER);
    assertThat(distance).isCloseTo(0.3, within(1e-12));
  }

  /** The parts against the loss and the gradient of the training's own core. */
  @Property(tries = 60, seed = "2")
  void expansionsAddUp(
      @ForAll @IntRange(min = 2, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @IntRange(min = 1, max = 150) int rows,
      @ForAll @DoubleRange(min = 0.01, max = 2) double size,
      @ForAll long seed) {
    Case c = Case.of(width, depth, rows, seed);
    Direction direction = Direction.random(c.network.shape(), seed + 1).frobenius();
    Expansion step = Expansion.of(c.network, c.batch, direction, size);
    Backpropagation loss = c.loss();
    double before = loss.lossAndGradient(c.network);
    double slope = 0;
    for (int l = 1; l <= depth; l++) {
      double[] gradient = loss.gradient(l);
      for (int i = 0; i < gradient.length; i++) {
        slope += size * gradient[i] * direction.layer(l)[i];
      }
    }
    double after = loss.loss(direction.from(c.network, size));
    double scale = 1e-11 * (1 + before + after);
    assertThat(step.loss()).isCloseTo(before, within(scale));
    assertThat(step.slope()).isCloseTo(slope, within(scale));
    assertThat(step.after()).isCloseTo(after, within(scale));
    assertThat(Math.abs(step.bend()))
        .isLessThanOrEqualTo(Math.sqrt(2 * before) * step.kink() + scale);
  }

  /** With one inner layer F is linear in W_1 as long as no unit is switched. */
  @Property(tries = 30, seed = "3")
  void oneInnerLayerIsLinearWithinAPiece(
      @ForAll @IntRange(min = 2, max = 20) int width, @ForAll long seed) {
    Case c = Case.of(width, 1, 5, seed);
    Direction direction = Direction.random(c.network.shape(), seed + 1).frobenius();
    for (double size = 1; size > 1e-9; size /= 4) {
      ReluNetwork moved = direction.from(c.network, size);
      LayerChange change = LayerChange.between(c.network, moved, c.batch.points());
      if (change.switched().get(1) == 0) {
        assertThat(Expansion.of(c.network, c.batch, direction, size).kink()).isLessThan(1e-12);
        return;
      }
    }
    throw new AssertionError("a unit is switched by every step");
  }

  @Property(tries = 40, seed = "4")
  void downhillIsTheGradientAndFastestTheKernelsFirstEigenvalue(
      @ForAll @IntRange(min = 4, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 1, max = 8) int rows,
      @ForAll long seed) {
    Case c = Case.of(width, depth, rows, seed);
    if (c.flat()) {
      return;
    }
    Backpropagation loss = c.loss();
    loss.lossAndGradient(c.network);
    Direction downhill = Direction.downhill(c.network, c.batch);
    for (int l = 1; l <= depth; l++) {
      double[] gradient = loss.gradient(l);
      for (int i = 0; i < gradient.length; i++) {
        assertThat(downhill.layer(l)[i]).isCloseTo(-gradient[i], within(1e-11));
      }
    }
    double largest = TangentKernel.of(c.network, c.batch, Trained.INNER).largest();
    double found = Direction.fastest(c.network, c.batch, seed).norm() / largest;
    assertThat(found).isBetween(0.95, 1 + 1e-9); // from below; 30 steps do not part a close pair
  }

  @Property(tries = 40, seed = "5")
  void ceilingsLieAboveTheKernel(
      @ForAll @IntRange(min = 4, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 1, max = 8) int rows,
      @ForAll long seed) {
    Case c = Case.of(width, depth, rows, seed);
    double[] ceilings = TangentKernel.ceilings(c.network, c.batch, Trained.INNER);
    double sum = 0;
    for (double ceiling : ceilings) {
      sum += ceiling;
    }
    double largest = TangentKernel.of(c.network, c.batch, Trained.INNER).largest();
    assertThat(largest).isLessThanOrEqualTo(sum * (1 + 1e-9) + 1e-12);
    if (rows == 1 && depth == 1) {
      assertThat(largest).isCloseTo(sum, within(1e-9 * (1 + sum)));
    }
    Backpropagation loss = c.loss();
    double value = loss.lossAndGradient(c.network);
    for (int l = 1; l <= depth; l++) {
      double bound = 2 * ceilings[l - 1] * value;
      assertThat(loss.squaredNorm(l)).isLessThanOrEqualTo(bound * (1 + 1e-9) + 1e-12);
    }
  }

  @Property(tries = 40, seed = "6")
  void residualsAreScaled(
      @ForAll @IntRange(min = 1, max = 200) int rows,
      @ForAll @DoubleRange(min = 0, max = 3) double factor,
      @ForAll long seed) {
    Case c = Case.of(7, 2, rows, seed);
    double loss = c.loss().loss(c.network);
    Case scaled = new Case(c.network, c.batch.residualsTimes(factor, c.network));
    assertThat(scaled.loss().loss(c.network))
        .isCloseTo(factor * factor * loss, within(1e-12 * (1 + loss)));
    assertThat(scaled.batch.points()).isEqualTo(c.batch.points());
    double[] of = TangentKernel.ceilings(c.network, c.batch, Trained.INNER);
    assertThat(TangentKernel.ceilings(c.network, scaled.batch, Trained.INNER)).containsExactly(of);
  }

  /** ‖Δq_ℓ‖ ≤ ‖W_ℓ+Δ_ℓ‖‖Δq_{ℓ−1}‖ + ω‖q_{ℓ−1}‖, and ‖q_ℓ‖ ≤ ‖W_ℓ‖‖q_{ℓ−1}‖. */
  @Property(tries = 40, seed = "7")
  void layersMoveNoFurtherThanTheirNormsAllow(
      @ForAll @IntRange(min = 3, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @DoubleRange(min = 0.01, max = 2) double omega,
      @ForAll long seed) {
    Case c = Case.of(width, depth, 3, seed);
    Direction direction = Direction.random(c.network.shape(), seed + 1).spectral();
    ReluNetwork moved = direction.from(c.network, omega);
    LayerChange change = LayerChange.between(c.network, moved, c.batch.points());
    assertThat(change.furthest().get(0)).isZero();
    double norm = entering(c.network);
    double far = 0;
    for (int l = 1; l <= depth; l++) {
      double own = omega * singularValue(direction.layer(l), width);
      far = singularValue(moved.layer(l), width) * far + own * norm;
      norm *= singularValue(c.network.layer(l), width);
      assertThat(change.furthest().get(l)).isLessThanOrEqualTo(far * (1 + 1e-9));
      assertThat(change.moved().get(l)).isLessThanOrEqualTo(change.furthest().get(l) + 1e-15);
      assertThat(change.switched().get(l)).isBetween(0.0, 1.0);
    }
    assertThat(LayerChange.between(moved, moved, c.batch.points()).furthest())
        .allMatch(x -> x == 0);
  }

  private static double entering(ReluNetwork network) {
    double square = 0;
    for (double weight : network.layer(0)) {
      square += weight * weight;
    }
    return Math.sqrt(square);
  }

  @Property(tries = 40, seed = "8")
  void nothingSwitchesMoreThanTheLargestSwitch(
      @ForAll @IntRange(min = 3, max = 30) int width,
      @ForAll @DoubleRange(min = 0.01, max = 3) double omega,
      @ForAll long seed) {
    Case c = Case.of(width, 1, 1, seed);
    Points z = c.batch.points();
    ReluNetwork zero = ReluNetwork.zero(c.network.shape());
    Assume.that(LayerChange.between(c.network, zero, z).furthest().get(0) > 0);
    LargestSwitch most = LargestSwitch.of(c.network, z);
    ReluNetwork worst = most.network(omega);
    double[] delta = worst.layer(1).clone();
    for (int i = 0; i < delta.length; i++) {
      delta[i] -= c.network.layer(1)[i];
    }
    assertThat(singularValue(delta, width)).isLessThanOrEqualTo(omega * (1 + 1e-9));
    LayerChange switched = LayerChange.between(c.network, worst, z);
    assertThat(switched.switched().get(1)).isEqualTo(most.fraction(omega));
    for (int k = 0; k < 20; k++) {
      Direction other = Direction.random(c.network.shape(), seed + k);
      double norm = singularValue(other.layer(1), width);
      ReluNetwork moved = other.from(c.network, 0.999 * omega / norm);
      LayerChange change = LayerChange.between(c.network, moved, z);
      assertThat(change.switched().get(1)).isLessThanOrEqualTo(most.fraction(omega));
    }
  }

  @Test
  void oneUnitsNormIsKnown() {
    // √2 E max(g, 0) = 1/√π; and E√(1+v) = 1 − Var(v)/8 + …
    assertThat(InitialNorms.exactNorm(1, 0)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-12));
    assertThat(InitialNorms.exactNorm(1, 3)).isCloseTo(Math.pow(Math.PI, -2), within(1e-12));
    assertThat((1 - InitialNorms.exactNorm(2000, 0)) * 2000).isCloseTo(5 / 8.0, within(1e-3));
    assertThat(InitialNorms.exactVariance(5, 2)).isCloseTo(7, within(1e-12));
  }
}
