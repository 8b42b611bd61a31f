package designspace.core;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** An immutable set of {@code n} points in {@code d} dimensions, stored row by row. */
public final class Points {
  private final double[] values;
  private final int dimension;

  private Points(double[] values, int dimension) {
    this.values = values;
    this.dimension = dimension;
  }

  /**
   * Wraps a row-major array of n·d values <em>without copying it</em>; the caller gives it up.
   *
   * @throws IllegalArgumentException if the length is not a multiple of the dimension
   */
  public static Points owning(double[] values, int dimension) {
    Require.atLeast(1, "dimension", dimension, "a point needs a coordinate");
    if (values.length % dimension != 0) {
      throw Require.refusal(
          "number of values", values.length, "a multiple of " + dimension, "rows are whole points");
    }
    return new Points(values, dimension);
  }

  /** Copies an n×d array of rows; ragged rows are refused. */
  public static Points of(double[]... rows) {
    Require.atLeast(1, "number of rows", rows.length, "the dimension is read from the first row");
    int d = rows[0].length;
    double[] values = new double[rows.length * d];
    for (int i = 0; i < rows.length; i++) {
      Require.size("length of row " + i, rows[i].length, d, "all points share one space");
      System.arraycopy(rows[i], 0, values, i * d, d);
    }
    return owning(values, d);
  }

  /** The number of points, n. */
  public int size() {
    return values.length / dimension;
  }

  /** The number of coordinates of a point, d. */
  public int dimension() {
    return dimension;
  }

  private void checkCoordinate(int j) {
    if (j < 0 || j >= dimension) {
      String expected = "an index from 0 to " + (dimension - 1);
      throw Require.refusal("coordinate", j, expected, "points have " + dimension);
    }
  }

  /** Coordinate {@code j} of point {@code i}. */
  public double get(int i, int j) {
    checkCoordinate(j);
    return values[i * dimension + j];
  }

  /** A copy of point {@code i}, length d. */
  public double[] row(int i) {
    Require.index("point", i, size(), "there are so many");
    return Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
  }

  /** A copy of coordinate {@code j} of every point, length n. */
  public double[] column(int j) {
    checkCoordinate(j);
    double[] column = new double[size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = get(i, j);
    }
    return column;
  }

  /**
   * Copies the points from {@code from} on, seen from an origin, into one array a coordinate.
   *
   * @param count how many points
   * @param origin what is subtracted, length d
   * @param columns at least d arrays of at least {@code count} elements, filled from their first
   */
  public void copyColumns(int from, int count, double[] origin, double[][] columns) {
    for (int j = 0; j < dimension; j++) {
      double[] column = columns[j];
      double shift = origin[j];
      for (int i = 0; i < count; i++) {
        column[i] = values[(from + i) * dimension + j] - shift;
      }
    }
  }

  /** A copy of the points {@code from} (inclusive) to {@code to} (exclusive). */
  public Points slice(int from, int to) {
    return new Points(Arrays.copyOfRange(values, from * dimension, to * dimension), dimension);
  }

  /** Each point replaced by f of it; {@code f} gets a copy. */
  public Points map(UnaryOperator<double[]> f) {
    if (size() == 0) {
      return this;
    }
    double[][] rows = new double[size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = f.apply(row(i));
    }
    return of(rows);
  }

  /** X + σξ: each point with independent Gaussian noise, point i from stream i. */
  public Points plusNoise(double sigma, RandomStreams streams) {
    Require.notNegative("sigma", sigma, "it is a standard deviation");
    double[] noisy = values.clone();
    for (int i = 0; i < size(); i++) {
      RandomGenerator random = streams.stream(i);
      for (int j = 0; j < dimension; j++) {
        noisy[i * dimension + j] += sigma * random.nextGaussian();
      }
    }
    return new Points(noisy, dimension);
  }

  /** A copy of all values, row-major, length n·d. */
  public double[] toArray() {
    return values.clone();
  }

  /** Coordinate-wise mean, length d. */
  public double[] mean() {
    double[] mean = new double[dimension];
    for (int i = 0; i < values.length; i++) {
      mean[i % dimension] += values[i] / size();
    }
    return mean;
  }

  /** Coordinate-wise sample variance (divisor n−1), length d. */
  public double[] variance() {
    Require.atLeast(2, "number of points", size(), "a variance needs two points");
    double[] mean = mean();
    double[] variance = new double[dimension];
    for (int i = 0; i < values.length; i++) {
      double deviation = values[i] - mean[i % dimension];
      variance[i % dimension] += deviation * deviation / (size() - 1);
    }
    return variance;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Points points
        && dimension == points.dimension
        && Arrays.equals(values, points.values);
  }

  @Override
  public int hashCode() {
    return 31 * dimension + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return size() + " points in " + dimension + (dimension == 1 ? " dimension" : " dimensions");
  }
}
