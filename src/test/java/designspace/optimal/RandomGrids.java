package designspace.optimal;

import designspace.data.Gaussian;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.Random;

/** Random grids and laws for tests. */
final class RandomGrids {
  private final Random random;

  RandomGrids(long seed) {
    random = new Random(seed);
  }

  /** 1 to 12 steps, each a factor of 1.05 to 12 of noise. */
  NoiseGrid grid() {
    double[] sigmas = new double[2 + random.nextInt(12)];
    sigmas[sigmas.length - 1] = Math.exp(-4 * random.nextDouble());
    for (int k = sigmas.length - 2; k >= 0; k--) {
      sigmas[k] = sigmas[k + 1] * Math.exp(0.05 + 2.4 * Math.pow(random.nextDouble(), 2));
    }
    return NoiseGrid.of(sigmas);
  }

  /** A full covariance in 1 to 4 dimensions, variances from 1e−4 to 1e2, and a mean. */
  Gaussian gaussian() {
    int d = 1 + random.nextInt(4);
    double[] mean = random.doubles(d, -3, 3).toArray();
    double[][] covariance = new double[d][d];
    for (int direction = 0; direction < d; direction++) {
      double[] v = new double[d];
      Arrays.setAll(v, j -> random.nextGaussian());
      double size = Math.exp(random.nextDouble() * 7 - 4.6);
      for (int i = 0; i < d; i++) {
        covariance[i][i] += 1e-4;
        for (int j = 0; j < d; j++) {
          covariance[i][j] += size * v[i] * v[j] / d;
        }
      }
    }
    return Gaussian.of(mean, covariance);
  }

  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int integer(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }
}
