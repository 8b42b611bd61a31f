package designspace.data;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a bound may know of a law: where its mean is, how it spreads along orthogonal directions,
 * and how much of that spread is a floor of Gaussian noise, that is X = Z + N(0, C) with Z
 * independent and C diagonal in these directions.
 *
 * @param squaredMean ‖E X‖²
 * @param directions together d of them
 */
public record Spread(double squaredMean, List<Direction> directions) {
  /**
   * Some directions that are alike.
   *
   * @param multiplicity how many
   * @param variance of X along each
   * @param floor the part of it that is Gaussian noise, at most the variance
   */
  public record Direction(int multiplicity, double variance, double floor) {
    /** Checks 0 ≤ floor ≤ variance. */
    public Direction {
      Require.atLeast(1, "multiplicity", multiplicity, "it counts directions");
      Require.notNegative("variance", variance, "it is a mean square");
      Require.notNegative("floor", floor, "it is a variance");
      if (floor > variance) {
        String why = "the floor is a part of the variance";
        throw Require.refusal("floor", floor, "at most the variance, " + variance, why);
      }
    }
  }

  /** Checks that ‖E X‖² is one. */
  public Spread {
    Require.notNegative("squaredMean", squaredMean, "it is a square");
    Require.atLeast(1, "number of directions", directions.size(), "a law lives somewhere");
    directions = List.copyOf(directions);
  }

  /** Only d and m₂² are known: the second moment shared evenly, no floor. */
  public static Spread pooled(int dimension, double secondMoment) {
    Require.atLeast(1, "dimension", dimension, "a law lives somewhere");
    Require.notNegative("secondMoment", secondMoment, "it is a mean square");
    return new Spread(0, List.of(new Direction(dimension, secondMoment / dimension, 0)));
  }

  /** A Gaussian is nothing but floor. */
  public static Spread of(Gaussian data) {
    List<Direction> directions = new ArrayList<>();
    for (double lambda : data.spectrum().eigenvalues()) {
      directions.add(new Direction(1, lambda, lambda));
    }
    return new Spread(squaredNorm(data.mean()), directions);
  }

  /** Along the covariance's eigenvectors; the floor is the least variance of any bump. */
  public static Spread of(GaussianMixture data) {
    double floor = Double.POSITIVE_INFINITY;
    for (int k = 0; k < data.size(); k++) {
      for (double lambda : data.bump(k).spectrum().eigenvalues()) {
        floor = Math.min(floor, lambda);
      }
    }
    RealMatrix covariance = data.covariance();
    List<Direction> directions = new ArrayList<>();
    for (double variance : new EigenDecomposition(covariance).getRealEigenvalues()) {
      directions.add(new Direction(1, Math.max(variance, floor), floor)); // up to rounding
    }
    return new Spread(squaredNorm(data.mean()), directions);
  }

  /** The same law of which a bound knows less: a share of its floor, from 0 to 1. */
  public Spread withFloor(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw Require.refusal("share", share, "from 0 to 1", "only part of the floor may be known");
    }
    return new Spread(
        squaredMean,
        directions.stream()
            .map(d -> new Direction(d.multiplicity(), d.variance(), share * d.floor()))
            .toList());
  }

  /** d. */
  public int dimension() {
    return directions.stream().mapToInt(Direction::multiplicity).sum();
  }

  /** m₂² = E‖X‖². */
  public double secondMoment() {
    double sum = squaredMean;
    for (Direction direction : directions) {
      sum += direction.multiplicity() * direction.variance();
    }
    return sum;
  }

  private static double squaredNorm(double... vector) {
    double sum = 0;
    for (double coordinate : vector) {
      sum += coordinate * coordinate;
    }
    return sum;
  }
}
