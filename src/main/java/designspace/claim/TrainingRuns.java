package designspace.claim;

import designspace.core.RandomStreams;
import designspace.matrix.Workers;
import designspace.schedule.Design;
import designspace.training.TotalWeighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Runs on four designs, two widths, two depths and several seeds, n = N = 4 and d = 8: equal c_j
 * and w = 1 on EDM's levels from 0.1 to 1, w = 1 on Song's, and EDM's own numbers (0.002 to 80, its
 * bell), which violate asm-2.
 *
 * @param list one a case
 */
public record TrainingRuns(List<TrainingRun> list) {
  static final long SEED = 20240704;
  private static final int LEVELS = 4;

  public TrainingRuns {
    list = List.copyOf(list);
  }

  /** Runs with so many seeds and steps a case. */
  public static TrainingRuns all(int seeds, int steps) {
    List<TrainingCase> cases = cases(seeds);
    TrainingRun[] runs = new TrainingRun[cases.size()];
    Workers.all().run(runs.length, r -> runs[r] = TrainingRun.of(cases.get(r), steps));
    return new TrainingRuns(Arrays.asList(runs));
  }

  private static List<TrainingCase> cases(int seeds) {
    List<TrainingCase> cases = new ArrayList<>();
    for (int depth = 2; depth >= 1; depth--) {
      for (int width : new int[] {256, 128}) {
        TrainingCase size = TrainingCase.of(4, LEVELS, 8, width).withDepth(depth);
        for (TotalWeighting weighting : weightings()) {
          for (int s = 0; s < seeds; s++) {
            long seed = new RandomStreams(SEED).fork(s).seed();
            cases.add(size.withWeighting(weighting).withSeed(seed));
          }
        }
      }
    }
    return cases;
  }

  /** The four designs. */
  public static List<TotalWeighting> weightings() {
    return List.of(
        TrainingCase.equalC(LEVELS),
        TrainingCase.unitWeight(LEVELS),
        TotalWeighting.printed(Design.song(0.1, 1, LEVELS), t -> 1).named("Song, w = 1"),
        TotalWeighting.edm(Design.edm(0.002, 80, 7, LEVELS)).named("EDM's own"));
  }

  /** How many. */
  public int size() {
    return list.size();
  }

  /** The least of a number over all runs. */
  public double least(ToDoubleFunction<TrainingRun> number) {
    return list.stream().mapToDouble(number).min().orElse(Double.NaN);
  }

  /** The largest of a number over all runs. */
  public double largest(ToDoubleFunction<TrainingRun> number) {
    return list.stream().mapToDouble(number).max().orElse(Double.NaN);
  }
}
