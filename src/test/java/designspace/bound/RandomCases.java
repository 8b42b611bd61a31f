package designspace.bound;

import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.schedule.Design;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.random.RandomGenerator;

/** Random designs and data for inequalities that must hold on all of them. */
final class RandomCases {
  private RandomCases() {}

  /** 2 to 60 steps, σ within [1e−3, 1e3], levels scattered or on a named grid. */
  static Design design(RandomGenerator random) {
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

  /** 1 to 3 dimensions, standard deviations within [0.01, 10], the mean zero or not. */
  static Gaussian gaussian(RandomGenerator random) {
    int d = random.nextInt(1, 4);
    double[] mean = new double[d];
    double[][] covariance = new double[d][d];
    for (int j = 0; j < d; j++) {
      mean[j] = random.nextBoolean() ? 0 : 5 * random.nextGaussian();
      covariance[j][j] = Math.pow(10, random.nextDouble(-4, 2));
    }
    return Gaussian.of(mean, covariance);
  }

  /** 1 to 3 bumps on the line. */
  static GaussianMixture mixture(RandomGenerator random) {
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
}
