package designspace.sampling;

import designspace.core.Points;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/** Sums of sets of points, noise on top, and parameters in labels. */
final class Linear {
  private Linear() {}

  /** a x + b y, point by point. */
  static Points combination(double a, Points x, double b, Points y) {
    double[] sum = x.toArray();
    int d = x.dimension();
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < d; j++) {
        sum[i * d + j] = a * sum[i * d + j] + b * y.get(i, j);
      }
    }
    return Points.owning(sum, d);
  }

  /** x + scale U, U standard normal; point i draws from stream i. */
  static Points noised(Points x, double scale, RandomGenerator[] random) {
    double[] noisy = x.toArray();
    int d = x.dimension();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += scale * random[i / d].nextGaussian();
    }
    return Points.owning(noisy, d);
  }

  /** 40 for 40.0, 0.5 for 0.5. */
  static String label(double parameter) {
    return BigDecimal.valueOf(parameter).stripTrailingZeros().toPlainString();
  }
}
