package designspace.sampling;

import designspace.core.Logarithm;
import designspace.data.Gaussian;
import designspace.data.Spectrum;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The exact law of a linear sampler's iterate on Gaussian data (B3): Gaussian, with the data's
 * eigenvectors; nothing is sampled.
 *
 * <p>On a direction of data variance λ, with S = λ+τ, mean offset b = m − μ and variance v =
 * S(1+r): b′ = a b, r′ = (a²S/S′) r + defect, from b₀ = −μ and r₀ = −λ/S₀.
 */
public final class GaussianLaw {
  private final Gaussian data;
  private final double sigma;
  private final Deviation[] directions;

  private GaussianLaw(Gaussian data, double sigma, Deviation... directions) {
    this.data = data;
    this.sigma = sigma;
    this.directions = directions;
  }

  /** The law at the end of the grid. Cost O(N d). */
  public static GaussianLaw of(LinearScheme sampler, Gaussian data, NoiseGrid grid) {
    return last(path(sampler, start(data, grid.sigmaMax()), grid));
  }

  /** The same from p_T itself in place of N(0, σ_max² I): the error of the steps alone. */
  public static GaussianLaw fromExact(LinearScheme sampler, Gaussian data, NoiseGrid grid) {
    Deviation[] exact = new Deviation[data.dimension()];
    Arrays.fill(exact, new Deviation(0, 1, 0));
    return last(path(sampler, new GaussianLaw(data, grid.sigmaMax(), exact), grid));
  }

  /** The laws at all N+1 levels of the grid, the first at σ_max. */
  public static List<GaussianLaw> path(LinearScheme sampler, Gaussian data, NoiseGrid grid) {
    return path(sampler, start(data, grid.sigmaMax()), grid);
  }

  private static GaussianLaw last(List<GaussianLaw> path) {
    return path.get(path.size() - 1);
  }

  private static List<GaussianLaw> path(LinearScheme sampler, GaussianLaw start, NoiseGrid grid) {
    LinearRun[] runs = new LinearRun[start.directions.length];
    Arrays.setAll(runs, j -> sampler.onDirection(start.lambda(j), grid));
    List<GaussianLaw> path = new ArrayList<>();
    path.add(start);
    for (int k = 0; k < grid.steps(); k++) {
      path.add(path.get(k).next(runs, k, grid.sigma(k + 1)));
    }
    return path;
  }

  private static GaussianLaw start(Gaussian data, double sigmaMax) {
    Spectrum spectrum = data.spectrum();
    double[] mean = spectrum.toEigenbasis(data.mean());
    Deviation[] directions = new Deviation[mean.length];
    for (int j = 0; j < mean.length; j++) {
      double lambda = spectrum.eigenvalue(j);
      double total = LinearSampler.total(lambda, sigmaMax);
      directions[j] = new Deviation(-mean[j], sigmaMax * sigmaMax / total, -lambda / total);
    }
    return new GaussianLaw(data, sigmaMax, directions);
  }

  private GaussianLaw next(LinearRun[] runs, int k, double to) {
    Deviation[] next = new Deviation[directions.length];
    Arrays.setAll(next, j -> runs[j].step(k, directions[j]));
    return new GaussianLaw(data, to, next);
  }

  /** The noise level σ of this iterate. */
  public double sigma() {
    return sigma;
  }

  /** The iterate's mean, length d. */
  public double[] mean() {
    double[] offset = Arrays.stream(directions).mapToDouble(Deviation::offset).toArray();
    double[] mean = data.spectrum().fromEigenbasis(offset);
    double[] truth = data.mean();
    for (int j = 0; j < mean.length; j++) {
      mean[j] += truth[j];
    }
    return mean;
  }

  /** The iterate's variances along the data's eigenvectors, length d. */
  public double[] variances() {
    double[] variances = new double[directions.length];
    for (int j = 0; j < variances.length; j++) {
      variances[j] = truth(j) * directions[j].ratio();
    }
    return variances;
  }

  /** r = v/(λ+τ) − 1 along eigenvector {@code j}: the relative excess of variance. */
  public double excess(int j) {
    return directions[j].excess();
  }

  /** The iterate's law as a Gaussian on ℝᵈ. */
  public Gaussian asGaussian() {
    return Gaussian.of(mean(), data.spectrum().with(variances()));
  }

  /** KL(p_τ | law), nats: Σ ½[ln(1+r) − r/(1+r)] + b²/(2S(1+r)). */
  public double klNats() {
    return klOfVarianceNats() + klOfMeanNats();
  }

  /** The part of {@link #klNats} that wrong variances cause. */
  public double klOfVarianceNats() {
    double kl = 0;
    for (Deviation x : directions) {
      kl += 0.5 * Logarithm.klGap(1 / x.ratio(), -x.excess() / x.ratio());
    }
    return kl;
  }

  /** The part of {@link #klNats} that the wrong mean causes. */
  public double klOfMeanNats() {
    double kl = 0;
    for (int j = 0; j < directions.length; j++) {
      double offset = directions[j].offset();
      kl += 0.5 * offset * offset / (truth(j) * directions[j].ratio());
    }
    return kl;
  }

  /** W₂(p_τ, law): √ Σ b² + S(√(1+r) − 1)². */
  public double wasserstein2() {
    double sum = 0;
    for (int j = 0; j < directions.length; j++) {
      Deviation x = directions[j];
      double rootError = Math.sqrt(truth(j)) * x.excess() / (1 + Math.sqrt(x.ratio()));
      sum += x.offset() * x.offset() + rootError * rootError;
    }
    return Math.sqrt(sum);
  }

  private double truth(int j) {
    return LinearSampler.total(lambda(j), sigma);
  }

  private double lambda(int j) {
    return data.spectrum().eigenvalue(j);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Gaussian law at σ = %s, KL %.4g nats", sigma, klNats());
  }
}
