package designspace.clock;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.data.GaussianMixture;
import designspace.data.LineQuadrature;
import designspace.score.NoiseProfile;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Rates measured at some levels, each profile when it is first asked for. */
final class MeasuredRates implements NoiseRates {
  static final int LEVELS = 200;

  private static final int SAMPLED_LEVELS = 60;

  /** In ln σ: the central difference errs by its square, 1e−8, and rounding by 1e−12. */
  private static final double STEP = 1e-4;

  private final String label;
  private final Profile fall;
  private final Profile denoising;
  private final Profile rise;
  private final Profile change;

  private MeasuredRates(DataDistribution data, double[] levels, Mean mean) {
    label = data.toString();
    fall = new Profile(levels, mean.of((s, x) -> curvatures(data, s, x)));
    denoising = new Profile(levels, mean.of(data::posteriorVariance));
    rise = new Profile(levels, mean.of((s, x) -> spreads(data, s, x)));
    change = new Profile(levels, mean.of((s, x) -> scoreChanges(data, s, x)));
  }

  static MeasuredRates onLine(GaussianMixture data, double sigmaMin, double sigmaMax) {
    LineQuadrature line = new LineQuadrature(data);
    double[] levels = NoiseProfile.levels(sigmaMin, sigmaMax, LEVELS);
    return new MeasuredRates(
        data, levels, f -> s -> line.expectation(s * s, Double.MAX_VALUE, x -> f.at(s, x)));
  }

  static MeasuredRates sampled(
      DataDistribution data, double sigmaMin, double sigmaMax, int n, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    Points clean = data.sample(n, streams.fork(0));
    double[] levels = NoiseProfile.levels(sigmaMin, sigmaMax, SAMPLED_LEVELS);
    return new MeasuredRates(
        data, levels, f -> s -> Estimate.mean(f.at(s, clean.plusNoise(s, streams.fork(1)))));
  }

  /** A number of each noisy point. */
  private interface PointFunction {
    double[] at(double sigma, Points x);
  }

  /** E f(σ, X_τ) as a function of σ. */
  private interface Mean {
    DoubleFunction<Estimate> of(PointFunction f);
  }

  /** Its values at the levels are found once. */
  private static final class Profile {
    private final double[] levels;
    private final DoubleFunction<Estimate> estimate;
    private NoiseProfile profile;

    Profile(double[] levels, DoubleFunction<Estimate> estimate) {
      this.levels = levels;
      this.estimate = estimate;
    }

    synchronized double at(double sigma) {
      if (profile == null) {
        profile = NoiseProfile.of(levels, Arrays.stream(levels).mapToObj(estimate).toList());
      }
      return profile.applyAsDouble(sigma);
    }
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
  public String label() {
    return label;
  }

  @Override
  public double fisherFall(double sigma) {
    return fall.at(sigma);
  }

  @Override
  public double mmse(double sigma) {
    return denoising.at(sigma);
  }

  @Override
  public double mmseRise(double sigma) {
    return rise.at(sigma);
  }

  @Override
  public double scoreChange(double sigma) {
    return change.at(sigma);
  }
}
