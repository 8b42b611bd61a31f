package designspace.data;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;

/**
 * J(τ) and mmse(τ) of any law by simulation; the stated error is one standard error.
 *
 * <p>mmse is the mean of tr Cov(X₀|X_τ). J is the mean of b + β(a − b), where a = ‖∇log p_τ‖² and b
 * = d/τ − tr Cov(X₀|X_τ)/τ² = −Δlog p_τ both have mean J (lem-11) and the β of least variance is
 * estimated: never worse than the better of the two. Every τ sees the same X₀ and ξ, so that both
 * are smooth in τ.
 */
public final class SampledInformation implements Information {
  private static final int DEFAULT_SIZE = 10_000;
  private static final long DEFAULT_SEED = 20_240_612;

  private final DataDistribution data;
  private final Points clean;
  private final Points noise;

  /** 10 000 points and a fixed seed. */
  public SampledInformation(DataDistribution data) {
    this(data, DEFAULT_SIZE, DEFAULT_SEED);
  }

  /** {@code n} ≥ 2 points; standard errors fall like 1/√n. */
  public SampledInformation(DataDistribution data, int n, long seed) {
    Require.atLeast(2, "n", n, "a standard error needs two points");
    this.data = data;
    RandomStreams streams = new RandomStreams(seed);
    clean = data.sample(n, streams.fork(0));
    noise =
        Points.owning(new double[n * data.dimension()], data.dimension())
            .plusNoise(1, streams.fork(1));
  }

  @Override
  public Estimate mmse(double tau) {
    Require.positive("tau", tau, "it is the variance of the noise to be removed");
    return Estimate.mean(data.posteriorVariance(Math.sqrt(tau), noisy(tau)));
  }

  @Override
  public Estimate fisherInformation(double tau) {
    Require.positive("tau", tau, "the score is that of a smoothed law");
    Points x = noisy(tau);
    double[] squares = squaredNorms(data.score(Math.sqrt(tau), x));
    double[] curvatures = data.posteriorVariance(Math.sqrt(tau), x);
    double largest = data.dimension() / tau;
    for (int i = 0; i < curvatures.length; i++) {
      curvatures[i] = largest - curvatures[i] / tau / tau;
    }
    Estimate mean = Estimate.mean(combined(squares, curvatures));
    // Rounding of d/τ, which curvatures cancel against, is an error that all of them may share.
    return new Estimate(mean.value(), Math.hypot(mean.error(), Math.ulp(largest)), mean.method());
  }

  private Points noisy(double tau) {
    double[] x = clean.toArray();
    double[] xi = noise.toArray();
    for (int i = 0; i < x.length; i++) {
      x[i] += Math.sqrt(tau) * xi[i];
    }
    return Points.owning(x, clean.dimension());
  }

  private static double[] squaredNorms(Points rows) {
    double[] squares = new double[rows.size()];
    for (int i = 0; i < squares.length; i++) {
      for (double value : rows.row(i)) {
        squares[i] += value * value;
      }
    }
    return squares;
  }

  /** b + β(a − b) with β = −Cov(b, a − b)/Var(a − b). */
  private static double[] combined(double[] a, double[] b) {
    double meanA = Estimate.mean(a).value();
    double meanB = Estimate.mean(b).value();
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < a.length; i++) {
      double deviation = a[i] - b[i] - (meanA - meanB);
      covariance += (b[i] - meanB) * deviation;
      variance += deviation * deviation;
    }
    double beta = variance == 0 ? 0 : -covariance / variance;
    double[] combined = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      combined[i] = b[i] + beta * (a[i] - b[i]);
    }
    return combined;
  }
}
