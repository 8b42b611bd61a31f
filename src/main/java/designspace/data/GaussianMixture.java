package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.vector.IsotropicKernel;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Σ w_k N(μ_k, Σ_k), covariances of any shape, also 0: a finite point cloud. Smoothed by noise it
 * stays a mixture, with score Σ π_k(x) ∇log N(x; μ_k, Σ_k+τI), where π(x) ∝ w N(x; μ, Σ+τI) are the
 * posterior weights (lem-11).
 */
public final class GaussianMixture implements DataDistribution {
  private final double[] weights;
  private final Gaussian[] bumps;
  private final IsotropicKernel isotropic; // null unless every bump is

  private GaussianMixture(double[] weights, Gaussian[] bumps) {
    this.weights = weights;
    this.bumps = bumps;
    boolean round = Arrays.stream(bumps).allMatch(bump -> bump.spectrum().isIsotropic());
    this.isotropic =
        round
            ? new IsotropicKernel(
                logWeights(),
                Arrays.stream(bumps).map(Gaussian::mean).toArray(double[][]::new),
                Arrays.stream(bumps).mapToDouble(b -> b.spectrum().eigenvalue(0)).toArray())
            : null;
  }

  private double[] logWeights() {
    return Arrays.stream(weights).map(Math::log).toArray();
  }

  /** The given bumps with weights that need not sum to one. */
  public static GaussianMixture of(double[] weights, Gaussian... bumps) {
    Require.atLeast(1, "number of bumps", bumps.length, "a law has somewhere to be");
    Require.size("number of weights", weights.length, bumps.length, "each bump has one");
    for (int k = 0; k < weights.length; k++) {
      Require.dimension("bumps[" + k + "]", bumps[k].dimension(), bumps[0].dimension());
    }
    return new GaussianMixture(Draws.probabilities(weights), bumps.clone());
  }

  /** Bumps of one width: standard deviation {@code c} at {@code centres} (K×d). */
  public static GaussianMixture of(double[] weights, Points centres, double c) {
    return at(centres, weights, centre -> Gaussian.isotropic(centre, c));
  }

  /**
   * The law of a finite data set: each point with probability 1/n. Its score is that of the optimal
   * denoiser of a training set.
   */
  public static GaussianMixture points(Points places) {
    return points(DoubleStream.generate(() -> 1).limit(places.size()).toArray(), places);
  }

  /** Points (K×d) with weights that need not sum to one: bumps of covariance 0. */
  public static GaussianMixture points(double[] weights, Points places) {
    return at(places, weights, Gaussian::point);
  }

  private static GaussianMixture at(
      Points centres, double[] weights, Function<double[], Gaussian> bump) {
    return of(
        weights,
        IntStream.range(0, centres.size())
            .mapToObj(k -> bump.apply(centres.row(k)))
            .toArray(Gaussian[]::new));
  }

  @Override
  public int dimension() {
    return bumps[0].dimension();
  }

  /** K. */
  public int size() {
    return bumps.length;
  }

  /** w_k, summing to one. */
  public double weight(int k) {
    return weights[k];
  }

  /** N(μ_k, Σ_k). */
  public Gaussian bump(int k) {
    return bumps[k];
  }

  @Override
  public double[] mean() {
    return parts().mean();
  }

  @Override
  public double secondMoment() {
    double moment = 0;
    for (int k = 0; k < bumps.length; k++) {
      moment += weights[k] * bumps[k].secondMoment();
    }
    return moment;
  }

  @Override
  public RealMatrix covariance() {
    return parts().covariance(k -> bumps[k].covariance());
  }

  private Blend parts() {
    return new Blend(logWeights(), k -> bumps[k].mean());
  }

  @Override
  public double logDensity(double sigma, double... x) {
    double[] logs = new double[bumps.length];
    Arrays.setAll(logs, k -> Math.log(weights[k]) + bumps[k].logDensity(sigma, x));
    return logSumExp(logs);
  }

  @Override
  public double[] logDensity(double sigma, Points x) {
    if (isotropic != null) {
      boolean singular = Arrays.stream(bumps).anyMatch(bump -> bump.spectrum().isSingular());
      return isotropic.logDensities(
          Smoothing.tauOfDensity(sigma, x.dimension(), dimension(), singular), x);
    }
    MixturePosterior posterior = MixturePosterior.withDensity(this, sigma, x.dimension());
    return IntStream.range(0, x.size()).mapToDouble(i -> posterior.logDensity(x.row(i))).toArray();
  }

  @Override
  public Information information() {
    if (bumps.length == 1) {
      return bumps[0].information();
    }
    return dimension() == 1 ? new LineQuadrature(this) : new SampledInformation(this);
  }

  @Override
  public Points posteriorMean(double sigma, Points x) {
    return x.map(posterior(sigma, x.dimension())::mean);
  }

  @Override
  public double[] posteriorVariance(double sigma, Points x) {
    MixturePosterior posterior = posterior(sigma, x.dimension());
    return IntStream.range(0, x.size()).mapToDouble(i -> posterior.variance(x.row(i))).toArray();
  }

  @Override
  public RealMatrix posteriorCovariance(double sigma, double... x) {
    return posterior(sigma, x.length).covariance(x);
  }

  private MixturePosterior posterior(double sigma, int dimensionOfX) {
    return new MixturePosterior(this, Smoothing.tau(sigma, dimensionOfX, dimension()));
  }

  @Override
  public Points sample(int n, RandomStreams streams) {
    return Draws.of(
        n, streams, random -> bumps[Draws.pick(weights, random.nextDouble())].draw(random));
  }

  @Override
  public Points score(double sigma, Points x) {
    double tau = Smoothing.tau(sigma, x.dimension(), dimension());
    return isotropic == null
        ? new EigenbasisKernel(logWeights(), bumps).score(tau, x)
        : isotropic.score(tau, x);
  }

  /** ln Σ e^a, shifted by the largest, so that far points do not underflow to 0/0. */
  static double logSumExp(double[] a) {
    double largest = Arrays.stream(a).max().orElseThrow();
    double sum = 0;
    for (double value : a) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  @Override
  public String toString() {
    return bumps.length + " bumps in " + dimension() + "-d";
  }
}
