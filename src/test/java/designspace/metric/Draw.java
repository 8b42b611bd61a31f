package designspace.metric;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;

/** Samples for the tests of this package. */
final class Draw {
  private Draw() {}

  /** n points of N(0, I_d). */
  static Points normal(int n, int d, long seed) {
    return Gaussian.isotropic(d, 1).sample(n, new RandomStreams(seed));
  }

  /** n points of N((shift, 0, …), c²I_d). */
  static Points normal(int n, int d, double shift, double c, long seed) {
    return law(d, shift, c).sample(n, new RandomStreams(seed));
  }

  /** N((shift, 0, …), c²I_d). */
  static Gaussian law(int d, double shift, double c) {
    double[] mean = new double[d];
    mean[0] = shift;
    return Gaussian.isotropic(mean, c);
  }

  /** Each point moved by the same vector. */
  static Points shifted(Points points, double... by) {
    return points.map(
        x -> {
          for (int j = 0; j < x.length; j++) {
            x[j] += by[j];
          }
          return x;
        });
  }

  /** The first two coordinates turned by one radian. */
  static Points turned(Points points) {
    return points.map(
        x -> {
          double first = x[0];
          x[0] = Math.cos(1) * first - Math.sin(1) * x[1];
          x[1] = Math.sin(1) * first + Math.cos(1) * x[1];
          return x;
        });
  }

  /** The same points in another order. */
  static Points reversed(Points points) {
    double[][] rows = new double[points.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = points.row(rows.length - 1 - i);
    }
    return Points.of(rows);
  }
}
