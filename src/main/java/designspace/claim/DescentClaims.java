package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Tolerance.absolute;

import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.NetworkScore;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.Trained;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** eq-9: training is full-batch gradient descent. */
final class DescentClaims {
  private static final long SEED = 20240702;
  private static final Tolerance ROUNDING = absolute(0, "rounding of sums of some hundred terms");
  private static final TrainingCase CASE = TrainingCase.of(4, 4, 8, 256).withDepth(2);

  private DescentClaims() {}

  private static Backpropagation loss() {
    Shape shape = CASE.shape();
    LeastSquares batch = CASE.objective().leastSquares(shape, Parametrization.paper());
    return new Backpropagation(shape, Trained.INNER, batch, Workers.of(1), Blas.fastest());
  }

  static Claim eq9(Budget budget) {
    ReluNetwork network = CASE.network();
    Backpropagation loss = loss();
    double value = loss.lossAndGradient(network);
    double h = CASE.steps().corrected();
    GradientDescent run = CASE.descent(h, Recording.off());
    run.advance(1);
    ReluNetwork after = run.network();
    double worst = 0;
    for (int l = 1; l <= 2; l++) {
      for (int i = 0; i < network.layer(l).length; i++) {
        double expected = network.layer(l)[i] - h * loss.gradient(l)[i];
        worst = Math.max(worst, Math.abs(after.layer(l)[i] - expected));
      }
    }
    double full = CASE.objective().empirical(NetworkScore.paper(network));
    return Claim.of(
            "eq-9",
            List.of(
                atMost("|θ¹ − (θ⁰ − h∇L̄(θ⁰))|, largest of 2·256² weights", worst, 1e-15, ROUNDING),
                atLeast(
                    "digits in which gradient and central differences agree along 10 directions"
                        + " (8 if more)",
                    Math.min(8, -Math.log10(differences(network, loss, budget.size(10, 50)))),
                    6,
                    absolute(0, "a difference over 2e−5 may cross kinks of the network")),
                atMost(
                    "loss of the batch / L̄ over all i and j by eq. 7, − 1",
                    Math.abs(value / full - 1),
                    1e-12,
                    ROUNDING)))
        .withSeed(SEED);
  }

  private static double differences(ReluNetwork network, Backpropagation loss, int directions) {
    double[][] gradient = {loss.gradient(1).clone(), loss.gradient(2).clone()};
    double norm = Math.sqrt(loss.squaredNorm(1) + loss.squaredNorm(2));
    double worst = 0;
    for (int k = 0; k < directions; k++) {
      int layer = 1 + k % 2;
      double[] v = normals(network.layer(layer).length, 10 + k);
      double length = Math.sqrt(dot(v, v));
      double slope = dot(gradient[layer - 1], v) / length;
      double step = 1e-5;
      double rise = along(network, loss, layer, v, step / length);
      double fall = along(network, loss, layer, v, -step / length);
      worst = Math.max(worst, Math.abs((rise - fall) / (2 * step) - slope) / norm);
    }
    return worst;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double along(
      ReluNetwork network, Backpropagation loss, int layer, double[] v, double by) {
    ReluNetwork other = network.copy();
    for (int i = 0; i < v.length; i++) {
      other.layer(layer)[i] += by * v[i];
    }
    return loss.loss(other);
  }

  private static double[] normals(int count, long stream) {
    RandomGenerator random = new RandomStreams(SEED).stream(stream);
    return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
  }
}
