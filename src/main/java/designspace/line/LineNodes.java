package designspace.line;

import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes for expectations over a mixture on the line with noise τ: Gauss–Legendre on panels between
 * the places at whole numbers of standard deviations about every bump. Where bumps overlap a panel
 * is no longer than the narrowest one's standard deviation, on whose scale the score changes.
 */
final class LineNodes {
  /** 3e−12 of a bump's mass lies outside. */
  private static final int REACH = 7;

  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(6);

  /** Of the mass: nodes that hold less, between bumps far apart, are left out. */
  private static final double NEGLIGIBLE = 1e-18;

  private final List<Node> nodes;

  private LineNodes(List<Node> nodes) {
    this.nodes = nodes;
  }

  private record Node(double place, double mass) {}

  static LineNodes of(GaussianMixture data, double tau) {
    double[] ends =
        IntStream.range(0, data.size())
            .mapToObj(data::bump)
            .flatMapToDouble(bump -> ends(bump, tau))
            .sorted()
            .toArray();
    SmoothedLine line = new SmoothedLine(data, tau);
    return new LineNodes(
        IntStream.range(1, ends.length)
            .boxed()
            .flatMap(i -> panel(line, ends[i - 1], ends[i]).stream())
            .filter(node -> node.mass() > NEGLIGIBLE)
            .toList());
  }

  private static DoubleStream ends(Gaussian bump, double tau) {
    double width = Math.sqrt(bump.spectrum().eigenvalue(0) + tau);
    return IntStream.rangeClosed(-REACH, REACH).mapToDouble(z -> bump.mean()[0] + z * width);
  }

  private static List<Node> panel(SmoothedLine line, double low, double high) {
    Node[] nodes = new Node[RULE.getNumberOfPoints()];
    double half = 0.5 * (high - low);
    for (int i = 0; i < nodes.length; i++) {
      double x = low + half * (1 + RULE.getPoint(i));
      line.moveTo(x);
      nodes[i] = new Node(x, half * RULE.getWeight(i) * Math.exp(line.logDensity()));
    }
    return Arrays.asList(nodes);
  }

  int size() {
    return nodes.size();
  }

  double place(int j) {
    return nodes.get(j).place();
  }

  /** The part of the probability that node j stands for. */
  double mass(int j) {
    return nodes.get(j).mass();
  }
}
