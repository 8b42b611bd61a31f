package designspace.score;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.data.DataDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.interpolation.AkimaSplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * A positive function of the noise, known with its error at some levels; in between its logarithm
 * is an Akima spline in ln σ. A score-error profile e(σ) = E‖S−∇log p_τ‖² is one, J(σ²) another.
 */
public final class NoiseProfile implements DoubleUnaryOperator {
  /** Akima's spline needs so many. */
  private static final int LEAST_LEVELS = 5;

  /** How far, relatively, rounding may move a level across an end of the profile. */
  private static final double ROUNDING = 1e-9;

  private final double[] sigmas;
  private final List<Estimate> estimates;
  private final PolynomialSplineFunction logs;

  private NoiseProfile(double[] sigmas, List<Estimate> estimates) {
    Require.atLeast(LEAST_LEVELS, "number of levels", sigmas.length, "a spline needs them");
    Require.size("number of estimates", estimates.size(), sigmas.length, "each level has one");
    this.sigmas = sigmas.clone();
    this.estimates = List.copyOf(estimates);
    double[] x = new double[sigmas.length];
    double[] y = new double[sigmas.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.log(Require.positive("sigmas[" + i + "]", sigmas[i], "it is a noise level"));
      if (i > 0) {
        String before = "sigmas[" + (i - 1) + "]";
        Require.ordered(before, sigmas[i - 1], "sigmas[" + i + "]", sigmas[i], "least noise first");
      }
      double value = estimates.get(i).value();
      y[i] = Math.log(Require.positive("value at " + sigmas[i], value, "its logarithm is drawn"));
    }
    logs = new AkimaSplineInterpolator().interpolate(x, y);
  }

  /**
   * Of given values.
   *
   * @param sigmas levels, least noise first, at least five
   * @param estimates positive, one a level
   */
  public static NoiseProfile of(double[] sigmas, List<Estimate> estimates) {
    return new NoiseProfile(sigmas, estimates);
  }

  /**
   * e(σ) = E‖S−∇log p_τ‖² of any score, a network's too.
   *
   * @param n points a level, the same ones and the same noise at each, so that it is smooth in σ
   */
  public static NoiseProfile scoreError(
      ScoreFunction score, DataDistribution data, double[] sigmas, int n, long seed) {
    List<Estimate> estimates = new ArrayList<>();
    for (double sigma : sigmas) {
      estimates.add(ScoreError.sampled(score, data, sigma, n, seed));
    }
    return new NoiseProfile(sigmas, estimates);
  }

  /** J(τ) = E‖∇log p_τ‖² by simulation, over the same points as {@link #scoreError}. */
  public static NoiseProfile fisherInformation(
      DataDistribution data, double[] sigmas, int n, long seed) {
    return mean((sigma, x) -> squares(data.score(sigma, x)), data, sigmas, n, seed);
  }

  private static double[] squares(Points score) {
    double[] zero = new double[score.size() * score.dimension()];
    return ScoreError.squaredDistances(score, Points.owning(zero, score.dimension()));
  }

  /** mmse(τ) = E tr Cov(X₀|X_τ) by simulation, over the same points. */
  public static NoiseProfile mmse(DataDistribution data, double[] sigmas, int n, long seed) {
    return mean(data::posteriorVariance, data, sigmas, n, seed);
  }

  /** A number of each noisy point. */
  private interface PointFunction {
    double[] at(double sigma, Points noisy);
  }

  /** E f(σ, X_τ), the same points and the same noise at each level. */
  private static NoiseProfile mean(
      PointFunction f, DataDistribution data, double[] sigmas, int n, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    Points clean = data.sample(n, streams.fork(0));
    List<Estimate> estimates = new ArrayList<>();
    for (double sigma : sigmas) {
      Points noisy = clean.plusNoise(sigma, streams.fork(1));
      estimates.add(Estimate.mean(f.at(sigma, noisy)));
    }
    return new NoiseProfile(sigmas, estimates);
  }

  /** Levels evenly spaced in ln σ, least noise first. */
  public static double[] levels(double sigmaMin, double sigmaMax, int count) {
    Require.atLeast(LEAST_LEVELS, "count", count, "a spline needs them");
    Require.positive("sigmaMin", sigmaMin, "the score is not defined without noise");
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "it is a range");
    double[] levels = new double[count];
    double log = Math.log(sigmaMax / sigmaMin);
    Arrays.setAll(levels, i -> sigmaMin * Math.exp(log * i / (count - 1)));
    levels[count - 1] = sigmaMax;
    return levels;
  }

  /** A copy of the levels, least noise first. */
  public double[] sigmas() {
    return sigmas.clone();
  }

  /** What is known at each level. */
  public List<Estimate> estimates() {
    return estimates;
  }

  /** A number of each estimate, such as its value, least noise first. */
  public double[] each(ToDoubleFunction<Estimate> number) {
    return estimates.stream().mapToDouble(number).toArray();
  }

  /**
   * The value at σ.
   *
   * @throws IllegalArgumentException outside the levels: nothing is known there
   */
  @Override
  public double applyAsDouble(double sigma) {
    double low = sigmas[0];
    double high = sigmas[sigmas.length - 1];
    if (!(sigma >= low * (1 - ROUNDING) && sigma <= high * (1 + ROUNDING))) {
      throw Require.refusal(
          "sigma", sigma, "from " + low + " to " + high, "the profile was measured there");
    }
    double[] knots = logs.getKnots();
    double x = Math.min(Math.max(Math.log(sigma), knots[0]), knots[knots.length - 1]);
    return Math.exp(logs.value(x));
  }
}
