package designspace.data;

import designspace.core.Points;
import java.util.Arrays;

/**
 * ‖x−μ‖² = ‖x‖² + ‖μ‖² − 2x·μ and Σ w(μ−x) = Σ wμ − xΣ w, seen from the mean of the centres: sums
 * of products, twice as fast as differences, but what cancels leaves an error of about ε(‖x‖+R)² in
 * the squares, R the largest ‖μ‖. Fit where that is little against v+τ.
 */
final class ProductForm implements PairForm {
  /** R²/(v+τ) up to which exponents err by less than about 1e−13. */
  private static final double LIMIT = 100;

  private final double[] origin;
  private final double[][] columns; // d columns of μ and one of 1
  private final double[][] minusTwice; // −2μ, K×d
  private final double[] squares; // ‖μ_k‖²
  private final double largestSquare;

  ProductForm(double[]... centres) {
    int d = centres[0].length;
    origin = Points.of(centres).mean();
    columns = new double[d + 1][centres.length];
    minusTwice = new double[centres.length][d];
    squares = new double[centres.length];
    Arrays.fill(columns[d], 1);
    for (int k = 0; k < centres.length; k++) {
      for (int j = 0; j < d; j++) {
        double seen = centres[k][j] - origin[j];
        columns[j][k] = seen;
        minusTwice[k][j] = -2 * seen;
        squares[k] += seen * seen;
      }
    }
    largestSquare = Arrays.stream(squares).max().orElseThrow();
  }

  /** Whether it is as good as differences for variances of at least this. */
  boolean fits(double variance) {
    return largestSquare <= LIMIT * variance;
  }

  @Override
  public double centre(int k, int j) {
    return columns[j][k];
  }

  @Override
  public void load(PointBlock block, Points x, int from) {
    block.load(x, from, origin);
    block.addSquares();
  }

  @Override
  public void measure(PointBlock block, int first, int size) {
    for (int k = 0; k < size; k++) {
      block.multiply(k, minusTwice[first + k], squares[first + k]);
    }
  }

  @Override
  public void pull(BlockSums sums, int first, int size) {
    for (int j = 0; j < columns.length; j++) {
      sums.multiply(j, columns[j], first, size);
    }
  }

  @Override
  public void settle(BlockSums sums) {
    sums.subtractPoints();
  }
}
