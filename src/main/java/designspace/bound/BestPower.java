package designspace.bound;

import designspace.core.Require;
import designspace.schedule.PowerFamily;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The power ρ of the polynomial grid at which an error is least, among ρ from {@value #LEAST} to
 * {@value #GREATEST} and the exponential grid.
 *
 * <p>A scan, even in ln ρ, finds the valley (the deepest, if there are several), Brent's method its
 * floor, and a parabola through points so far apart that rounding does not show mends Brent's last
 * digits: a smooth error's ρ is right to about 1e−6, relatively.
 *
 * @param rho ρ*, or the end of the range that the minimum is beyond; ∞ in the exponential limit
 * @param value the error there
 * @param exponential the error on the exponential grid, the limit ρ → ∞
 * @param place inside the range or at one of its ends
 */
public record BestPower(double rho, double value, double exponential, Place place) {
  /** The least ρ that is tried. */
  public static final double LEAST = 0.25;

  /** The largest ρ that is tried; beyond it stands the exponential grid. */
  public static final double GREATEST = 1000;

  private static final int SCAN = 60;
  private static final double WIDE = 1e-3;

  /** Where in the range the best power lies. */
  public enum Place {
    /** The error has no minimum above {@value BestPower#LEAST}: it still falls there. */
    LEAST_POWER,
    /** A minimum. */
    INSIDE,
    /** The error still falls at {@value BestPower#GREATEST}, where it is below its limit. */
    GREATEST_POWER,
    /** No power up to {@value BestPower#GREATEST} is better than the exponential grid. */
    EXPONENTIAL_LIMIT
  }

  /** The best power of a family for an error. */
  public static BestPower of(PowerFamily family, GridError error) {
    double exponential = error.at(family.grid(Double.POSITIVE_INFINITY));
    return of(rho -> error.at(family.grid(rho)), exponential);
  }

  /**
   * The best power of an error that is given as a function of ρ.
   *
   * @param errorOfRho may be ∞, for an error beyond all numbers, but not NaN
   * @param exponential its limit as ρ → ∞, which may be infinite
   */
  public static BestPower of(DoubleUnaryOperator errorOfRho, double exponential) {
    known(Double.POSITIVE_INFINITY, exponential);
    DoubleUnaryOperator error =
        log -> known(Math.exp(log), errorOfRho.applyAsDouble(Math.exp(log)));
    double[] logs = new double[SCAN + 1];
    Arrays.setAll(logs, i -> Math.log(LEAST) + i * Math.log(GREATEST / LEAST) / SCAN);
    double[] values = Arrays.stream(logs).map(error).toArray();
    int best = least(values);
    if (!(values[best] < exponential)) {
      double limit = Double.POSITIVE_INFINITY;
      return new BestPower(limit, exponential, exponential, Place.EXPONENTIAL_LIMIT);
    }
    if (best == 0) {
      return new BestPower(LEAST, values[0], exponential, Place.LEAST_POWER);
    }
    if (best == SCAN) {
      return new BestPower(GREATEST, values[SCAN], exponential, Place.GREATEST_POWER);
    }
    double log = mended(error, floor(error, logs[best - 1], logs[best + 1], logs[best]));
    double value = error.applyAsDouble(log);
    return new BestPower(Math.exp(log), value, exponential, Place.INSIDE);
  }

  private static double known(double rho, double error) {
    if (!(error > Double.NEGATIVE_INFINITY)) {
      throw Require.refusal("error at ρ = " + rho, error, "a number or ∞", "the least is sought");
    }
    return error;
  }

  private static int least(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] < values[best] ? i : best;
    }
    return best;
  }

  private static double floor(DoubleUnaryOperator f, double low, double high, double start) {
    return new BrentOptimizer(1e-8, 1e-8)
        .optimize(
            new MaxEval(200),
            GoalType.MINIMIZE,
            new UnivariateObjectiveFunction(f::applyAsDouble),
            new SearchInterval(low, high, start))
        .getPoint();
  }

  /** The vertex of the parabola through x and its neighbours, if it is near. */
  private static double mended(DoubleUnaryOperator f, double x) {
    double left = f.applyAsDouble(x - WIDE);
    double right = f.applyAsDouble(x + WIDE);
    double bend = left - 2 * f.applyAsDouble(x) + right;
    double move = 0.5 * WIDE * (left - right) / bend;
    return bend > 0 && Math.abs(move) < WIDE ? x + move : x;
  }

  /** Whether there is a best power: neither the exponential limit nor an end of the range. */
  public boolean isInside() {
    return place == Place.INSIDE;
  }

  /** How many times larger than here the error is on another grid, given that error. */
  public double penalty(double error) {
    return error / value;
  }

  @Override
  public String toString() {
    String power =
        switch (place) {
          case INSIDE -> String.format(Locale.ROOT, "ρ = %.4g", rho);
          case LEAST_POWER -> "ρ ≤ " + LEAST;
          case GREATEST_POWER -> "ρ ≥ " + GREATEST;
          case EXPONENTIAL_LIMIT -> "exponential limit";
        };
    return String.format(Locale.ROOT, "%s, value %.4g", power, value);
  }
}
