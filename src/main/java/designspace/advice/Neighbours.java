package designspace.advice;

import designspace.core.Points;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How near the points of a sample are to each other. */
final class Neighbours {
  /** Points whose neighbour is looked for; a median of so many is known to a few per cent. */
  private static final int MOST = 1000;

  private Neighbours() {}

  /** The median over points of the distance to the nearest other one; O(min(n, 1000) n d). */
  static double medianDistance(Points points) {
    double[] x = points.toArray();
    int n = points.size();
    int d = points.dimension();
    int asked = Math.min(n, MOST);
    double[] squares =
        IntStream.range(0, asked)
            .parallel()
            .mapToDouble(q -> nearest(x, q * n / asked, d))
            .toArray();
    Arrays.sort(squares);
    return Math.sqrt(squares[asked / 2]);
  }

  private static double nearest(double[] x, int i, int d) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j * d < x.length; j++) {
      if (j != i) {
        double square = 0;
        for (int q = 0; q < d && square < least; q++) {
          double difference = x[i * d + q] - x[j * d + q];
          square += difference * difference;
        }
        least = Math.min(least, square);
      }
    }
    return least;
  }
}
