package designspace.claim;

import designspace.core.RandomStreams;
import designspace.matrix.Workers;
import designspace.metric.LogLogSlope;
import designspace.network.TangentKernel;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far gradient descent stays behind the tangent kernel's trajectory, by width: n = N = 2, d =
 * 4, all c_j equal, h = 1/λ_max.
 *
 * @param points one a width and seed, by width
 */
public record WidthStudy(List<Point> points) {
  static final long SEED = 20240705;
  private static final int EARLY = 5;
  private static final int LATE = 20;

  /** Runs in order of width. */
  public WidthStudy {
    points = List.copyOf(points);
  }

  /**
   * One run. The missing rate is 1 − ln(L_k/L_0)/ln(L_k(kernel)/L_0): 0 if the loss fell as the
   * kernel foretold.
   *
   * @param width m
   * @param early missing after 5 steps
   * @param late missing after 20 steps
   * @param switched fraction of units that switched in 20 steps
   * @param drift ‖G(θ^20) − G(θ⁰)‖/‖G(θ⁰)‖
   */
  public record Point(int width, double early, double late, double switched, double drift) {}

  /** Runs every width with every seed. */
  public static WidthStudy over(int[] widths, int seeds) {
    Point[] points = new Point[widths.length * seeds];
    Workers.all()
        .run(
            points.length,
            back -> {
              int r = points.length - 1 - back;
              long seed = new RandomStreams(SEED).fork(r % seeds).seed();
              points[r] = point(TrainingCase.of(2, 2, 4, widths[r / seeds]).withSeed(seed));
            });
    return new WidthStudy(Arrays.asList(points));
  }

  private static Point point(TrainingCase problem) {
    TangentKernel kernel = problem.kernel();
    GradientDescent run = problem.descent(1 / kernel.largest(), Recording.every(LATE));
    double first = run.loss();
    TrainingCase.advance(run, EARLY);
    double early = missing(kernel, EARLY, run.loss() / first);
    TrainingCase.advance(run, LATE - EARLY);
    double late = missing(kernel, LATE, run.loss() / first);
    double switched = run.trace().get(1).motion().switched();
    double drift = problem.kernel(run.network()).distance(kernel) / kernel.norm();
    return new Point(problem.shape().width(), early, late, switched, drift);
  }

  private static double missing(TangentKernel kernel, int k, double ratio) {
    double foretold = kernel.loss(1 / kernel.largest(), k) / kernel.loss(0, 0);
    return 1 - Math.log(ratio) / Math.log(foretold);
  }

  /** The exponent of m in a number that is positive in all runs. */
  public LogLogSlope slope(ToDoubleFunction<Point> number) {
    return LogLogSlope.fit(
        points.stream().mapToDouble(Point::width).toArray(),
        points.stream().mapToDouble(number).toArray());
  }

  /** The least missing rate of all runs. */
  public double least() {
    return points.stream().mapToDouble(p -> Math.min(p.early(), p.late())).min().orElse(0);
  }

  /** The mean of a number at the largest width. */
  public double last(ToDoubleFunction<Point> number) {
    return mean(points.get(points.size() - 1).width(), number);
  }

  /** The mean of a number at a width. */
  public double mean(int width, ToDoubleFunction<Point> number) {
    return points.stream().filter(p -> p.width() == width).mapToDouble(number).average().orElse(0);
  }
}
