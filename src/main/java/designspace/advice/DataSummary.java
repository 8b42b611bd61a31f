package designspace.advice;

import designspace.core.Points;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * The moments and the finest visible scale of a sample; what no schedule can be chosen from is
 * refused.
 */
public final class DataSummary {
  private final Points points;
  private final int given;
  private final double[] eigenvalues;
  private final double neighbour;
  private final Skewness skewness;
  private final Optional<Outlier> outlier;

  private DataSummary(Points points, Points sample) {
    this.points = points;
    this.given = sample.size();
    this.outlier = outlier(sample);
    RealMatrix covariance = new Covariance(rows(points)).getCovarianceMatrix();
    EigenDecomposition eigen = new EigenDecomposition(covariance); // symmetric: largest first
    eigenvalues = eigen.getRealEigenvalues();
    Arrays.setAll(eigenvalues, j -> Math.max(0, eigenvalues[j])); // rounding of a zero
    skewness = new Skewness(points, eigenvalues, eigen.getV());
    neighbour = Neighbours.medianDistance(points);
  }

  /**
   * A row that carries more than half of the sample's variance, repeated rows included.
   *
   * @param row counted from 1
   * @param share ‖x − mean‖² over the sum of all rows'
   */
  public record Outlier(int row, double share) {}

  /**
   * The summary of a sample.
   *
   * @throws IllegalArgumentException for a number that is not finite (with its row and column), a
   *     constant column, fewer than 20 different rows, or more than 512 columns
   */
  public static DataSummary of(Points sample) {
    Points distinct = SampleCheck.usable(sample);
    return new DataSummary(distinct, sample);
  }

  /** The same of rows. */
  public static DataSummary of(double[]... rows) {
    return of(Points.of(rows));
  }

  private static Optional<Outlier> outlier(Points sample) {
    double[] mean = sample.mean();
    double[] squares = new double[sample.size()];
    int most = 0;
    for (int i = 0; i < squares.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        double difference = sample.get(i, j) - mean[j];
        squares[i] += difference * difference;
      }
      most = squares[i] > squares[most] ? i : most;
    }
    double share = squares[most] / Arrays.stream(squares).sum();
    return share > 0.5 ? Optional.of(new Outlier(most + 1, share)) : Optional.empty();
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

  /** Directions in which the sample varies by more than rounding: fewer than d if n ≤ d. */
  public int rank() {
    double terms =
        dimension() + Math.sqrt(size()); // errors of the sums are random, of the rest not
    double least = terms * Math.ulp(eigenvalues[0]);
    return (int) Arrays.stream(eigenvalues).filter(value -> value > least).count();
  }

  /** Median distance of a point to its nearest neighbour: the sample shows nothing finer. */
  public double neighbourDistance() {
    return neighbour;
  }

  /** The one row that is most of the sample's variance, if there is one. */
  public Optional<Outlier> outlier() {
    return outlier;
  }

  @Override
  public String toString() {
    String one =
        outlier
            .map(row -> "; row " + row.row() + " alone carries " + Say.percent(row.share()))
            .map(text -> text + " of the variance: is it an error?")
            .orElse("");
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
        + " apart"
        + one;
  }
}
