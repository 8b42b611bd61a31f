package designspace.claim;

import designspace.network.TangentKernel;
import designspace.training.GradientDescent;
import designspace.training.Recording;

/**
 * How fast one problem is learnt, in three senses, each per unit of h c with c = c_{j*(0)}; thm-1
 * has the shape m d^{(a₀−1)/2}/(n³N²) for all three.
 *
 * @param initial ‖∇L̄‖²/(c L̄) at initialisation, as lem-1
 * @param asymptotic 2λ_min/c, of the tangent kernel at initialisation
 * @param observed −ln(L̄(θ^K)/L̄(θ⁰))/(K h c) over K steps of h = 1/λ_max
 * @param printedStep the printed step times λ_max/2: above 1, a step raises the loss along the top
 *     eigenvector
 * @param correctedStep the same of the corrected step
 */
public record Rates(
    double initial, double asymptotic, double observed, double printedStep, double correctedStep) {

  /** Measures a problem with a run of so many steps. */
  public static Rates of(TrainingCase problem, int steps) {
    TangentKernel kernel = problem.kernel();
    double h = 1 / kernel.largest();
    GradientDescent run = problem.descent(h, Recording.every(steps));
    double first = run.loss();
    double square = run.squaredGradient();
    double c = problem.weighting().c(run.trace().get(0).terms().jStar());
    TrainingCase.advance(run, steps);
    return new Rates(
        square / (c * first),
        2 * kernel.smallest() / c,
        -Math.log(run.loss() / first) / (steps * h * c),
        problem.steps().printed() * kernel.largest() / 2,
        problem.steps().corrected() * kernel.largest() / 2);
  }
}
