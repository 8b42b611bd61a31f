package designspace.advice;

import designspace.core.Points;
import designspace.core.Require;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Refuses a sample that no schedule can be chosen from. */
final class SampleCheck {
  /** Fewer different points say nothing about noise levels below σ_data. */
  private static final int LEAST_POINTS = 20;

  /** An eigendecomposition of more takes minutes. */
  private static final int MOST_DIMENSIONS = 512;

  private static final double LARGEST = 1e100;

  /** A coordinate's spread below this part of its size is rounding. */
  private static final double CONSTANT = 1e-12;

  private SampleCheck() {}

  /** The different points, in the order in which they were given. */
  static Points usable(Points sample) {
    Points distinct = distinct(checked(sample));
    String few = "a law is not known from so few different points";
    Require.atLeast(LEAST_POINTS, "number of different rows", distinct.size(), few);
    checkSpread(distinct);
    return distinct;
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
}
