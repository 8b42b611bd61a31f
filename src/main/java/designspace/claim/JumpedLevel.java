package designspace.claim;

import designspace.bound.PathLedger;
import designspace.bound.Theorem3;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import designspace.training.DenoisingObjective;
import designspace.training.ErrorSplit;
import designspace.training.Learner;
import designspace.training.MeasuredLoss;
import designspace.training.TotalWeighting;
import java.util.List;

/**
 * Where the printed index set of thm-3 matters: levels 0.1, 0.3, 1 and t_N far above, w = 1, σ̄ =
 * t, data N(0, ½²I₂), and the network of eq-8 as initialised, whose error grows like σ² and so sits
 * at t_N, which the set omits. θ* and θ_F are the same network trained.
 *
 * @param theorem thm-3 of it
 * @param pathNats the path KL (B1) with E_S measured on the same points as the ε's
 */
public record JumpedLevel(Theorem3 theorem, double pathNats) {
  private static final long SEED = 20240713;
  private static final Gaussian DATA = Gaussian.isotropic(2, 0.5);

  /** For this t_N. */
  public static JumpedLevel to(double last) {
    NoiseGrid grid = NoiseGrid.of(last, 1, 0.3, 0.1);
    TotalWeighting weighting = TotalWeighting.corrected(Design.of(grid), t -> 1);
    RandomStreams streams = new RandomStreams(SEED);
    DenoisingObjective few =
        DenoisingObjective.of(DATA.sample(4, streams.fork(0)), weighting, SEED);
    DenoisingObjective many =
        DenoisingObjective.of(DATA.sample(64, streams.fork(1)), weighting, SEED + 1);
    Learner learner = Learner.paper(2, 64, 1, SEED);
    double h = learner.stepSize(few) / 2;
    List<ScoreFunction> run = learner.descend(few, h, Workers.of(1), 0, 200);
    ScoreFunction best = learner.descend(many, h, Workers.of(1), 100).get(0);
    MeasuredLoss first = measure(few, run.get(0));
    ErrorSplit split = ErrorSplit.of(first, measure(few, run.get(1)), measure(few, best));
    double exact =
        PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, DATA, grid).totalNats();
    return new JumpedLevel(new Theorem3(DATA, weighting, split), exact + first.scoreTerm().value());
  }

  private static MeasuredLoss measure(DenoisingObjective objective, ScoreFunction score) {
    return MeasuredLoss.of(objective, score, DATA, 500, SEED);
  }

  /** The printed bound, constants 1, over the path KL. */
  public double printed() {
    return theorem.printed().totalNats() / pathNats;
  }

  /** The corrected bound over the path KL. */
  public double corrected() {
    return theorem.corrected().totalNats() / pathNats;
  }
}
