package designspace.data;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.Require;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * J(τ), mmse(τ) and entropy of a law on the line by Gauss–Legendre quadrature on panels: no panel
 * within {@value #REACH} standard deviations of a smoothed bump or edge is longer than half of one,
 * so that narrow bumps cost nothing elsewhere. The stated error is the difference from half as many
 * points a panel.
 */
public final class LineQuadrature implements Information {
  /** A normal density at this many standard deviations is below 1e−31 of its peak. */
  private static final double REACH = 12;

  private static final GaussLegendre FINE = new GaussLegendre(16);
  private static final GaussLegendre COARSE = new GaussLegendre(8);

  /** Panels, of 16 points each. */
  private static final int MOST = 1 << 20;

  private static final String METHOD = "Gauss–Legendre quadrature";

  private final DataDistribution data;
  private final double[] places;
  private final double[] variances;

  private LineQuadrature(DataDistribution data, double[] places, double[] variances) {
    Require.size("dimension of data", data.dimension(), 1, "the quadrature is on the line");
    this.data = data;
    this.places = places;
    this.variances = variances;
  }

  /** Quadrature for a mixture of Gaussians or points on ℝ. */
  public LineQuadrature(GaussianMixture data) {
    this(
        data,
        IntStream.range(0, data.size()).mapToDouble(k -> data.bump(k).mean()[0]).toArray(),
        IntStream.range(0, data.size())
            .mapToDouble(k -> data.bump(k).spectrum().eigenvalue(0))
            .toArray());
  }

  /** Quadrature for intervals on ℝ, whose edges noise makes as wide as itself. */
  public LineQuadrature(Boxes data) {
    this(data, data.edges(0), new double[2 * data.size()]);
  }

  @Override
  public Estimate fisherInformation(double tau) {
    double sigma = Math.sqrt(Require.positive("tau", tau, "the score is that of a smoothed law"));
    return mean(
        sigma, x -> Arrays.stream(data.score(sigma, x).toArray()).map(s -> s * s).toArray());
  }

  /** As a mean of posterior variances: nothing cancels at large τ. */
  @Override
  public Estimate mmse(double tau) {
    double sigma = Math.sqrt(Require.positive("tau", tau, "it is the noise to be removed"));
    return mean(sigma, x -> data.posteriorVariance(sigma, x));
  }

  /** Differential entropy −E log p_τ, nats; τ = 0 only where the law has a density. */
  public Estimate entropyNats(double tau) {
    double sigma = Math.sqrt(Require.notNegative("tau", tau, "it is a variance"));
    return mean(sigma, x -> Arrays.stream(data.logDensity(sigma, x)).map(log -> -log).toArray());
  }

  /** E f(X_τ); {@code f} should vary no faster than p_τ does. */
  public Estimate expectation(double tau, DoubleUnaryOperator f) {
    double sigma = Math.sqrt(Require.notNegative("tau", tau, "it is a variance"));
    return mean(sigma, x -> Arrays.stream(x.toArray()).map(f).toArray());
  }

  /** E f(X_τ) of a function of many points at once that varies over {@code length}. */
  public Estimate expectation(double tau, double length, Integrand f) {
    double sigma = Math.sqrt(Require.notNegative("tau", tau, "it is a variance"));
    return mean(sigma, Require.positive("length", length, "f varies over it"), f);
  }

  /** A function at many points of the line at once. */
  @FunctionalInterface
  public interface Integrand {
    /** Its values at n points, length n. */
    double[] at(Points x);
  }

  private Estimate mean(double sigma, Integrand f) {
    return mean(sigma, Double.POSITIVE_INFINITY, f);
  }

  private Estimate mean(double sigma, double length, Integrand f) {
    double[] panels = panels(sigma * sigma, length);
    double fine = integral(sigma, f, FINE, panels);
    double coarse = integral(sigma, f, COARSE, panels);
    return new Estimate(fine, Math.abs(fine - coarse), METHOD);
  }

  private double integral(double sigma, Integrand f, GaussLegendre rule, double[] panels) {
    Points x = Points.owning(rule.points(panels), 1);
    double[] weights = rule.weights(panels);
    double[] logDensity = data.logDensity(sigma, x);
    double[] values = f.at(x);
    Require.size("number of values of f", values.length, x.size(), "each point has one");
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double density = Math.exp(logDensity[i]);
      sum += density == 0 ? 0 : weights[i] * density * values[i];
    }
    return sum;
  }

  /** The panels' ends, increasing, at most {@code length} apart. */
  private double[] panels(double tau, double length) {
    double[] widths = Arrays.stream(variances).map(v -> Math.sqrt(v + tau)).toArray();
    double x = Double.POSITIVE_INFINITY;
    double end = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < widths.length; k++) {
      Require.positive(
          "standard deviation of a smoothed bump", widths[k], "a point has no density");
      x = Math.min(x, places[k] - REACH * widths[k]);
      end = Math.max(end, places[k] + REACH * widths[k]);
    }
    double[] ends = {x};
    int count = 1;
    while (x < end) {
      x = Math.min(end, Math.min(x + length, next(x, widths)));
      if (x == ends[count - 1] || count > MOST) {
        String why = "the line would need more panels than can be told apart or kept";
        throw Require.refusal("tau", tau, "more noise, or data less far apart", why);
      }
      ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
      ends[count++] = x;
    }
    return Arrays.copyOf(ends, count);
  }

  /** Half the least width within reach, or as far as the next bump's reach. */
  private double next(double x, double[] widths) {
    double to = Double.POSITIVE_INFINITY;
    for (int k = 0; k < widths.length; k++) {
      double start = places[k] - REACH * widths[k];
      if (x < start) {
        to = Math.min(to, start);
      } else if (x < places[k] + REACH * widths[k]) {
        to = Math.min(to, x + widths[k] / 2);
      }
    }
    return to;
  }
}
