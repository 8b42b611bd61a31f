package designspace.training;

import designspace.core.Require;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Where a total weighting β(u), u = ln σ, lies between two levels. Without the levels some have no
 * sum: those of ELBO and sigmoid do not fall, and those of velocity and flow grow, as σ → ∞.
 *
 * <p>Integrals by the midpoint rule on {@value #CELLS} cells: an error of about 1e−6 where β has a
 * kink or a jump, less elsewhere.
 *
 * @param peak σ of the largest β; the lower level where β is constant
 * @param height the largest β over ∫β du: 1/height is a width
 * @param mean of ln σ under β
 * @param deviation of ln σ under β
 * @param sum ∫β du
 */
public record WeightingShape(
    double peak, double height, double mean, double deviation, double sum) {
  private static final int CELLS = 20_000;

  static WeightingShape of(LevelWeighting weighting, double sigmaMin, double sigmaMax) {
    Require.positive("sigmaMin", sigmaMin, "it is a noise level");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "the weighting lies between");
    double low = Math.log(sigmaMin);
    double width = Math.log(sigmaMax / sigmaMin) / CELLS;
    double sum = 0;
    double first = 0;
    double highest = low;
    for (int k = 0; k < CELLS; k++) {
      double u = low + (k + 0.5) * width;
      double beta = weighting.total(u);
      sum += beta * width;
      first += u * beta * width;
      highest = beta > weighting.total(highest) ? u : highest;
    }
    Require.positive("sum of the weighting", sum, "it must reach into the range");
    double mean = first / sum;
    double second = 0;
    for (int k = 0; k < CELLS; k++) {
      double u = low + (k + 0.5) * width;
      second += (u - mean) * (u - mean) * weighting.total(u) * width;
    }
    double peak = climb(weighting, highest, low, width);
    double height = weighting.total(peak) / sum;
    return new WeightingShape(Math.exp(peak), height, mean, Math.sqrt(second / sum), sum);
  }

  /** The maximum beside the highest midpoint; itself if β is flat or jumps there. */
  private static double climb(LevelWeighting weighting, double from, double low, double width) {
    double end = low + CELLS * width;
    double best =
        new BrentOptimizer(1e-9, 1e-12)
            .optimize(
                MaxEval.unlimited(),
                GoalType.MAXIMIZE,
                new UnivariateObjectiveFunction(weighting::total),
                new SearchInterval(Math.max(low, from - width), Math.min(end, from + width), from))
            .getPoint();
    double higher = weighting.total(end) > weighting.total(best) ? end : best;
    return weighting.total(higher) > weighting.total(from) ? higher : from;
  }

  /** √(variance) as a factor: β lies within this factor of e^mean either way, roughly. */
  public double factor() {
    return Math.exp(deviation);
  }
}
