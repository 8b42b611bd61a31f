package designspace.data;

import designspace.core.Points;
import designspace.core.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Familiar two-dimensional laws of order-one scale, as mixtures whose scores are exact.
 *
 * <p>A curve is a row of isotropic Gaussian bumps of standard deviation {@code width}, spaced by at
 * most their width. Along a straight stretch such a tube is even to a relative ripple of 2e^{−2π²}
 * ≈ 5e−9.
 */
public final class Shapes {
  /** Chords of a curve; their total length is right to about 1e−7. */
  private static final int CHORDS = 4096;

  /** Of a hundred chords at least. */
  private static final double MOST_TURNS = 0.01 * CHORDS;

  private static final double MOST_BUMPS = 1e6;

  private Shapes() {}

  /** Two interleaved half circles of radius 1 and width 0.1. */
  public static GaussianMixture twoMoons() {
    return twoMoons(0.1);
  }

  /** Half circles (cos t, sin t) and (1 − cos t, ½ − sin t), 0 ≤ t ≤ π. */
  public static GaussianMixture twoMoons(double width) {
    Tube tube = new Tube(width);
    tube.add(0, Math.PI, t -> new double[] {Math.cos(t), Math.sin(t)});
    tube.add(0, Math.PI, t -> new double[] {1 - Math.cos(t), 0.5 - Math.sin(t)});
    return tube.law();
  }

  /** A spiral of one and a half turns, radius ½ to 3/2, width 0.05. */
  public static GaussianMixture swissRoll() {
    return swissRoll(1.5, 0.05);
  }

  /** The spiral r = ½ + s, angle 2π·turns·s + 3π/2, 0 ≤ s ≤ 1. */
  public static GaussianMixture swissRoll(double turns, double width) {
    Require.positive("turns", turns, "a roll turns");
    if (turns > MOST_TURNS) {
      throw Require.refusal("turns", turns, "at most " + MOST_TURNS, "a turn needs many chords");
    }
    Tube tube = new Tube(width);
    tube.add(
        0,
        1,
        s -> {
          double angle = 2 * Math.PI * turns * s + 1.5 * Math.PI;
          return new double[] {(0.5 + s) * Math.cos(angle), (0.5 + s) * Math.sin(angle)};
        });
    return tube.law();
  }

  /** Circles of radius ½, 1 and 3/2 and width 0.05. */
  public static GaussianMixture rings() {
    return rings(0.05, 0.5, 1, 1.5);
  }

  /** Circles around the origin, weighted by their lengths. */
  public static GaussianMixture rings(double width, double... radii) {
    Require.atLeast(1, "number of radii", radii.length, "a law has somewhere to be");
    Tube tube = new Tube(width);
    for (int k = 0; k < radii.length; k++) {
      double r = Require.positive("radii[" + k + "]", radii[k], "it is a circle's");
      tube.add(0, 2 * Math.PI, t -> new double[] {r * Math.cos(t), r * Math.sin(t)});
    }
    return tube.law();
  }

  /** Four by four cells of side 1, every other one filled; on [−2, 2]². */
  public static Boxes checkerboard() {
    return checkerboard(4, 1);
  }

  /** Uniform on every other of {@code cells}² square cells, the lower left one first. */
  public static Boxes checkerboard(int cells, double side) {
    Require.atLeast(1, "cells", cells, "a board has a cell");
    Require.positive("side", side, "it is a length");
    List<double[]> low = new ArrayList<>();
    List<double[]> high = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      for (int j = i % 2; j < cells; j += 2) {
        double half = 0.5 * cells;
        low.add(new double[] {(i - half) * side, (j - half) * side});
        high.add(new double[] {(i + 1 - half) * side, (j + 1 - half) * side});
      }
    }
    return Boxes.of(
        Points.of(low.toArray(double[][]::new)), Points.of(high.toArray(double[][]::new)));
  }

  /** Six generations of branches, each 0.65 of the last and turned by 35°. */
  public static GaussianMixture fractal() {
    return fractal(6, 0.65, Math.toRadians(35));
  }

  /**
   * A tree that forks in two: a trunk of length 1 from (0, −1), then generations of branches {@code
   * ratio} times as long and as wide as the last, turned by ±{@code angle} radians. Each generation
   * has the same weight; width and spacing are 0.06 of the length.
   *
   * @param generations at least 1; the trunk is the first
   */
  public static GaussianMixture fractal(int generations, double ratio, double angle) {
    Require.atLeast(1, "generations", generations, "a tree has a trunk");
    Require.positive("ratio", ratio, "branches have a length");
    Require.ordered("ratio", ratio, "1", 1, "branches are shorter than what they grow from");
    Require.finite("angle", angle, "it is a direction");
    return Tree.grow(generations, ratio, angle);
  }

  /**
   * Any curve {@code t ↦ x}, {@code from} ≤ t ≤ {@code to}, as a tube of bumps uniform in length.
   */
  public static GaussianMixture curve(
      double from, double to, double width, DoubleFunction<double[]> place) {
    Tube tube = new Tube(width);
    tube.add(from, to, place);
    return tube.law();
  }

  /** Rows of bumps of one width, uniform in length. */
  private static final class Tube {
    private final double width;
    private final List<double[]> centres = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    Tube(double width) {
      this.width = Require.positive("width", width, "a curve needs one to have a density");
    }

    void add(double from, double to, DoubleFunction<double[]> place) {
      Require.ordered("from", from, "to", to, "a curve has a length");
      double[][] path = new double[CHORDS + 1][];
      double[] length = new double[CHORDS + 1];
      for (int i = 0; i <= CHORDS; i++) {
        path[i] = place.apply(from + (to - from) * i / CHORDS);
        length[i] = i == 0 ? 0 : length[i - 1] + distance(path[i - 1], path[i]);
      }
      double total = Require.positive("length of the curve", length[CHORDS], "it goes somewhere");
      if (!(total / width <= MOST_BUMPS)) {
        String why = "a curve of length " + total + " would need more bumps than can be kept";
        throw Require.refusal("width", width, "at least " + total / MOST_BUMPS, why);
      }
      int bumps = (int) Math.ceil(total / width);
      for (int k = 0; k < bumps; k++) {
        centres.add(at(path, length, total * (k + 0.5) / bumps));
        weights.add(total / bumps);
      }
    }

    GaussianMixture law() {
      double[] w = weights.stream().mapToDouble(Double::doubleValue).toArray();
      return GaussianMixture.of(w, Points.of(centres.toArray(double[][]::new)), width);
    }

    private static double[] at(double[][] path, double[] length, double s) {
      int found = Arrays.binarySearch(length, s);
      int i = found >= 0 ? Math.min(found, path.length - 2) : -found - 2;
      double share = (s - length[i]) / (length[i + 1] - length[i]);
      double[] x = new double[path[i].length];
      Arrays.setAll(x, j -> path[i][j] + share * (path[i + 1][j] - path[i][j]));
      return x;
    }

    private static double distance(double[] a, double[] b) {
      double sum = 0;
      for (int j = 0; j < a.length; j++) {
        sum += (a[j] - b[j]) * (a[j] - b[j]);
      }
      return Math.sqrt(sum);
    }
  }
}
