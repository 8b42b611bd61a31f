package designspace.claim;

import designspace.bound.BoundReport;
import designspace.bound.PathLedger;
import designspace.bound.Theorem2;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A random design and random Gaussian data, for inequalities that must hold on all of them.
 *
 * @param data 1 to 3 dimensions, standard deviations within [0.01, 10], each mean 0 or of order 5
 * @param design 2 to 60 steps, σ within [1e−3, 1e3], on a named grid or scattered
 */
public record RandomCase(Gaussian data, Design design) {

  /** Case {@code i} of each seed is drawn from stream i. */
  public static List<RandomCase> list(int count, long seed) {
    Require.atLeast(1, "count", count, "there is something to draw");
    RandomStreams streams = new RandomStreams(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> streams.stream(i))
        .map(random -> new RandomCase(gaussian(random), design(random)))
        .toList();
  }

  /** A random design. */
  public static Design design(RandomGenerator random) {
    double low = Math.pow(10, random.nextDouble(-3, 0));
    double high = low * Math.pow(10, random.nextDouble(0.5, 3));
    int steps = random.nextInt(2, 60);
    return switch (random.nextInt(3)) {
      case 0 -> Design.edm(low, high, random.nextDouble(1, 20), steps);
      case 1 -> Design.song(low, high, steps);
      default -> {
        double[] times =
            random.doubles(steps).map(u -> low * Math.pow(high / low, u)).sorted().toArray();
        yield new Design(VarianceSchedule.linear(), TimeGrid.of(times));
      }
    };
  }

  /** Random Gaussian data. */
  public static Gaussian gaussian(RandomGenerator random) {
    int d = random.nextInt(1, 4);
    double[] mean = new double[d];
    double[][] covariance = new double[d][d];
    for (int j = 0; j < d; j++) {
      mean[j] = random.nextBoolean() ? 0 : 5 * random.nextGaussian();
      covariance[j][j] = Math.pow(10, random.nextDouble(-4, 2));
    }
    return Gaussian.of(mean, covariance);
  }

  /** A random mixture of 1 to 3 bumps on the line. */
  public static GaussianMixture mixture(RandomGenerator random) {
    int bumps = random.nextInt(1, 4);
    Gaussian[] parts = new Gaussian[bumps];
    double[] weights = new double[bumps];
    for (int k = 0; k < bumps; k++) {
      double width = Math.pow(10, random.nextDouble(-1, 0.5));
      parts[k] = Gaussian.isotropic(new double[] {3 * random.nextGaussian()}, width);
      weights[k] = random.nextDouble(0.1, 1);
    }
    return GaussianMixture.of(weights, parts);
  }

  /** The three forms of thm-2. */
  public Theorem2 theorem2() {
    return new Theorem2(data, design);
  }

  /** The exact path ledger (B1). */
  public BoundReport path() {
    return PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, design.noiseGrid());
  }

  /** The exact marginal KL (B3), nats. */
  public double marginalNats() {
    return GaussianLaw.of(LinearSampler.EXPONENTIAL_INTEGRATOR, data, design.noiseGrid()).klNats();
  }
}
