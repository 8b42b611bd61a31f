package designspace.optimal;

import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/** Grids of closed form from which a search for the best one sets out. */
public final class StartGrids {
  private static final double EDM_POWER = 7;
  private static final double[] POWERS = {1, 2, 3, 4, 5, EDM_POWER, 10, 20};
  private static final int SCALES = 9;

  private StartGrids() {}

  /** Polynomial(7), exponential and the five angle laws for data of one standard deviation. */
  public static List<NoiseGrid> named(double c, double sigmaMin, double sigmaMax, int steps) {
    List<NoiseGrid> grids = new ArrayList<>();
    grids.add(NoiseGrid.polynomial(sigmaMin, sigmaMax, EDM_POWER, steps));
    grids.add(NoiseGrid.geometric(sigmaMin, sigmaMax, steps));
    for (AngleLaw law : AngleLaw.values()) {
      grids.add(NoiseGrid.angle(law, c, sigmaMin, sigmaMax, steps));
    }
    return grids;
  }

  /** For data of unknown scale: eight powers, and the five laws of nine scales in the range. */
  public static List<NoiseGrid> all(double sigmaMin, double sigmaMax, int steps) {
    List<NoiseGrid> grids = new ArrayList<>();
    for (double power : POWERS) {
      grids.add(NoiseGrid.polynomial(sigmaMin, sigmaMax, power, steps));
    }
    grids.add(NoiseGrid.geometric(sigmaMin, sigmaMax, steps));
    for (int i = 1; i <= SCALES; i++) {
      double c = sigmaMin * Math.pow(sigmaMax / sigmaMin, i / (SCALES + 1.0));
      for (AngleLaw law : AngleLaw.values()) {
        grids.add(NoiseGrid.angle(law, c, sigmaMin, sigmaMax, steps));
      }
    }
    return grids;
  }
}
