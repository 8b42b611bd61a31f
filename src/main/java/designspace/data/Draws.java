package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Independent points, each from its own stream. */
final class Draws {
  private Draws() {}

  /** {@code n} points; point i is {@code draw} of stream i. */
  static Points of(int n, RandomStreams streams, Function<RandomGenerator, double[]> draw) {
    Require.atLeast(1, "n", n, "a sample has a point");
    double[][] points = new double[n][];
    for (int i = 0; i < n; i++) {
      points[i] = draw.apply(streams.stream(i));
    }
    return Points.of(points);
  }

  /** The part in which {@code u}, uniform on (0, 1), falls. */
  static int pick(double[] weights, double u) {
    int k = 0;
    for (double rest = u - weights[0]; rest > 0 && k < weights.length - 1; rest -= weights[k]) {
      k++;
    }
    return k;
  }

  /** Positive weights over their sum. */
  static double[] probabilities(double[] weights) {
    double total = 0;
    for (int k = 0; k < weights.length; k++) {
      total += Require.positive("weights[" + k + "]", weights[k], "it is a probability");
    }
    double sum = Require.finite("sum of weights", total, "weights are divided by it");
    double[] shares = new double[weights.length];
    for (int k = 0; k < shares.length; k++) {
      String name = "weights[" + k + "] / sum of weights";
      shares[k] = Require.positive(name, weights[k] / sum, "a part without weight is no part");
    }
    return shares;
  }
}
