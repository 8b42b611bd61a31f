package designspace.optimal;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.score.NoiseProfile;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Rates known at some levels.
 *
 * @param label which law
 * @param fall −J′
 * @param denoising mmse
 * @param rise mmse′
 * @param change of the score
 */
record MeasuredRates(
    String label, NoiseProfile fall, NoiseProfile denoising, NoiseProfile rise, NoiseProfile change)
    implements NoiseRates {
  static final int LEVELS = 200;

  private static final int SAMPLED_LEVELS = 60;

  /** In ln σ: the central difference errs by its square, 1e−8, and rounding by 1e−12. */
  private static final double STEP = 1e-4;

  static MeasuredRates onLine(GaussianMixture data, double sigmaMin, double sigmaMax) {
    LineQuadrature line = new LineQuadrature(data);
    double[] levels = NoiseProfile.levels(sigmaMin, sigmaMax, LEVELS);
    return new MeasuredRates(
        data.toString(),
        profile(levels, s -> mean(line, s, x -> curvatures(data, s, x))),
        profile(levels, s -> line.mmse(s * s)),
        profile(levels, s -> mean(line, s, x -> spreads(data, s, x))),
        profile(levels, s -> mean(line, s, x -> scoreChanges(data, s, x))));
  }

  static MeasuredRates sampled(
      DataDistribution data, double sigmaMin, double sigmaMax, int n, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    Points clean = data.sample(n, streams.fork(0));
    double[] levels = NoiseProfile.levels(sigmaMin, sigmaMax, SAMPLED_LEVELS);
    DoubleFunction<Points> noisy = s -> clean.plusNoise(s, streams.fork(1));
    return new MeasuredRates(
        data.toString(),
        profile(levels, s -> Estimate.mean(curvatures(data, s, noisy.apply(s)))),
        profile(levels, s -> Estimate.mean(data.posteriorVariance(s, noisy.apply(s)))),
        profile(levels, s -> Estimate.mean(spreads(data, s, noisy.apply(s)))),
        profile(levels, s -> Estimate.mean(scoreChanges(data, s, noisy.apply(s)))));
  }

  private static NoiseProfile profile(double[] levels, DoubleFunction<Estimate> estimate) {
    List<Estimate> estimates = Arrays.stream(levels).mapToObj(estimate).toList();
    return NoiseProfile.of(levels, estimates);
  }

  private static Estimate mean(LineQuadrature line, double sigma, LineQuadrature.Integrand f) {
    return line.expectation(sigma * sigma, Double.MAX_VALUE, f);
  }

  /** ‖∇² log p_τ‖²_F = ‖I/τ − Cov/τ²‖²_F. */
  private static double[] curvatures(DataDistribution data, double sigma, Points x) {
    double tau = sigma * sigma;
    if (x.dimension() == 1) {
      return each(data.posteriorVariance(sigma, x), v -> square((1 - v / tau) / tau));
    }
    RealMatrix unit = MatrixUtils.createRealIdentityMatrix(x.dimension());
    return squares(data, sigma, x, c -> unit.subtract(c.scalarMultiply(1 / tau)), 1 / tau);
  }

  /** ‖Cov‖²_F/τ². */
  private static double[] spreads(DataDistribution data, double sigma, Points x) {
    double tau = sigma * sigma;
    return x.dimension() == 1
        ? each(data.posteriorVariance(sigma, x), v -> square(v / tau))
        : squares(data, sigma, x, c -> c, 1 / tau);
  }

  private interface MatrixFunction {
    RealMatrix of(RealMatrix covariance);
  }

  /** ‖f(Cov)‖²_F times factor². */
  private static double[] squares(
      DataDistribution data, double sigma, Points x, MatrixFunction f, double factor) {
    return IntStream.range(0, x.size())
        .mapToObj(i -> f.of(data.posteriorCovariance(sigma, x.row(i))))
        .mapToDouble(m -> square(m.getFrobeniusNorm() * factor))
        .toArray();
  }

  private static double[] scoreChanges(DataDistribution data, double sigma, Points x) {
    double[] above = data.score(sigma * Math.exp(STEP), x).toArray();
    double[] below = data.score(sigma * Math.exp(-STEP), x).toArray();
    double[] squares = new double[x.size()];
    for (int i = 0; i < above.length; i++) {
      squares[i / x.dimension()] += square((above[i] - below[i]) / (2 * STEP));
    }
    return squares;
  }

  private static double[] each(double[] values, DoubleUnaryOperator f) {
    return Arrays.stream(values).map(f).toArray();
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public double fisherFall(double sigma) {
    return fall.applyAsDouble(sigma);
  }

  @Override
  public double mmse(double sigma) {
    return denoising.applyAsDouble(sigma);
  }

  @Override
  public double mmseRise(double sigma) {
    return rise.applyAsDouble(sigma);
  }

  @Override
  public double scoreChange(double sigma) {
    return change.applyAsDouble(sigma);
  }
}
