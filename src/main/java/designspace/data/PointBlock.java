package designspace.data;

import designspace.core.MultiplyAdd;
import designspace.core.Points;
import designspace.core.PowersOfTwo;
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

  /** Points that fit. */
  int capacity() {
    return largest.length;
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
    for (int j = 0; j < dimension; j++) {
      points.copyCoordinate(j, from, count, x[j]);
      subtract(origin[j], x[j]);
    }
    Arrays.fill(largest, LEAST);
  }

  private void subtract(double number, double[] row) {
    for (int i = 0; i < count; i++) {
      row[i] = row[i] - number;
    }
  }

  /** Makes ‖x‖² a row beside the coordinates. */
  void addSquares() {
    Arrays.fill(x[dimension], 0, count, 0);
    for (int j = 0; j < dimension; j++) {
      addSquare(j, 0, x[dimension]);
    }
  }

  /** Row k becomes ‖x‖² + square + x·factors, after {@link #addSquares}. */
  void multiply(int k, double[] factors, double square) {
    double[] squares = weights[k];
    double[] own = x[dimension];
    for (int i = 0; i < count; i++) {
      squares[i] = own[i] + square;
    }
    Products.add(squares, x, factors, 0, dimension, count);
  }

  /** Row k becomes ‖x−centre‖². */
  void subtract(int k, double[] centre) {
    double[] squares = weights[k];
    Arrays.fill(squares, 0, count, 0);
    int j = 0;
    for (; j < dimension % 4; j++) {
      addSquare(j, centre[j], squares);
    }
    for (; j < dimension; j += 4) {
      addFourSquares(j, centre, squares);
    }
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

  /**
   * Turns the squares of a chunk of components into exponents, offset − rate·square.
   *
   * @param first component that the chunk begins with
   */
  void toExponents(int first, int size, double[] rate, double[] offset) {
    int k = 0;
    for (; k < size % 2; k++) {
      toExponents(weights[k], -rate[first + k], offset[first + k]);
    }
    for (; k < size; k += 2) {
      toExponents(
          k, -rate[first + k], offset[first + k], -rate[first + k + 1], offset[first + k + 1]);
    }
  }

  private void toExponents(double[] values, double rate, double offset) {
    for (int i = 0; i < count; i++) {
      double exponent = MultiplyAdd.of(rate, values[i], offset);
      values[i] = exponent;
      largest[i] = Math.max(largest[i], exponent);
    }
  }

  private void toExponents(int k, double rate0, double offset0, double rate1, double offset1) {
    double[] v0 = weights[k];
    double[] v1 = weights[k + 1];
    for (int i = 0; i < count; i++) {
      double e0 = MultiplyAdd.of(rate0, v0[i], offset0);
      double e1 = MultiplyAdd.of(rate1, v1[i], offset1);
      v0[i] = e0;
      v1[i] = e1;
      largest[i] = Math.max(largest[i], Math.max(e0, e1));
    }
  }

  /** Turns the exponents of component k into weights relative to the largest, times a factor. */
  void weigh(int k, double factor) {
    PowersOfTwo.of(weights[k], largest, factor, weights[k], count, scratch);
  }
}
