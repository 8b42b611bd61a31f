package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Tolerance.absolute;

import designspace.data.Gaussian;
import designspace.network.NetworkScore;
import designspace.training.GradientDescent;
import designspace.training.LevelLoss;
import designspace.training.Recording;
import designspace.training.Trace;
import java.util.List;

/**
 * rem-1 on a trained network: four points of N(0, I₈) at four noise levels, m = 256, so few that
 * the network learns their noise by heart.
 *
 * @param trace of the run
 * @param levels the population objective at its end
 */
public record TrainedFloor(Trace trace, List<LevelLoss> levels) {
  private static final TrainingCase CASE = TrainingCase.of(4, 4, 8, 256);
  private static final int STEPS = 400;

  /** Trains with h = 1/λ_max and looks at so many fresh points a level. */
  public static TrainedFloor of(TrainingCase problem, int steps, int fresh) {
    double h = 1 / problem.kernel().largest();
    GradientDescent run = problem.descent(h, Recording.every(Math.max(1, steps / 100)));
    TrainingCase.advance(run, steps);
    Gaussian data = Gaussian.isotropic(problem.shape().outputs(), 1);
    NetworkScore score = NetworkScore.paper(run.network());
    return new TrainedFloor(
        run.trace(), problem.objective().population(score, data, fresh, problem.seed()));
  }

  /** Mean over i of ‖σ̄_jS+ξ_ij‖² over the floor mmse/τ, at level j and recorded step s. */
  public double empiricalOverFloor(int j, int s) {
    LevelLoss level = levels.get(j - 1);
    return trace.level(j)[s] / level.beta() / level.floor().value();
  }

  static Check empirical() {
    TrainedFloor trained = of(CASE, STEPS, 100);
    int last = trained.trace().size() - 1;
    double most = 0;
    for (int j = 1; j <= 4; j++) {
      most = Math.max(most, trained.empiricalOverFloor(j, last));
    }
    return atMost(
        "a network trained for " + STEPS + " steps: empirical loss / floor, largest of 4 levels",
        most,
        0.5,
        absolute(0, "below the floor by a clear margin"));
  }

  static Check population(Budget budget) {
    TrainedFloor trained = of(CASE, STEPS, budget.size(5000, 100_000));
    double least =
        trained.levels().stream()
            .mapToDouble(level -> level.excess() / level.unweighted().error())
            .min()
            .orElse(0);
    return atLeast(
        "the same network: population loss − floor in standard errors, least of 4 levels",
        least,
        4,
        absolute(0, "above the floor beyond chance"));
  }
}
