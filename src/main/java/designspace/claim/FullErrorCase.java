package designspace.claim;

import designspace.bound.BoundReport;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.bound.Theorem3;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import designspace.score.ScoreFunction;
import designspace.training.DenoisingObjective;
import designspace.training.ErrorSplit;
import designspace.training.Learner;
import designspace.training.MeasuredLoss;
import designspace.training.TotalWeighting;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A random design, weighting, law and network, trained for a random number of steps: thm-3 must
 * hold on all of them. Its θ* is the same network trained further, its θ_F one trained on 64
 * points; any two would do.
 *
 * @param data 1 to 3 dimensions, standard deviations within [0.2, 2]
 * @param last θ^K measured
 * @param split its ε's
 * @param theorem thm-3 of it
 */
public record FullErrorCase(Gaussian data, MeasuredLoss last, ErrorSplit split, Theorem3 theorem) {
  private static final int[] STEPS = {0, 3, 30};
  private static final int FRESH = 200;

  /** Case i is drawn from stream i, whatever their number. */
  public static List<FullErrorCase> list(int count, long seed) {
    FullErrorCase[] cases = new FullErrorCase[count];
    RandomStreams streams = new RandomStreams(seed);
    Workers.all().run(count, i -> cases[i] = of(streams.stream(i), streams.fork(i).seed()));
    return Arrays.asList(cases);
  }

  private static FullErrorCase of(RandomGenerator random, long seed) {
    TotalWeighting weighting = weighting(design(random), random);
    Gaussian data = gaussian(random);
    int d = data.dimension();
    Learner learner =
        random.nextBoolean()
            ? Learner.paper(d, 48, 1, seed)
            : Learner.edm(Math.sqrt(data.secondMoment() / d), d, 32, 1, seed);
    int steps = STEPS[random.nextInt(STEPS.length)];
    RandomStreams streams = new RandomStreams(seed);
    DenoisingObjective own =
        DenoisingObjective.of(data.sample(4, streams.fork(0)), weighting, seed);
    DenoisingObjective many =
        DenoisingObjective.of(data.sample(64, streams.fork(1)), weighting, seed + 1);
    double h = learner.stepSize(own) / 4; // the kernel of more points may be larger
    Workers one = Workers.of(1);
    List<ScoreFunction> run = learner.descend(own, h, one, steps, 120);
    ScoreFunction best = learner.descend(many, h, one, 40).get(0);
    MeasuredLoss last = MeasuredLoss.of(own, run.get(0), data, FRESH, seed);
    ErrorSplit split =
        ErrorSplit.of(
            last,
            MeasuredLoss.of(own, run.get(1), data, FRESH, seed),
            MeasuredLoss.of(own, best, data, FRESH, seed));
    return new FullErrorCase(data, last, split, new Theorem3(data, weighting, split));
  }

  /** 2 to 8 steps over 1 to 2½ decades. */
  private static Design design(RandomGenerator random) {
    double low = Math.pow(10, random.nextDouble(-1.5, -0.5));
    double high = low * Math.pow(10, random.nextDouble(1, 2.5));
    int steps = random.nextInt(2, 9);
    return switch (random.nextInt(3)) {
      case 0 -> Design.edm(low, high, random.nextDouble(1, 20), steps);
      case 1 -> Design.song(low, high, steps);
      default -> {
        double[] times =
            random.doubles(steps + 1).map(u -> low * Math.pow(high / low, u)).sorted().toArray();
        yield new Design(VarianceSchedule.linear(), TimeGrid.of(times));
      }
    };
  }

  private static TotalWeighting weighting(Design design, RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> TotalWeighting.corrected(design, t -> 1);
      case 1 -> TotalWeighting.corrected(design, design.variance()::rate);
      case 2 -> TotalWeighting.edm(design);
      case 3 -> TotalWeighting.edmIntegral(design);
      default -> {
        double[] betas = random.doubles(design.time().steps(), 0.1, 10).toArray();
        yield TotalWeighting.given(design, betas);
      }
    };
  }

  private static Gaussian gaussian(RandomGenerator random) {
    int d = random.nextInt(1, 4);
    double[] mean = new double[d];
    double[][] covariance = new double[d][d];
    for (int j = 0; j < d; j++) {
      mean[j] = random.nextBoolean() ? 0 : random.nextGaussian();
      covariance[j][j] = Math.pow(10, random.nextDouble(-1.4, 0.6));
    }
    return Gaussian.of(mean, covariance);
  }

  /** The path ledger (B1) with E_S of the same fresh points as the ε's, nats. */
  public double pathNats() {
    return exact().totalNats() + last.scoreTerm().value();
  }

  /** E_I and E_D of B1. */
  public BoundReport exact() {
    Design design = last.objective().weighting().design();
    return PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, design.noiseGrid());
  }

  /** The printed bound, constants 1, over the path KL. */
  public double printed() {
    return theorem.printed().totalNats() / pathNats();
  }

  /** The corrected bound over the path KL. */
  public double corrected() {
    return theorem.corrected().totalNats() / pathNats();
  }

  /** The certified bound over the path KL. */
  public double certified() {
    return theorem.certified().totalNats() / pathNats();
  }

  /** What the certified bound of this part is over its true value. */
  public double looseness(Part part) {
    double truth = part == Part.SCORE ? last.scoreTerm().value() : exact().nats(part);
    return theorem.certified().nats(part) / truth;
  }
}
