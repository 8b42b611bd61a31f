package designspace.vector;

import designspace.core.Points;
import java.util.Arrays;

/**
 * Some points, one array a coordinate, and the weights 2^exponent of a chunk of components at them,
 * one array a component.
 *
 * <p>Every loop treats its points alike, so a point's result has the same bits in any block; and
 * has the form that virtual machines turn into vector instructions (JDK 17 and later): whole arrays
 * with one index, sums from left to right.
 */
final class PointBlock {
  /** Components in a chunk: with a row of points each they fit a usual first-level cache. */
  static final int CHUNK = 24;

  /** Less than any exponent, and a number from which one may be subtracted. */
  private static final double LEAST = -1e300;

  private final int dimension;
  private final double[][] x;
  private final double[][] weights;
  private final double[] largest;
  private final double[] scratch;
  private int count;

  /** How many rows {@link #PointBlock} takes, for points of d coordinates and K components. */
  static int rows(int dimension, int k) {
    return dimension + 1 + Math.min(k, CHUNK) + 2;
  }

  PointBlock(int dimension, int k, WorkRows rows) {
    this.dimension = dimension;
    this.x = rows.next(dimension + 1);
    this.weights = rows.next(Math.min(k, CHUNK));
    this.largest = rows.next();
    this.scratch = rows.next();
  }

  int dimension() {
    return dimension;
  }

  /** Points that there are. */
  int count() {
    return count;
  }

  double[] coordinate(int j) {
    return x[j];
  }

  double[][] weights() {
    return weights;
  }

  /** Exponents, or weights, of component k of the chunk. */
  double[] weights(int k) {
    return weights[k];
  }

  /** The largest exponent of each point so far. */
  double[] largest() {
    return largest;
  }

  /** Takes the points from {@code from} on, as many as there are and fit, seen from an origin. */
  void load(Points points, int from, double[] origin) {
    count = Math.min(largest.length, points.size() - from);
    points.copyColumns(from, count, origin, x);
    Arrays.fill(largest, LEAST);
  }

  /** Makes ‖x‖² a row beside the coordinates. */
  void addSquares() {
    Arrays.fill(x[dimension], 0, count, 0);
    for (int j = 0; j < dimension; j++) {
      addSquare(j, 0, x[dimension]);
    }
  }

  /** Row k becomes constant + x·factors, ‖x‖² as the last coordinate; after {@link #addSquares}. */
  void multiply(int k, double[] factors, double constant) {
    double[] row = weights[k];
    double[] squares = x[dimension];
    double factor = factors[dimension];
    for (int i = 0; i < count; i++) {
      row[i] = MultiplyAdd.of(factor, squares[i], constant);
    }
    Products.add(row, x, factors, 0, dimension, count);
  }

  /** Row k becomes offset − rate·‖x−centre‖², and what is largest follows. */
  void subtract(int k, double[] centre, double rate, double offset) {
    double[] squares = weights[k];
    Arrays.fill(squares, 0, count, 0);
    int j = 0;
    for (; j < dimension % 4; j++) {
      addSquare(j, centre[j], squares);
    }
    for (; j < dimension; j += 4) {
      addFourSquares(j, centre, squares);
    }
    toExponents(squares, -rate, offset);
  }

  private void addSquare(int j, double centre, double[] squares) {
    double[] x0 = x[j];
    for (int i = 0; i < count; i++) {
      double a = x0[i] - centre;
      squares[i] = MultiplyAdd.of(a, a, squares[i]);
    }
  }

  private void addFourSquares(int j, double[] centre, double[] squares) {
    double[] x0 = x[j];
    double[] x1 = x[j + 1];
    double[] x2 = x[j + 2];
    double[] x3 = x[j + 3];
    double m0 = centre[j];
    double m1 = centre[j + 1];
    double m2 = centre[j + 2];
    double m3 = centre[j + 3];
    for (int i = 0; i < count; i++) {
      double a = x0[i] - m0;
      double b = x1[i] - m1;
      double c = x2[i] - m2;
      double e = x3[i] - m3;
      double sum = MultiplyAdd.of(a, a, squares[i]);
      sum = MultiplyAdd.of(b, b, sum);
      sum = MultiplyAdd.of(c, c, sum);
      squares[i] = MultiplyAdd.of(e, e, sum);
    }
  }

  private void toExponents(double[] values, double rate, double offset) {
    for (int i = 0; i < count; i++) {
      double exponent = MultiplyAdd.of(rate, values[i], offset);
      values[i] = exponent;
      largest[i] = Math.max(largest[i], exponent);
    }
  }

  /** What is largest follows the exponents of a chunk. */
  void raise(int size) {
    int k = 0;
    for (; k < size % 4; k++) {
      double[] v0 = weights[k];
      for (int i = 0; i < count; i++) {
        largest[i] = Math.max(largest[i], v0[i]);
      }
    }
    for (; k < size; k += 4) {
      raiseFour(k);
    }
  }

  private void raiseFour(int k) {
    double[] v0 = weights[k];
    double[] v1 = weights[k + 1];
    double[] v2 = weights[k + 2];
    double[] v3 = weights[k + 3];
    for (int i = 0; i < count; i++) {
      double most = Math.max(largest[i], v0[i]);
      most = Math.max(most, v1[i]);
      most = Math.max(most, v2[i]);
      largest[i] = Math.max(most, v3[i]);
    }
  }

  /** Turns the exponents of component k into weights relative to the largest, times a factor. */
  void weigh(int k, double factor) {
    PowersOfTwo.of(weights[k], largest, factor, weights[k], count, scratch);
  }
}
