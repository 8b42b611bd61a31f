package designspace.vector;

import designspace.core.Points;
import java.util.Arrays;

/** Centres seen from their mean, with what products of them need at any noise level. */
final class SeenCentres {
  /** R²/(v+τ) up to which exponents of products err by less than about 1e−13. */
  private static final double LIMIT = 100;

  final double[] origin;
  final double[][] columns; // d columns of μ and one of 1
  final double[] squares; // ‖μ_k‖²
  private final double largestSquare;

  SeenCentres(double[]... centres) {
    int d = centres[0].length;
    origin = Points.of(centres).mean();
    columns = new double[d + 1][centres.length];
    squares = new double[centres.length];
    Arrays.fill(columns[d], 1);
    for (int k = 0; k < centres.length; k++) {
      for (int j = 0; j < d; j++) {
        columns[j][k] = centres[k][j] - origin[j];
        squares[k] += columns[j][k] * columns[j][k];
      }
    }
    largestSquare = Arrays.stream(squares).max().orElseThrow();
  }

  /** Whether products are as good as differences for variances of at least this. */
  boolean fit(double variance) {
    return largestSquare <= LIMIT * variance;
  }
}
