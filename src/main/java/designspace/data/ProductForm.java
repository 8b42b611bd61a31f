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
  private final double[][] centres; // μ, K×d
  private final double[][] columns; // its d columns and one of 1
  private final double[] halfSquares; // ½‖μ_k‖²
  private final double largestSquare;

  ProductForm(double[]... given) {
    int d = given[0].length;
    origin = Points.of(given).mean();
    centres = new double[given.length][d];
    columns = new double[d + 1][centres.length];
    halfSquares = new double[centres.length];
    Arrays.fill(columns[d], 1);
    for (int k = 0; k < centres.length; k++) {
      for (int j = 0; j < d; j++) {
        centres[k][j] = given[k][j] - origin[j];
        columns[j][k] = centres[k][j];
        halfSquares[k] += 0.5 * centres[k][j] * centres[k][j];
      }
    }
    largestSquare = 2 * Arrays.stream(halfSquares).max().orElseThrow();
  }

  /** Whether it is as good as differences for variances of at least this. */
  boolean fits(double variance) {
    return largestSquare <= LIMIT * variance;
  }

  @Override
  public double[] centre(int k) {
    return centres[k];
  }

  @Override
  public void load(PointBlock block, Points x, int from) {
    block.load(x, from, origin);
    block.addSquares();
  }

  @Override
  public void measure(PointBlock block, int place, int k, double rate, double offset) {
    block.multiply(place, centres[k], 2 * rate, offset - 2 * rate * halfSquares[k]);
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
