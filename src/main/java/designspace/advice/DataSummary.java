package designspace.advice;

import designspace.core.Points;
import designspace.core.Require;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * The moments and the finest visible scale of a sample; what no schedule can be chosen from is
 * refused.
 */
public final class DataSummary {
  /** Fewer different points say nothing about noise levels below σ_data. */
  private static final int LEAST_POINTS = 20;

  /** An eigendecomposition of more takes minutes. */
  private static final int MOST_DIMENSIONS = 512;

  private static final double LARGEST = 1e100;

  /** A coordinate's spread below this part of its size is rounding. */
  private static final double CONSTANT = 1e-12;

  private final Points points;
  private final int given;
  private final double[] eigenvalues;
  private final double neighbour;
  private final Skewness skewness;

  private DataSummary(Points points, int given) {
    this.points = points;
    this.given = given;
    RealMatrix covariance = new Covariance(rows(points)).getCovarianceMatrix();
    EigenDecomposition eigen = new EigenDecomposition(covariance); // symmetric: largest first
    eigenvalues = eigen.getRealEigenvalues();
    Arrays.setAll(eigenvalues, j -> Math.max(0, eigenvalues[j])); // rounding of a zero
    skewness = new Skewness(points, eigenvalues, eigen.getV());
    neighbour = Neighbours.medianDistance(points);
  }

  /**
   * The summary of a sample.
   *
   * @throws IllegalArgumentException for a number that is not finite (with its row and column), a
   *     constant column, fewer than 20 different rows, or more than 512 columns
   */
  public static DataSummary of(Points sample) {
    Points distinct = distinct(checked(sample));
    String few = "a law is not known from so few different points";
    Require.atLeast(LEAST_POINTS, "number of different rows", distinct.size(), few);
    checkSpread(distinct);
    return new DataSummary(distinct, sample.size());
  }

  /** The same of rows. */
  public static DataSummary of(double[]... rows) {
    return of(Points.of(rows));
  }

  private static Points checked(Points sample) {
    String few = "a law is not known from so few points";
    Require.atLeast(LEAST_POINTS, "number of rows", sample.size(), few);
    if (sample.dimension() > MOST_DIMENSIONS) {
      String why = "the spectrum of more is better given: DesignAdvisor.spectrum";
      String most = "at most " + MOST_DIMENSIONS;
      throw Require.refusal("number of columns", sample.dimension(), most, why);
    }
    for (int i = 0; i < sample.size(); i++) {
      for (int j = 0; j < sample.dimension(); j++) {
        double value = sample.get(i, j);
        if (!(Math.abs(value) <= LARGEST)) {
          String name = "row " + (i + 1) + ", column " + (j + 1);
          throw Require.refusal(name, value, "a finite number", "coordinates are numbers");
        }
      }
    }
    return sample;
  }

  private static Points distinct(Points sample) {
    Set<Points> seen = new HashSet<>();
    double[] values = sample.toArray();
    int d = sample.dimension();
    int kept = 0;
    for (int i = 0; i < sample.size(); i++) {
      if (seen.add(sample.slice(i, i + 1))) {
        System.arraycopy(values, i * d, values, kept++ * d, d);
      }
    }
    return Points.owning(Arrays.copyOf(values, kept * d), d);
  }

  private static void checkSpread(Points points) {
    double[] mean = points.mean();
    double[] variance = points.variance();
    for (int j = 0; j < mean.length; j++) {
      if (!(Math.sqrt(variance[j]) > CONSTANT * Math.abs(mean[j]))) {
        throw Require.refusal(
            "column " + (j + 1),
            "constant " + Say.number(mean[j]),
            "a coordinate that varies",
            "steps would go to finding a number that is known: drop the column");
      }
    }
  }

  private static double[][] rows(Points points) {
    double[][] rows = new double[points.size()][];
    Arrays.setAll(rows, points::row);
    return rows;
  }

  /** The different points, in the order in which they were given. */
  public Points points() {
    return points;
  }

  /** n, the different points. */
  public int size() {
    return points.size();
  }

  /** Rows that repeat an earlier one. */
  public int duplicates() {
    return given - points.size();
  }

  /** d. */
  public int dimension() {
    return points.dimension();
  }

  /** The mean, length d. */
  public double[] mean() {
    return points.mean();
  }

  /** Eigenvalues of the sample covariance, largest first, length d. */
  public double[] spectrum() {
    return eigenvalues.clone();
  }

  /** tr Cov. */
  public double totalVariance() {
    return Arrays.stream(eigenvalues).sum();
  }

  /** σ_data = √(tr Cov/d): the root mean square standard deviation of a coordinate. */
  public double sigmaData() {
    return Math.sqrt(totalVariance() / dimension());
  }

  /** What skewness adds to KL(p_T|N(0,σ²I)) of a normal law, nats; see {@link Skewness}. */
  double skewnessNats(double sigma) {
    return skewness.nats(sigma);
  }

  /** Directions in which the sample varies: fewer than d if n ≤ d. */
  public int rank() {
    double least = 1e-12 * eigenvalues[0];
    return (int) Arrays.stream(eigenvalues).filter(value -> value > least).count();
  }

  /** Median distance of a point to its nearest neighbour: the sample shows nothing finer. */
  public double neighbourDistance() {
    return neighbour;
  }

  @Override
  public String toString() {
    String repeated =
        duplicates() == 0 ? "" : " (and " + Say.count(duplicates(), "repeated row") + ")";
    return Say.count(size(), "point")
        + repeated
        + " in "
        + dimension()
        + "-d, σ_data "
        + Say.number(sigmaData())
        + ", √λ "
        + Say.number(Math.sqrt(eigenvalues[0]))
        + " to "
        + Say.number(Math.sqrt(eigenvalues[eigenvalues.length - 1]))
        + ", nearest neighbours "
        + Say.number(neighbour)
        + " apart";
  }
}
