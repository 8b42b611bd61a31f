package designspace.claim;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.Trained;
import designspace.training.DenoisingObjective;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A problem whose targets are replaced by what its network says at initialisation, so that L̄(θ⁰) =
 * 0 exactly, seen along the direction v of largest curvature there: what is left of the loss is its
 * quadratic term.
 */
public final class MetTargets {
  /** Of the power method; the eigenvalue's error is squared. */
  private static final int ITERATIONS = 60;

  /** Small enough to cross hardly any kink, large against the rounding of gradients. */
  private static final double STEP = 1e-5;

  private final ReluNetwork start;
  private final Backpropagation loss;
  private final double[][] top; // one array a trained layer
  private final double curvature;

  /** Finds v from a random direction by the power method. */
  public MetTargets(TrainingCase problem) {
    start = problem.network();
    Shape shape = problem.shape();
    loss =
        new Backpropagation(
            shape, Trained.INNER, met(problem, start), Workers.of(1), Blas.fastest());
    RandomGenerator random = new RandomStreams(problem.seed()).fork(4).stream(0);
    top = new double[shape.depth()][shape.size(1)];
    for (double[] layer : top) {
      Arrays.setAll(layer, i -> random.nextGaussian());
    }
    normalise(top);
    double lambda = 0;
    for (int i = 0; i < ITERATIONS; i++) {
      lambda = multiply(top);
    }
    curvature = lambda;
  }

  /** Rows of the objective with the targets −σ̄F(z). */
  private static LeastSquares met(TrainingCase problem, ReluNetwork network) {
    DenoisingObjective objective = problem.objective();
    Parametrization paper = Parametrization.paper();
    LeastSquares batch = LeastSquares.rows(problem.shape(), objective.rows());
    double[] z = new double[problem.shape().inputs()];
    for (int r = 0; r < objective.rows(); r++) {
      int j = objective.level(r);
      double sigma = objective.weighting().sigma(j);
      paper.input(sigma, objective.noisy(j).row(r / objective.levels()), z);
      double[] target = network.apply(Points.of(z)).row(0);
      for (int p = 0; p < target.length; p++) {
        target[p] *= -sigma;
      }
      batch.set(r, z, target, sigma, objective.weighting().beta(j) / objective.points());
    }
    return batch;
  }

  /** λ_max of the Hessian at L̄ = 0. */
  public double curvature() {
    return curvature;
  }

  /** L̄(θ⁰ + av) / (½λ_max a²). */
  public double quadratic(double a) {
    return loss.loss(moved(a)) / (0.5 * curvature * a * a);
  }

  /** The loss after k steps of θ·2/λ_max from θ⁰ + av over that before: (1 − 2θ)^{2k}. */
  public double growth(double a, double fraction, int steps) {
    ReluNetwork network = moved(a);
    double before = loss.lossAndGradient(network);
    double after = before;
    for (int k = 0; k < steps; k++) {
      loss.descend(network, fraction * 2 / curvature, network);
      after = loss.lossAndGradient(network);
    }
    return after / before;
  }

  /** v ← Hv/‖Hv‖; returns ‖Hv‖. At the minimum ∇L̄(θ⁰ + av) = aHv. */
  private double multiply(double[][] v) {
    loss.lossAndGradient(moved(STEP));
    for (int l = 0; l < v.length; l++) {
      System.arraycopy(loss.gradient(l + 1), 0, v[l], 0, v[l].length);
    }
    return normalise(v) / STEP;
  }

  private static double normalise(double[][] v) {
    double square = Arrays.stream(v).flatMapToDouble(Arrays::stream).map(x -> x * x).sum();
    for (double[] layer : v) {
      for (int i = 0; i < layer.length; i++) {
        layer[i] /= Math.sqrt(square);
      }
    }
    return Math.sqrt(square);
  }

  private ReluNetwork moved(double by) {
    ReluNetwork other = start.copy();
    for (int l = 0; l < top.length; l++) {
      for (int i = 0; i < top[l].length; i++) {
        other.layer(l + 1)[i] += by * top[l][i];
      }
    }
    return other;
  }
}
