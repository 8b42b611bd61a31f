package designspace.network;

import designspace.core.Require;
import designspace.matrix.Blas;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** ∂F_p/∂W_ℓ of each row and output: an outer product of what enters the layer and what returns. */
final class Jacobians {
  private final Pass pass;
  private final ReluNetwork network;
  private final Trained trained;
  private final Blas blas = Blas.fastest();

  Jacobians(Pass pass, ReluNetwork network, Trained trained) {
    this.pass = pass;
    this.network = network;
    this.trained = trained;
  }

  /** Σ_ℓ (∂F/∂W_ℓ)(∂F/∂W_ℓ)ᵀ, (n·d)², row r·d + p. */
  double[] gram() {
    Shape shape = network.shape();
    int n = pass.rows();
    int d = shape.outputs();
    int size = Require.product("rows · outputs", n, d, "each has a row of the kernel");
    String why = "the kernel of so many is one array";
    double[] gram = new double[Require.product("entries of the kernel", size, size, why)];
    double[][] returns = returns();
    for (int l = trained.first(); l <= trained.last(shape); l++) {
      double[] below = l == 0 ? pass.input() : pass.hidden(l - 1);
      double[] entering = new double[n * n];
      blas.timesTransposed(n, n, shape.columns(l), below, below, entering);
      double[] returning = new double[gram.length];
      double[] back = returns[l];
      blas.timesTransposed(n * d, n * d, shape.rows(l), back, back, returning);
      for (int i = 0; i < n * d; i++) {
        for (int j = 0; j < n * d; j++) {
          gram[i * n * d + j] += entering[i / d * n + j / d] * returning[i * n * d + j];
        }
      }
    }
    return gram;
  }

  /**
   * Σ_r factor_r² ‖B_r‖²‖q_r‖² of each trained layer, with B = ∂F/∂(W_ℓ q) and q what enters the
   * layer: at least the largest eigenvalue of the layer's part of the kernel, because the rows of
   * one input are B_r ⊗ q_r and squared norms of stacked blocks add.
   */
  double[] ceilings(double[] factors) {
    Shape shape = network.shape();
    int d = shape.outputs();
    double[][] returns = returns();
    double[] ceilings = new double[trained.count(shape)];
    for (int g = 0; g < ceilings.length; g++) {
      int l = trained.first() + g;
      double[] below = l == 0 ? pass.input() : pass.hidden(l - 1);
      for (int r = 0; r < pass.rows(); r++) {
        double back = squaredNorm(returns[l], r * d, d, shape.rows(l));
        double entering = square(below, r, shape.columns(l));
        ceilings[g] += factors[r * d] * factors[r * d] * back * entering;
      }
    }
    return ceilings;
  }

  private static double square(double[] rows, int row, int width) {
    double square = 0;
    for (int i = row * width; i < (row + 1) * width; i++) {
      square += rows[i] * rows[i];
    }
    return square;
  }

  /** ‖B‖₂² of the d×m block that starts at {@code row}, from BBᵀ. */
  private double squaredNorm(double[] rows, int row, int d, int m) {
    double[] block = Arrays.copyOfRange(rows, row * m, (row + d) * m);
    double[] gram = new double[d * d];
    blas.timesTransposed(d, d, m, block, block, gram);
    RealMatrix matrix = new Array2DRowRealMatrix(d, d);
    for (int i = 0; i < d * d; i++) {
      matrix.setEntry(i / d, i % d, 0.5 * (gram[i] + gram[i % d * d + i / d]));
    }
    return new EigenDecomposition(matrix).getRealEigenvalue(0);
  }

  /** For each layer ∂F_p/∂(W_ℓ h) of every row and output, (n·d)×rows(ℓ). */
  private double[][] returns() {
    Shape shape = network.shape();
    int d = shape.outputs();
    double[][] returns = new double[shape.layers()][];
    for (int l = trained.first(); l < shape.layers(); l++) {
      String why = "what returns to a layer is one array";
      returns[l] =
          new double
              [Require.product("rows · outputs · width", pass.rows() * d, shape.rows(l), why)];
    }
    for (int p = 0; p < d; p++) {
      double[] above = new double[pass.rows() * d];
      for (int r = 0; r < pass.rows(); r++) {
        above[r * d + p] = 1;
      }
      store(above, p, returns[shape.depth() + 1], d);
      for (int l = shape.depth(); l >= trained.first(); l--) {
        above = pass.delta(l, network, above);
        store(above, p, returns[l], shape.width());
      }
    }
    return returns;
  }

  private void store(double[] delta, int p, double[] into, int width) {
    int d = network.shape().outputs();
    for (int r = 0; r < pass.rows(); r++) {
      System.arraycopy(delta, r * width, into, (r * d + p) * width, width);
    }
  }
}
