package designspace.data;

import designspace.core.Points;
import java.util.List;

/** One law of every kind; each name is its {@code toString}. */
final class Laws {
  static final GaussianMixture LINE =
      GaussianMixture.of(
          new double[] {1, 3},
          Gaussian.isotropic(new double[] {-1}, 0.5),
          Gaussian.isotropic(new double[] {2}, 0.3));

  static final GaussianMixture TILTED =
      GaussianMixture.of(
          new double[] {1, 3},
          Gaussian.of(new double[] {-2, 1}, new double[][] {{1, 0.6}, {0.6, 0.5}}),
          Gaussian.of(new double[] {3, 0}, new double[][] {{0.3, -0.2}, {-0.2, 0.9}}));

  static final GaussianMixture CLOUD =
      GaussianMixture.points(
          new double[] {1, 2, 1, 3, 1},
          Points.of(
              new double[] {0, 0},
              new double[] {1, 0.5},
              new double[] {-1, 2},
              new double[] {0.5, -1},
              new double[] {2, 2}));

  static final GaussianMixture POINTS_ON_LINE =
      GaussianMixture.points(Points.of(new double[] {-1}, new double[] {0.5}, new double[] {1}));

  static final Boxes INTERVALS =
      Boxes.of(
          new double[] {1, 2, 1},
          Points.of(new double[] {-2}, new double[] {0}, new double[] {0.5}),
          Points.of(new double[] {-1}, new double[] {1}, new double[] {3}));

  static final Boxes OVERLAPPING =
      Boxes.of(
          new double[] {1, 2},
          Points.of(new double[] {-1, -1}, new double[] {0, 0}),
          Points.of(new double[] {1, 0.5}, new double[] {2, 0.1}));

  /** A segment, a point and a full bump together. */
  static final GaussianMixture MIXED =
      GaussianMixture.of(
          new double[] {1, 1, 1},
          Gaussian.onSubspace(new double[] {1, 1}, new double[] {0.5, 1}),
          Gaussian.point(-1, 0),
          Gaussian.isotropic(new double[] {0, -1}, 0.4));

  static final List<DataDistribution> ALL =
      List.of(
          Gaussian.of(new double[] {1, -2}, new double[][] {{2, 0.5}, {0.5, 1}}),
          Gaussian.onSubspace(
              new double[] {1, 0, -1}, new double[] {1, 1, 0.5}, new double[] {0.2, -0.3, 1}),
          LINE,
          TILTED,
          CLOUD,
          POINTS_ON_LINE,
          MIXED,
          INTERVALS,
          OVERLAPPING,
          Shapes.checkerboard(2, 1),
          Shapes.fractal(2, 0.6, 0.6),
          Shapes.twoMoons(0.25));

  private Laws() {}
}
