package designspace.claim;

import designspace.bound.StepSize;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.Shape;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.GradientDescent;
import designspace.training.Outcome;
import designspace.training.Recording;
import designspace.training.TotalWeighting;

/**
 * A small training problem as thm-1 assumes it: n points of N(0, I_d), whose norms are near √d, N
 * levels and the network of eq-8.
 *
 * @param points n
 * @param weighting β and its N levels
 * @param shape d, m and L
 * @param seed of points, noise and weights
 */
public record TrainingCase(int points, TotalWeighting weighting, Shape shape, long seed) {
  /** EDM's levels between σ̄ = 0.1 and 1, all c_j = 1. */
  public static TotalWeighting equalC(int levels) {
    return TotalWeighting.custom(Design.edm(0.1, 1, 7, levels), sigma -> 1 / (sigma * sigma))
        .named("equal c");
  }

  /** EDM's levels between σ̄ = 0.1 and 1, w = 1, β as printed. */
  public static TotalWeighting unitWeight(int levels) {
    return TotalWeighting.printed(Design.edm(0.1, 1, 7, levels), t -> 1).named("w = 1");
  }

  /** All c_j = 1, depth L = 1, seed 1. */
  public static TrainingCase of(int points, int levels, int dimension, int width) {
    Shape shape = new Shape(dimension + 1, width, 1, dimension);
    return new TrainingCase(points, equalC(levels), shape, 1);
  }

  /** Another width. */
  public TrainingCase withWidth(int width) {
    Shape other = new Shape(shape.inputs(), width, shape.depth(), shape.outputs());
    return new TrainingCase(points, weighting, other, seed);
  }

  /** Another depth. */
  public TrainingCase withDepth(int depth) {
    Shape other = new Shape(shape.inputs(), shape.width(), depth, shape.outputs());
    return new TrainingCase(points, weighting, other, seed);
  }

  /** Other weights of levels. */
  public TrainingCase withWeighting(TotalWeighting other) {
    return new TrainingCase(points, other, shape, seed);
  }

  /** Other points, noise and weights. */
  public TrainingCase withSeed(long other) {
    return new TrainingCase(points, weighting, shape, other);
  }

  /** eq-7. */
  public DenoisingObjective objective() {
    RandomStreams streams = new RandomStreams(seed);
    Gaussian data = Gaussian.isotropic(shape.outputs(), 1);
    return DenoisingObjective.of(
        data.sample(points, streams.fork(1)), weighting, streams.fork(2).seed());
  }

  /** eq-8, as initialised. */
  public ReluNetwork network() {
    long own = new RandomStreams(seed).fork(3).seed();
    return ReluNetwork.paper(shape.outputs(), shape.width(), shape.depth(), own);
  }

  /** The printed and the corrected step. */
  public StepSize steps() {
    return new StepSize(objective(), shape);
  }

  /** The kernel at initialisation. */
  public TangentKernel kernel() {
    return kernel(network());
  }

  /** The kernel of this objective at any network. */
  public TangentKernel kernel(ReluNetwork network) {
    return TangentKernel.of(
        network, objective().leastSquares(shape, Parametrization.paper()), Trained.INNER);
  }

  /** Takes so many steps, all of them. */
  static void advance(GradientDescent run, int steps) {
    Outcome outcome = run.advance(steps);
    if (outcome.diverged()) {
      throw new IllegalStateException("step " + outcome.step() + ": " + outcome.cause());
    }
  }

  /** Gradient descent from initialisation, on the calling thread. */
  public GradientDescent descent(double h, Recording recording) {
    return GradientDescent.start(network(), objective(), h, recording, Workers.of(1));
  }
}
