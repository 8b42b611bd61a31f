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
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

class TangentKernelTest {
  private static final int ROWS = 4;

  /** Eigenvalues of matrices of at most 12 rows, relative to the largest. */
  private static final double ROUNDING = 1e-12;

  /** F is linear in one weight, so a central difference is exact but for ε/STEP. */
  private static final double STEP = 1e-4;

  private static final double DIFFERENCE = 1e-9;

  /** A tiny problem: a network, rows, and what reads them. */
  private static final class Problem {
    final ReluNetwork network;
    final LeastSquares batch;
    final Trained trained;
    final double[][] z = new double[ROWS][];
    final double[] factors = new double[ROWS]; // √weight·scale

    Problem(int depth, int outputs, Trained trained, long seed) {
      Shape shape = new Shape(3, 7, depth, outputs);
      RandomGenerator random = new RandomStreams(seed).stream(9);
      this.trained = trained;
      network = ReluNetwork.practical(shape, seed);
      batch = LeastSquares.rows(shape, ROWS);
      for (int r = 0; r < ROWS; r++) {
        z[r] = random.doubles(3, -2, 2).toArray();
        double scale = random.nextDouble(0.2, 2);
        double weight = random.nextDouble(0.2, 2);
        factors[r] = Math.sqrt(weight) * scale;
        batch.set(r, z[r], random.doubles(outputs, -2, 2).toArray(), scale, weight);
      }
    }

    TangentKernel kernel() {
      return TangentKernel.of(network, batch, trained);
    }

    Backpropagation loss() {
      return new Backpropagation(network.shape(), trained, batch, Workers.of(1), Blas.fastest());
    }

    /** AJ by central differences, row r·d + p, one column a trained weight. */
    RealMatrix jacobian() {
      Shape shape = network.shape();
      int columns = 0;
      for (int l = trained.first(); l <= trained.last(shape); l++) {
        columns += shape.size(l);
      }
      RealMatrix jacobian = MatrixUtils.createRealMatrix(ROWS * shape.outputs(), columns);
      int column = 0;
      for (int l = trained.first(); l <= trained.last(shape); l++) {
        for (int i = 0; i < shape.size(l); i++) {
          jacobian.setColumn(column++, derivative(network.layer(l), i));
        }
      }
      return jacobian;
    }

    private double[] derivative(double[] layer, int i) {
      double kept = layer[i];
      layer[i] = kept + STEP;
      double[] there = network.apply(Points.of(z)).toArray();
      layer[i] = kept - STEP;
      double[] back = network.apply(Points.of(z)).toArray();
      layer[i] = kept;
      for (int k = 0; k < there.length; k++) {
        double factor = factors[k / network.shape().outputs()];
        there[k] = factor * (there[k] - back[k]) / (2 * STEP);
      }
      return there;
    }

    /** Whether no unit is near enough to 0 for a difference to switch it. */
    boolean isSmooth() {
      double[] inputs = Points.of(z).toArray();
      Pass pass = new Pass(network.shape(), inputs, Blas.fastest());
      pass.forward(network);
      ActivationPattern pattern =
          new ActivationPattern(new Pass[] {pass}, 0, network.shape().depth());
      for (int l = 0; l < network.shape().layers(); l++) {
        for (int i = 0; i < network.shape().size(l); i++) {
          for (double step : new double[] {STEP, -STEP}) {
            network.layer(l)[i] += step;
            pass.forward(network);
            network.layer(l)[i] -= step;
            ActivationPattern moved =
                new ActivationPattern(new Pass[] {pass}, 0, network.shape().depth());
            if (moved.changedFrom(pattern) > 0) {
              return false;
            }
          }
        }
      }
      return true;
    }
  }

  @Property(tries = 60, seed = "1")
  void isTheGramMatrixOfTheJacobian(
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 1, max = 3) int outputs,
      @ForAll Trained trained,
      @ForAll long seed) {
    Problem problem = new Problem(depth, outputs, trained, seed);
    Assume.that(problem.isSmooth());
    RealMatrix jacobian = problem.jacobian();
    double[] expected =
        new EigenDecomposition(jacobian.multiply(jacobian.transpose())).getRealEigenvalues();
    double[] actual = problem.kernel().eigenvalues();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(DIFFERENCE * (1 + expected[0])));
    }
  }

  /** ‖∇loss‖² = rᵀGr, and G has no negative eigenvalue. */
  @Property(tries = 60, seed = "2")
  void knowsTheGradient(
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 1, max = 3) int outputs,
      @ForAll Trained trained,
      @ForAll long seed) {
    Problem problem = new Problem(depth, outputs, trained, seed);
    TangentKernel kernel = problem.kernel();
    Backpropagation loss = problem.loss();
    double value = loss.lossAndGradient(problem.network);
    double scale = kernel.largest() * value + 1e-300;
    assertThat(kernel.squaredGradient()).isCloseTo(loss.squaredNorm(), within(ROUNDING * scale));
    assertThat(kernel.loss(0.1, 0)).isCloseTo(value, within(ROUNDING * value));
    assertThat(kernel.smallest()).isGreaterThanOrEqualTo(-ROUNDING * kernel.largest());
  }

  /** ½‖(I − hG)ᵏr‖², stepped instead of diagonalised. */
  @Property(tries = 30, seed = "3")
  void losesAsItsPowersSay(
      @ForAll @IntRange(min = 0, max = 12) int steps, @ForAll Trained trained, @ForAll long seed) {
    Problem problem = new Problem(2, 2, trained, seed);
    Assume.that(problem.isSmooth());
    TangentKernel kernel = problem.kernel();
    double h = 1.5 / (1 + kernel.largest());
    RealMatrix jacobian = problem.jacobian();
    double[] output = problem.network.apply(Points.of(problem.z)).toArray();
    RealVector r = MatrixUtils.createRealVector(problem.batch.weightedRows(output, 2)[1]);
    double first = r.dotProduct(r);
    for (int k = 0; k < steps; k++) {
      r = r.subtract(jacobian.operate(jacobian.preMultiply(r)).mapMultiply(h));
    }
    assertThat(kernel.loss(h, steps))
        .isCloseTo(0.5 * r.dotProduct(r), within(DIFFERENCE * 10 * first));
  }

  /** The kernel is right to first order in h: its error falls by 4 when h halves. */
  @Property(tries = 30, seed = "4")
  void predictsASmallStepToSecondOrder(@ForAll Trained trained, @ForAll long seed) {
    Problem problem = new Problem(2, 2, trained, seed);
    double h = 1e-3 / (1 + problem.kernel().largest());
    double[] errors = {error(problem, h), error(problem, h / 2)};
    double value = problem.kernel().loss(h, 0);
    double visible = 1e-12 * value; // far above the rounding of the loss
    if (Math.abs(errors[1]) > 1e3 * visible) {
      assertThat(errors[0] / errors[1]).isCloseTo(4, within(0.1));
    } else {
      assertThat(Math.abs(errors[0])).isLessThan(1e4 * visible);
    }
  }

  private static double error(Problem problem, double h) {
    Backpropagation loss = problem.loss();
    loss.lossAndGradient(problem.network);
    ReluNetwork next = problem.network.copy();
    loss.descend(problem.network, h, next);
    return loss.loss(next) - problem.kernel().loss(h, 1);
  }
}
