package designspace.training;

import designspace.core.Interrupts;
import designspace.core.Require;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.LeastSquares;
import designspace.network.NetworkScore;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import designspace.score.ScoreFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * A network with the way it is read and which of its layers learn, by full-batch gradient descent.
 * {@link GradientDescent} is the Paper's own case with a record of each step; this one takes any
 * reading and keeps the scores.
 *
 * @param start θ⁰, never changed
 * @param reading how it becomes a score
 * @param trained which layers move
 */
public record Learner(ReluNetwork start, Parametrization reading, Trained trained) {

  /** eq-8, eq-9: S = F(x, σ), only W_1 … W_L trained. */
  public static Learner paper(int dimension, int width, int depth, long seed) {
    ReluNetwork network = ReluNetwork.paper(dimension, width, depth, seed);
    return new Learner(network, Parametrization.paper(), Trained.INNER);
  }

  /** EDM's preconditioning, all layers trained. */
  public static Learner edm(double sigmaData, int dimension, int width, int depth, long seed) {
    Parametrization edm = Parametrization.edm(sigmaData);
    Shape shape = new Shape(edm.inputs(dimension), width, depth, dimension);
    return new Learner(ReluNetwork.practical(shape, seed), edm, Trained.ALL);
  }

  /** 1/λ_max of the tangent kernel at θ⁰: half of what stability allows there. Cost (nNd)². */
  public double stepSize(DenoisingObjective objective) {
    LeastSquares batch = objective.leastSquares(start.shape(), reading);
    return 1 / TangentKernel.largest(start, batch, trained);
  }

  /**
   * The scores after so many steps each, in one run; the bits do not depend on the threads.
   *
   * @param h step size
   * @param steps K of each score, ascending; 0 is θ⁰
   * @throws IllegalArgumentException if the loss ends above its start: the step was too large
   */
  public List<ScoreFunction> descend(
      DenoisingObjective objective, double h, Workers workers, int... steps) {
    Require.positive("h", h, "descent moves against the gradient");
    LeastSquares batch = objective.leastSquares(start.shape(), reading);
    Backpropagation loss =
        new Backpropagation(start.shape(), trained, batch, workers, Blas.fastest());
    double first = loss.loss(start);
    ReluNetwork current = start.copy();
    List<ScoreFunction> scores = new ArrayList<>();
    int done = 0;
    for (int until : steps) {
      Require.atLeast(done, "steps[" + scores.size() + "]", until, "they ascend");
      for (; done < until; done++) {
        Interrupts.check("gradient descent");
        loss.lossAndGradient(current);
        loss.descend(current, h, current);
      }
      double now = loss.loss(current);
      if (!(now <= first * Outcome.RISE)) {
        throw Require.refusal(
            "h", h, "a smaller step", "the loss rose from " + first + " to " + now);
      }
      scores.add(new NetworkScore(current.copy(), reading));
    }
    return scores;
  }
}
