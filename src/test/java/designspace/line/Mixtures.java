package designspace.line;

import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import java.util.random.RandomGenerator;

/** Laws on the line for tests. */
public final class Mixtures {
  private Mixtures() {}

  /** Two or three bumps, 0.05 to 0.8 wide, about 1 apart. */
  public static GaussianMixture random(RandomGenerator random) {
    int size = 2 + random.nextInt(2);
    double[] weights = new double[size];
    Gaussian[] bumps = new Gaussian[size];
    for (int i = 0; i < size; i++) {
      weights[i] = random.nextDouble(0.2, 1);
      double width = 0.05 * Math.pow(16, random.nextDouble());
      bumps[i] = Gaussian.isotropic(new double[] {random.nextGaussian()}, width);
    }
    return GaussianMixture.of(weights, bumps);
  }

  /** Two equal bumps at ±place. */
  public static GaussianMixture twoBumps(double place, double width) {
    return GaussianMixture.of(
        new double[] {1, 1}, Points.owning(new double[] {-place, place}, 1), width);
  }
}
