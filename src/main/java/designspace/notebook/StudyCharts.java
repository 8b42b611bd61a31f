package designspace.notebook;

import designspace.metric.Bootstrap;
import designspace.study.StudyCell;
import designspace.study.StudyColumns;
import designspace.study.StudyGrid;
import designspace.study.StudyLaw;
import designspace.study.StudyModel;
import designspace.study.StudyResults;
import designspace.study.StudySize;
import designspace.study.StudyWeighting;
import designspace.study.TrainedNetwork;
import designspace.study.Trend;
import designspace.study.Yardstick;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The charts of the study of schedules, each a panel of one law.
 *
 * @param study its results
 * @param weighting of the networks shown
 */
public record StudyCharts(StudyResults study, StudyWeighting weighting) {
  private static final int WIDTH = 450;
  private static final int HEIGHT = 360;

  private StudyCell cell(StudyLaw law, int steps) {
    return new StudyCell(law, StudyModel.EDM, weighting, steps);
  }

  private static Plot panel(StudyLaw law) {
    return Plot.titled(law.toString()).size(WIDTH, HEIGHT).logX().legendBelow();
  }

  /** (τe + mmse/τ)/(mmse/τ) over σ, after so many steps of training each. */
  public Figure losses(StudyLaw law, int... training) {
    Plot plot = panel(law).x("σ").y("loss / floor").logY();
    for (int steps : training) {
      plot.line(name(steps), TrainedNetwork.levels(), study.lossOverFloor(cell(law, steps)));
    }
    return plot;
  }

  /** τe over σ, with its intervals over the seeds. */
  public Figure errors(StudyLaw law, int... training) {
    double[] sigma = TrainedNetwork.levels();
    Plot plot = panel(law).x("σ").y("τ e(σ)").logY();
    for (int steps : training) {
      List<Bootstrap> e = study.errors(cell(law, steps));
      plot.line(name(steps), sigma, scaled(sigma, e, Bootstrap::mean));
      plot.intervals(
          "95%, " + name(steps),
          sigma,
          scaled(sigma, e, Bootstrap::low),
          scaled(sigma, e, Bootstrap::high));
    }
    return plot;
  }

  private static String name(int steps) {
    return steps + " steps";
  }

  private static double[] scaled(
      double[] sigma, List<Bootstrap> e, ToDoubleFunction<Bootstrap> end) {
    double[] scaled = new double[sigma.length];
    Arrays.setAll(scaled, i -> sigma[i] * sigma[i] * end.applyAsDouble(e.get(i)));
    return scaled;
  }

  /** Exponential against polynomial(7), each with its own networks, over the steps of training. */
  public Figure effects(StudyLaw law, Yardstick yardstick, int... steps) {
    Plot plot = panel(law).x("steps of Adam").y("Δ");
    for (int n : steps) {
      Trend trend = study.ownNetwork(yardstick, n, law);
      double[] training = trend.training().stream().mapToDouble(Integer::doubleValue).toArray();
      plot.marked("N = " + n, training, trend.each(Bootstrap::mean));
      plot.intervals(
          "95%, N = " + n, training, trend.each(Bootstrap::low), trend.each(Bootstrap::high));
    }
    int[] all = StudySize.FULL.training();
    return plot.guide("equal", new double[] {all[0], all[all.length - 1]}, new double[] {0, 0});
  }

  /** Mean path KL of every schedule over that of the score-aware clock. */
  public Figure schedules(StudyLaw law, int training) {
    Plot plot = panel(law).x("N").y("path KL / clock's");
    double[] n = Arrays.stream(StudyGrid.steps()).asDoubleStream().toArray();
    for (StudyGrid grid : StudyGrid.values()) {
      if (grid != StudyGrid.CLOCK) {
        plot.marked(grid.toString(), n, overClock(cell(law, training), grid));
      }
    }
    return plot.guide("clock", new double[] {n[0], n[n.length - 1]}, new double[] {1, 1});
  }

  private double[] overClock(StudyCell cell, StudyGrid grid) {
    return Arrays.stream(StudyGrid.steps())
        .mapToDouble(
            n ->
                study.mean(cell, StudyColumns.path(grid, n))
                    / study.mean(cell, StudyColumns.path(StudyGrid.CLOCK, n)))
        .toArray();
  }
}
