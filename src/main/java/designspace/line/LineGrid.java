package designspace.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * Where a density on the line is kept before a step x → x + Δτ S(x) + √Δτ Z: an even grid, and
 * finer patches where one bump takes over from another, since S is steep there and the step
 * stretches the line by 1 + Δτ S′.
 */
final class LineGrid {
  /** Points per standard deviation of noise: a sum of normals is then right to e^{−2π²r²}. */
  private static final double PER_NOISE = 1.9;

  /** Points per length over which S turns. */
  private static final double PER_TURN = 2.5;

  /** Lengths over which S turns, on each side of a patch's centre, that it covers wholly. */
  private static final double CORE = 10;

  /**
   * A share's fall, as the standard deviation of an error function in spacings of the even grid.
   */
  private static final double FALL = 1.2;

  private static final double FALL_REACH = 6;

  /** A patch less fine than this is not worth it. */
  private static final double FINER = 1.3;

  /** Points that are kept at most. */
  private static final double MOST = 1 << 23;

  private final double spacing;
  private final List<Turn> turns = new ArrayList<>();

  /** A place where S is steep: its centre, the length over which S turns, and a fine spacing. */
  private record Turn(double centre, double length, double spacing) {}

  /**
   * The grid for a step.
   *
   * @param spacing of the even grid
   * @param deltaTau of the step; 0 at the end
   * @param resolution multiplies numbers of points
   */
  LineGrid(SmoothedLine data, double spacing, double deltaTau, double resolution) {
    this.spacing = spacing;
    for (double x : deltaTau > 0 ? data.takeovers() : new double[0]) {
      data.moveTo(x);
      double turn = 1 / Math.sqrt(Math.max(0, data.slope()) + 1 / (data.width() * data.width()));
      double stretch = Math.max(1, 1 + deltaTau * data.slope());
      double noise = Math.sqrt(deltaTau) / (PER_NOISE * stretch);
      double fine = Math.min(noise, turn / PER_TURN) / resolution;
      if (fine * FINER < spacing) {
        turns.add(new Turn(x, turn, fine));
      }
    }
    turns.sort(Comparator.comparingDouble(Turn::spacing));
  }

  /** Spacing of an even grid between two steps; a Δτ of 0 for none. */
  static double spacing(double width, double before, double after, double perBump) {
    double least = width / perBump;
    for (double deltaTau : new double[] {before, after}) {
      least = deltaTau > 0 ? Math.min(least, Math.sqrt(deltaTau) / PER_NOISE) : least;
    }
    return least;
  }

  /** Empty patches that cover an interval: the finest first, the even grid last. */
  List<LinePatch> patches(double low, double high) {
    List<LinePatch> patches = new ArrayList<>();
    for (int t = 0; t < turns.size(); t++) {
      Turn turn = turns.get(t);
      double half = CORE * turn.length() + 2 * FALL_REACH * FALL * spacing;
      double from = Math.max(low, turn.centre() - half);
      double to = Math.min(high, turn.centre() + half);
      if (from < to) {
        patches.add(patch(from, to, turn.spacing(), t));
      }
    }
    patches.add(patch(low, high, spacing, turns.size()));
    return patches;
  }

  private LinePatch patch(double low, double high, double fine, int t) {
    double count = Math.ceil((high - low) / fine) + 1;
    if (!(count <= MOST)) {
      throw new ArithmeticException(
          "a density would need " + count + " points: are steps too small, or bumps too narrow?");
    }
    double[] share = new double[(int) count];
    for (int i = 0; i < share.length; i++) {
      share[i] = share(low + i * fine, t);
    }
    return new LinePatch(low, fine, share);
  }

  /** What finer patches leave to patch t. */
  private double share(double x, int t) {
    double left = 1;
    for (int s = 0; s < t; s++) {
      left *= 1 - cover(turns.get(s), x);
    }
    return t < turns.size() ? left * cover(turns.get(t), x) : left;
  }

  private double cover(Turn turn, double x) {
    double fall = FALL * spacing;
    double half = CORE * turn.length() + FALL_REACH * fall;
    double z = (half - Math.abs(x - turn.centre())) / (fall * Math.sqrt(2));
    return z > 6 ? 1 : z < -6 ? 0 : 0.5 * Erf.erfc(-z);
  }
}
