package designspace.claim;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.network.LeastSquares;
import designspace.network.Parametrization;
import designspace.network.ReluNetwork;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import designspace.training.TotalWeighting;
import designspace.training.TraceStep;
import java.util.random.RandomGenerator;

/**
 * A random objective and a network at its initialisation, for what must hold on all of them.
 *
 * @param network eq-8 as drawn
 * @param objective normal data, so ‖x‖ ≈ √d (asm-1); σ̄ from 0.02 … 0.2 to 0.5 … 2 (asm-2)
 */
record RandomTraining(ReluNetwork network, DenoisingObjective objective) {

  /** Sizes drawn too: n ≤ 6, N ≤ 10, d from 4 to 24, m from 64 to 256, L ≤ 3. */
  static RandomTraining drawn(long seed) {
    RandomGenerator random = new RandomStreams(seed).stream(0);
    TrainingSize size =
        new TrainingSize(
            random.nextInt(1, 7),
            random.nextInt(1, 11),
            random.nextInt(4, 25),
            64 << random.nextInt(3),
            random.nextInt(1, 4));
    return of(size, weighting(size.levels(), random), seed);
  }

  /** These sizes and this weighting. */
  static RandomTraining of(TrainingSize size, TotalWeighting weighting, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    Points clean = Gaussian.isotropic(size.dimension(), 1).sample(size.points(), streams.fork(0));
    long weights = streams.fork(2).seed();
    return new RandomTraining(
        ReluNetwork.paper(size.dimension(), size.width(), size.depth(), weights),
        DenoisingObjective.of(clean, weighting, streams.fork(1).seed()));
  }

  private static TotalWeighting weighting(int levels, RandomGenerator random) {
    double low = random.nextDouble(0.02, 0.2);
    double high = random.nextDouble(0.5, 2);
    Design design =
        random.nextBoolean()
            ? Design.edm(low, high, random.nextDouble(1, 10), levels)
            : Design.song(low, high, levels);
    return switch (random.nextInt(5)) {
      case 0 -> TotalWeighting.printed(design, t -> 1);
      case 1 -> TotalWeighting.corrected(design, t -> 1);
      case 2 -> TotalWeighting.edm(design);
      case 3 -> TotalWeighting.inverseBell(design);
      default -> TotalWeighting.uniform(design);
    };
  }

  /** Loss, terms and gradient at any network of this shape. */
  TraceStep at(ReluNetwork other) {
    return GradientDescent.start(other, objective, 1, Recording.everyStep(), Workers.of(1))
        .trace()
        .get(0);
  }

  /** The objective as least squares. */
  LeastSquares batch() {
    return objective.leastSquares(network.shape(), Parametrization.paper());
  }

  /** max_j c_j. */
  double largestC() {
    double largest = 0;
    for (int j = 1; j <= objective.levels(); j++) {
      largest = Math.max(largest, objective.weighting().c(j));
    }
    return largest;
  }

  /** Σ_j c_j. */
  double sumC() {
    double sum = 0;
    for (int j = 1; j <= objective.levels(); j++) {
      sum += objective.weighting().c(j);
    }
    return sum;
  }

  /** m. */
  int width() {
    return network.shape().width();
  }
}
