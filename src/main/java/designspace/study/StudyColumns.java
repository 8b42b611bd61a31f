package designspace.study;

import java.util.ArrayList;
import java.util.List;

/** The names of what the study measures of each network. */
public final class StudyColumns {
  /** ½Σβ_jτ_je_j under the network's own weighting. */
  public static final String EXCESS = "excess";

  /** ½Σβ_j mmse_j/τ_j under it: the loss that no score passes. */
  public static final String FLOOR = "floor";

  /** Sliced W₂ between two samples of p_δ. */
  public static final String PERFECT_WASSERSTEIN = "w2 perfect";

  /** Their MMD². */
  public static final String PERFECT_MMD = "mmd2 perfect";

  private StudyColumns() {}

  /** All columns of a size. */
  static List<String> of(StudySize size) {
    List<String> names = new ArrayList<>(List.of(EXCESS, FLOOR));
    for (int i = 0; i < TrainedNetwork.levels().length; i++) {
      names.add(error(i));
    }
    for (int steps : StudyGrid.steps()) {
      names.add(power(steps));
      for (StudyGrid grid : StudyGrid.values()) {
        names.add(path(grid, steps));
      }
    }
    names.add(PERFECT_WASSERSTEIN);
    names.add(PERFECT_MMD);
    for (int steps : size.sampled()) {
      for (StudyGrid grid : StudyGrid.values()) {
        names.add(wasserstein(grid, steps));
        names.add(mmd(grid, steps));
      }
    }
    return List.copyOf(names);
  }

  /** The column of e at level i, least noise first. */
  public static String error(int i) {
    return "e" + i;
  }

  /** The column of the best ρ. */
  public static String power(int steps) {
    return "rho " + steps;
  }

  /** The column of the path KL, nats. */
  public static String path(StudyGrid grid, int steps) {
    return "path " + grid.name() + " " + steps;
  }

  /** The column of sliced W₂. */
  public static String wasserstein(StudyGrid grid, int steps) {
    return "w2 " + grid.name() + " " + steps;
  }

  /** The column of MMD². */
  public static String mmd(StudyGrid grid, int steps) {
    return "mmd2 " + grid.name() + " " + steps;
  }
}
