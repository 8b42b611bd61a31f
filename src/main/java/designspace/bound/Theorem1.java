package designspace.bound;

import designspace.core.Require;
import designspace.network.Shape;
import designspace.training.Trace;
import designspace.training.TraceStep;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The bound of thm-1 along a run that was recorded at every step: L̄(θ^K) ≤ Π_{s&lt;K} (1 − C₅ x_s)
 * L̄(θ⁰) with x_s = h c_{j*(s)} m d^{(a₀−1)/2}/(n³N²). The Paper leaves C₅ open: it is an argument
 * here, or what the run allows. Nothing is assumed of h, which E10 corrects ({@link StepSize}).
 */
public final class Theorem1 {
  private final Trace trace;
  private final Shape shape;
  private final double a0;

  private Theorem1(Trace trace, Shape shape, double a0) {
    this.trace = trace;
    this.shape = shape;
    this.a0 = a0;
  }

  /**
   * The bound along this run.
   *
   * @param shape of the network that was trained
   * @param a0 a₀, between ½ and 1
   * @throws IllegalArgumentException if a step is missing in the trace
   */
  public static Theorem1 along(Trace trace, Shape shape, double a0) {
    int d = trace.objective().clean().dimension();
    Require.size("outputs of the network", shape.outputs(), d, "it was trained on these data");
    if (!(a0 > 0.5 && a0 < 1)) {
      throw Require.refusal("a0", a0, "a number between 1/2 and 1", "thm-1 is stated for those");
    }
    Require.atLeast(2, "recorded steps", trace.size(), "a rate is that of a step");
    List<TraceStep> steps = trace.steps();
    for (int s = 0; s < steps.size(); s++) {
      int expected = steps.get(0).step() + s;
      String name = "step of record " + s;
      Require.size(name, steps.get(s).step(), expected, "the bound multiplies over every step");
    }
    return new Theorem1(trace, shape, a0);
  }

  /** K, the steps done. */
  public int steps() {
    return trace.size() - 1;
  }

  /** x_s = h c_{j*(s)} m d^{(a₀−1)/2}/(n³N²), what C₅ multiplies in step s. */
  public double unitRate(int s) {
    Require.index("step", s, steps(), "so many were done");
    double n = trace.objective().points();
    double levels = trace.objective().levels();
    double c = trace.objective().weighting().c(trace.get(s).terms().jStar());
    double dimension = Math.pow(shape.outputs(), (a0 - 1) / 2);
    return trace.stepSize() * c * shape.width() * dimension / (n * n * n * levels * levels);
  }

  /** L̄(θ⁰) Π_{s&lt;k} (1 − C₅x_s) for k = 0 … K; C₅ may not make a factor negative. */
  public double[] bound(double c5) {
    Require.notNegative("c5", c5, "the loss is bounded from above");
    if (c5 * largestUnitRate() > 1) {
      throw Require.refusal("c5", c5, "at most " + 1 / largestUnitRate(), "a loss is not negative");
    }
    double[] bound = new double[steps() + 1];
    bound[0] = trace.get(0).loss();
    for (int s = 0; s < steps(); s++) {
      bound[s + 1] = bound[s] * (1 - c5 * unitRate(s));
    }
    return bound;
  }

  private double largestUnitRate() {
    double largest = 0;
    for (int s = 0; s < steps(); s++) {
      largest = Math.max(largest, unitRate(s));
    }
    return largest;
  }

  /**
   * The largest C₅ with L̄(θ^{s+1}) ≤ (1 − C₅x_s) L̄(θ^s) at every step; empty if none is positive,
   * because some step did not lower the loss.
   */
  public OptionalDouble perStep() {
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < steps(); s++) {
      least = Math.min(least, perStep(s));
    }
    return positive(least);
  }

  /** (1 − L̄(θ^{s+1})/L̄(θ^s))/x_s: the largest C₅ that step s allows, negative if it rose. */
  public double perStep(int s) {
    double before = trace.get(s).loss();
    return before == 0
        ? Double.POSITIVE_INFINITY
        : (1 - trace.get(s + 1).loss() / before) / unitRate(s);
  }

  /**
   * The largest C₅ with L̄(θ^k) ≤ Π_{s&lt;k}(1 − C₅x_s) L̄(θ⁰) for all k ≤ K, no factor negative;
   * empty if none is positive, because some loss is not below the first.
   */
  public OptionalDouble cumulative() {
    double low = 0;
    double high = 1 / largestUnitRate();
    for (int i = 0; i < 200 && low < high; i++) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        break; // neighbours
      }
      if (bounds(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return positive(low);
  }

  private boolean bounds(double c5) {
    double logBound = Math.log(trace.get(0).loss());
    for (int s = 0; s < steps(); s++) {
      logBound += Math.log1p(-c5 * unitRate(s));
      if (Math.log(trace.get(s + 1).loss()) > logBound) {
        return false;
      }
    }
    return true;
  }

  private static OptionalDouble positive(double c5) {
    return c5 > 0 ? OptionalDouble.of(c5) : OptionalDouble.empty();
  }
}
