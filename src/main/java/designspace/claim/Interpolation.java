package designspace.claim;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.score.ScoreFunction;
import designspace.training.DenoisingObjective;
import designspace.training.ErrorSplit;
import designspace.training.Learner;
import designspace.training.MeasuredLoss;

/**
 * A network of eq-8 that interpolates four points of N(0, I₈) at two levels.
 *
 * @param first θ⁰
 * @param star θ*
 * @param same the ε's with θ^K = θ*
 */
public record Interpolation(Gaussian data, MeasuredLoss first, MeasuredLoss star, ErrorSplit same) {
  private static final long SEED = 20240711;

  /** After so many steps, measured on so many fresh points. */
  public static Interpolation of(int steps, int fresh) {
    Gaussian data = Gaussian.isotropic(8, 1);
    DenoisingObjective objective =
        DenoisingObjective.of(
            data.sample(4, new RandomStreams(SEED)), TrainingCase.equalC(2), SEED);
    Learner learner = Learner.paper(8, 256, 1, SEED);
    double h = learner.stepSize(objective);
    ScoreFunction last = learner.descend(objective, h, Workers.of(1), steps).get(0);
    ScoreFunction start = learner.descend(objective, h, Workers.of(1), 0).get(0);
    MeasuredLoss first = MeasuredLoss.of(objective, start, data, fresh, SEED);
    MeasuredLoss star = MeasuredLoss.of(objective, last, data, fresh, SEED);
    return new Interpolation(data, first, star, ErrorSplit.of(star, star, first));
  }

  /** ε_n + ε_train. */
  public static double epsilons(ErrorSplit split) {
    return Math.abs(split.training().value()) + Math.abs(split.generalization().value());
  }

  /** |L̄(θ^K) − L̄(θ*)|, of which the two parts are a sum. */
  public static double distance(ErrorSplit split) {
    return Math.abs(split.training().value() + split.generalization().value());
  }

  /** L̄(θ^K) + L̄(θ*) = 2L̄(θ^K) − (L̄(θ^K) − L̄(θ*)). */
  public static double sum(FullErrorCase c) {
    ErrorSplit split = c.split();
    double difference = split.training().value() + split.generalization().value();
    return 2 * c.last().population(c.data()).value() - difference;
  }
}
