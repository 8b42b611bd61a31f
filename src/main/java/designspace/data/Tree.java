package designspace.data;

import java.util.ArrayList;
import java.util.List;

/** A self-similar tree of isotropic bumps. */
final class Tree {
  /** Width over length of a branch. */
  private static final double SLENDERNESS = 0.06;

  private final double ratio;
  private final double angle;
  private final List<Gaussian> bumps = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  private Tree(double ratio, double angle) {
    this.ratio = ratio;
    this.angle = angle;
  }

  static GaussianMixture grow(int generations, double ratio, double angle) {
    Tree tree = new Tree(ratio, angle);
    tree.branch(new double[] {0, -1}, 0.5 * Math.PI, 1, 1, generations);
    double[] weights = tree.weights.stream().mapToDouble(Double::doubleValue).toArray();
    return GaussianMixture.of(weights, tree.bumps.toArray(Gaussian[]::new));
  }

  private void branch(double[] root, double direction, double length, double weight, int left) {
    double dx = length * Math.cos(direction);
    double dy = length * Math.sin(direction);
    int count = (int) Math.ceil(1 / SLENDERNESS);
    for (int k = 0; k < count; k++) {
      double along = (k + 0.5) / count;
      double[] centre = {root[0] + along * dx, root[1] + along * dy};
      bumps.add(Gaussian.isotropic(centre, SLENDERNESS * length));
      weights.add(weight / count);
    }
    if (left > 1) {
      double[] fork = {root[0] + dx, root[1] + dy};
      branch(fork, direction + angle, ratio * length, weight / 2, left - 1);
      branch(fork, direction - angle, ratio * length, weight / 2, left - 1);
    }
  }
}
