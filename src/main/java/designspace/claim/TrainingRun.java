package designspace.claim;

import designspace.bound.StepSize;
import designspace.bound.Theorem1;
import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import designspace.training.GradientDescent;
import designspace.training.Recording;

/**
 * One problem, trained with both steps of thm-1.
 *
 * @param printedStep the printed h times λ_max/2
 * @param printedRatio L̄(θ¹)/L̄(θ⁰) with the printed step
 * @param correctedStep the corrected h times λ_max/2
 * @param correctedRatio L̄(θ^K)/L̄(θ⁰) with the corrected step
 * @param theorem the bound along the corrected run
 */
public record TrainingRun(
    double printedStep,
    double printedRatio,
    double correctedStep,
    double correctedRatio,
    Theorem1 theorem) {
  /** a₀ in the middle of its range. */
  public static final double A0 = 0.75;

  /** Takes one printed step, and so many corrected ones. */
  public static TrainingRun of(TrainingCase problem, int steps) {
    StepSize sizes = problem.steps();
    TangentKernel kernel = problem.kernel();
    GradientDescent run = problem.descent(sizes.corrected(), Recording.everyStep());
    double first = run.loss();
    TrainingCase.advance(run, steps);
    return new TrainingRun(
        sizes.printed() * kernel.largest() / 2,
        afterOne(problem, sizes.printed()) / first,
        sizes.corrected() * kernel.largest() / 2,
        run.loss() / first,
        Theorem1.along(run.trace(), problem.shape(), A0));
  }

  /** L̄(θ¹), also where gradient descent would call it diverged. */
  private static double afterOne(TrainingCase problem, double h) {
    Backpropagation loss =
        new Backpropagation(
            problem.shape(),
            Trained.INNER,
            problem.objective().leastSquares(problem.shape(), Parametrization.paper()),
            Workers.of(1),
            Blas.fastest());
    ReluNetwork network = problem.network();
    loss.lossAndGradient(network);
    loss.descend(network, h, network);
    return loss.loss(network);
  }

  /** The largest C₅ that every step allows; 0 if none is positive. */
  public double perStep() {
    return theorem.perStep().orElse(0);
  }

  /** The largest C₅ that the losses after 1 … K steps allow; 0 if none is positive. */
  public double cumulative() {
    return theorem.cumulative().orElse(0);
  }
}
