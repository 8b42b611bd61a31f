package designspace.data;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.core.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * N(μ, Σ) with any positive definite covariance; smoothed by noise σ it is N(μ, Σ + σ²I).
 *
 * <p>Closed forms in the eigenvalues λ of Σ: score −(Σ+τI)⁻¹(x−μ), J(τ) = Σ 1/(λ+τ), mmse(τ) = Σ
 * λτ/(λ+τ) (lem-11).
 */
public final class Gaussian implements DataDistribution {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final double[] mean;
  private final Spectrum spectrum;

  private Gaussian(double[] mean, Spectrum spectrum) {
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
  public double secondMoment() {
    double moment = 0;
    for (int j = 0; j < mean.length; j++) {
      moment += mean[j] * mean[j] + spectrum.eigenvalue(j);
    }
    return moment;
  }

  /** J(τ) = E‖∇log p_τ‖² = Σ 1/(λ+τ). */
  public double fisherInformation(double tau) {
    Require.notNegative("tau", tau, "it is a variance");
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      sum += 1 / (spectrum.eigenvalue(j) + tau);
    }
    return sum;
  }

  /** mmse(τ) = E tr Cov(X₀|X_τ) = Σ λτ/(λ+τ). */
  public double mmse(double tau) {
    Require.notNegative("tau", tau, "it is a variance");
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      double lambda = spectrum.eigenvalue(j);
      sum += lambda * (tau / (lambda + tau));
    }
    return sum;
  }

  @Override
  public Information information() {
    return new Information() {
      @Override
      public Estimate fisherInformation(double tau) {
        return Estimate.exact(Gaussian.this.fisherInformation(tau));
      }

      @Override
      public Estimate mmse(double tau) {
        return Estimate.exact(Gaussian.this.mmse(tau));
      }
    };
  }

  @Override
  public Points sample(int n, RandomStreams streams) {
    Require.atLeast(1, "n", n, "a sample has a point");
    double[][] points = new double[n][];
    for (int i = 0; i < n; i++) {
      points[i] = draw(streams.stream(i));
    }
    return Points.of(points);
  }

  double[] draw(RandomGenerator random) {
    double[] point = new double[mean.length];
    for (int j = 0; j < point.length; j++) {
      point[j] = Math.sqrt(spectrum.eigenvalue(j)) * random.nextGaussian();
    }
    point = spectrum.fromEigenbasis(point);
    for (int j = 0; j < point.length; j++) {
      point[j] += mean[j];
    }
    return point;
  }

  @Override
  public double logDensity(double sigma, double... x) {
    Require.notNegative("sigma", sigma, "it is a standard deviation");
    Require.dimension("x", x.length, mean.length);
    return logDensityAt(sigma * sigma, deviation(x));
  }

  /** log p_τ of a point given as its deviation Qᵀ(x−μ). */
  double logDensityAt(double tau, double[] deviation) {
    double sum = mean.length * LOG_TWO_PI;
    for (int j = 0; j < mean.length; j++) {
      double variance = spectrum.eigenvalue(j) + tau;
      sum += Math.log(variance) + deviation[j] * (deviation[j] / variance);
    }
    return -0.5 * sum;
  }

  /** (x−μ)ᵀ(Σ+τI)⁻¹(x−μ) of a point given as its deviation Qᵀ(x−μ). */
  double squareAt(double tau, double[] deviation) {
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      sum += deviation[j] * (deviation[j] / (spectrum.eigenvalue(j) + tau));
    }
    return sum;
  }

  /** Qᵀ(x−μ): the deviation in the eigenbasis. */
  double[] deviation(double[] x) {
    double[] difference = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      difference[j] = x[j] - mean[j];
    }
    return spectrum.toEigenbasis(difference);
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
    Require.positive("sigma", sigma, "the score is that of the smoothed law");
    Require.dimension("x", x.dimension(), mean.length);
    return x.map(point -> scoreAt(sigma * sigma, deviation(point)));
  }

  @Override
  public String toString() {
    return "N(μ, Σ) in " + mean.length + "-d, μ = " + Arrays.toString(mean) + ", " + spectrum;
  }
}
