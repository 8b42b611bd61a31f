package designspace.data;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * N(μ, Σ); smoothed by noise σ it is N(μ, Σ + σ²I). The covariance is positive definite, except for
 * a law {@link #onSubspace on a subspace}, which has a density only at σ &gt; 0.
 *
 * <p>Closed forms in the eigenvalues λ of Σ: score −(Σ+τI)⁻¹(x−μ), J(τ) = Σ 1/(λ+τ), mmse(τ) = Σ
 * λτ/(λ+τ) (lem-11).
 */
public final class Gaussian implements DataDistribution {
  private final double[] mean;
  private final Spectrum spectrum;

  private Gaussian(double[] mean, Spectrum spectrum) {
    Require.atLeast(1, "dimension", mean.length, "a law lives somewhere");
    for (int j = 0; j < mean.length; j++) {
      Require.finite("mean[" + j + "]", mean[j], "a law on ℝᵈ has a finite mean");
    }
    Require.dimension("mean", mean.length, spectrum.dimension());
    this.mean = mean.clone();
    this.spectrum = spectrum;
  }

  /** N(0, c²I) in d dimensions. */
  public static Gaussian isotropic(int dimension, double c) {
    Require.atLeast(1, "dimension", dimension, "a law lives somewhere");
    return isotropic(new double[dimension], c);
  }

  /** N(mean, c²I). */
  public static Gaussian isotropic(double[] mean, double c) {
    Require.positive("c", c, "a density needs a positive standard deviation");
    double[] variances = new double[mean.length];
    Arrays.fill(variances, c * c);
    return new Gaussian(mean, Spectrum.diagonal(variances));
  }

  /** N(mean, covariance); the covariance is a symmetric positive definite d×d array, copied. */
  public static Gaussian of(double[] mean, double[][] covariance) {
    return new Gaussian(mean, Spectrum.of(covariance));
  }

  /** N(mean, covariance) with the covariance in its eigenbasis. */
  public static Gaussian of(double[] mean, Spectrum covariance) {
    return new Gaussian(mean, covariance);
  }

  /**
   * The law of mean + Σ z_k b_k with z standard normal in r ≤ d dimensions; covariance Σ b_k b_kᵀ.
   *
   * @param directions r rows, each a direction b_k of length d; they need not be orthogonal
   */
  public static Gaussian onSubspace(double[] mean, double[]... directions) {
    return new Gaussian(mean, Subspace.spectrum(directions, mean.length));
  }

  /** δ_x, the Gaussian of covariance 0. */
  public static Gaussian point(double... x) {
    return new Gaussian(x, Spectrum.zero(x.length));
  }

  /** The law of X + σξ, ξ standard normal. */
  public Gaussian smoothed(double sigma) {
    Require.notNegative("sigma", sigma, "it is a standard deviation");
    return new Gaussian(mean, spectrum.plus(sigma * sigma));
  }

  /** The covariance's eigenvalues and eigenvectors. */
  public Spectrum spectrum() {
    return spectrum;
  }

  @Override
  public int dimension() {
    return mean.length;
  }

  @Override
  public double[] mean() {
    return mean.clone();
  }

  @Override
  public RealMatrix covariance() {
    return spectrum.covariance();
  }

  @Override
  public double secondMoment() {
    return Arrays.stream(spectrum.eigenvalues()).sum()
        + new ArrayRealVector(mean).dotProduct(new ArrayRealVector(mean));
  }

  /** J(τ) = E‖∇log p_τ‖² = Σ 1/(λ+τ). */
  public double fisherInformation(double tau) {
    return information().fisherInformation(tau).value();
  }

  /** mmse(τ) = E tr Cov(X₀|X_τ) = Σ λτ/(λ+τ). */
  public double mmse(double tau) {
    return information().mmse(tau).value();
  }

  @Override
  public Information information() {
    return new GaussianInformation(spectrum);
  }

  @Override
  public Points sample(int n, RandomStreams streams) {
    return Draws.of(n, streams, this::draw);
  }

  double[] draw(RandomGenerator random) {
    double[] z = new double[mean.length];
    for (int j = 0; j < z.length; j++) {
      z[j] = Math.sqrt(spectrum.eigenvalue(j)) * random.nextGaussian();
    }
    return fromDeviation(z);
  }

  @Override
  public double logDensity(double sigma, double... x) {
    double tau = Smoothing.tauOfDensity(sigma, x.length, mean.length, spectrum.isSingular());
    return logDensityAt(tau, deviation(x));
  }

  /** log p_τ of a point given as its deviation Qᵀ(x−μ). */
  double logDensityAt(double tau, double[] deviation) {
    return spectrum.logDensity(tau, deviation);
  }

  /** Qᵀ(x−μ): the deviation in the eigenbasis. */
  double[] deviation(double[] x) {
    double[] difference = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      difference[j] = x[j] - mean[j];
    }
    return spectrum.toEigenbasis(difference);
  }

  /** μ + Qy. */
  double[] fromDeviation(double[] y) {
    double[] x = spectrum.fromEigenbasis(y);
    for (int j = 0; j < x.length; j++) {
      x[j] += mean[j];
    }
    return x;
  }

  /** −(Σ+τI)⁻¹(x−μ) of a point given as its deviation. */
  double[] scoreAt(double tau, double[] deviation) {
    double[] y = deviation.clone();
    for (int j = 0; j < y.length; j++) {
      y[j] /= -(spectrum.eigenvalue(j) + tau);
    }
    return spectrum.fromEigenbasis(y);
  }

  @Override
  public Points score(double sigma, Points x) {
    double tau = Smoothing.tau(sigma, x.dimension(), mean.length);
    return x.map(point -> scoreAt(tau, deviation(point)));
  }

  @Override
  public Points posteriorMean(double sigma, Points x) {
    double tau = Smoothing.tau(sigma, x.dimension(), mean.length);
    GaussianPosterior posterior = new GaussianPosterior(this, tau);
    return x.map(point -> posterior.mean(deviation(point)));
  }

  /** (Σ⁻¹+I/τ)⁻¹, eigenvalues λτ/(λ+τ); the same at every x. */
  @Override
  public RealMatrix posteriorCovariance(double sigma, double... x) {
    return new GaussianPosterior(this, Smoothing.tau(sigma, x.length, mean.length)).covariance();
  }

  @Override
  public double[] posteriorVariance(double sigma, Points x) {
    double variance = mmse(Smoothing.tau(sigma, x.dimension(), mean.length));
    return DoubleStream.generate(() -> variance).limit(x.size()).toArray();
  }

  @Override
  public String toString() {
    return "N(μ, Σ) in " + mean.length + "-d, μ = " + Arrays.toString(mean) + ", " + spectrum;
  }
}
