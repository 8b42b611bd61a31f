package designspace.data;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** The Gauss–Legendre rule on consecutive panels. */
final class GaussLegendre {
  private final double[] nodes; // on (0, 1)
  private final double[] shares; // summing to 1

  GaussLegendre(int size) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendreHighPrecision(size);
    nodes = new double[size];
    shares = new double[size];
    for (int i = 0; i < size; i++) {
      nodes[i] = 0.5 * (1 + rule.getPoint(i));
      shares[i] = 0.5 * rule.getWeight(i);
    }
  }

  /** All nodes of the panels between consecutive {@code ends}, in order. */
  double[] points(double[] ends) {
    double[] points = new double[(ends.length - 1) * nodes.length];
    for (int i = 0; i < points.length; i++) {
      int panel = i / nodes.length;
      points[i] = ends[panel] + nodes[i % nodes.length] * (ends[panel + 1] - ends[panel]);
    }
    return points;
  }

  /** The weights that go with {@link #points}. */
  double[] weights(double[] ends) {
    double[] weights = new double[(ends.length - 1) * nodes.length];
    for (int i = 0; i < weights.length; i++) {
      int panel = i / nodes.length;
      weights[i] = shares[i % nodes.length] * (ends[panel + 1] - ends[panel]);
    }
    return weights;
  }
}
