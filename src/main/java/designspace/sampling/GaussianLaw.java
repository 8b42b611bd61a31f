package designspace.sampling;

import designspace.core.Logarithm;
import designspace.data.Gaussian;
import designspace.data.Spectrum;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
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
  private final double[] offset;
  private final double[] ratio;
  private final double[] excess;

  private GaussianLaw(
      Gaussian data, double sigma, double[] offset, double[] ratio, double[] excess) {
    this.data = data;
    this.sigma = sigma;
    this.offset = offset;
    this.ratio = ratio;
    this.excess = excess;
  }

  /** The law at the end of the grid. Cost O(N d). */
  public static GaussianLaw of(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    GaussianLaw law = start(data, grid.sigmaMax());
    for (int k = 0; k < grid.steps(); k++) {
      law = law.next(sampler, grid.sigma(k + 1));
    }
    return law;
  }

  /** The laws at all N+1 levels of the grid, the first at σ_max. */
  public static List<GaussianLaw> path(LinearSampler sampler, Gaussian data, NoiseGrid grid) {
    List<GaussianLaw> path = new ArrayList<>();
    path.add(start(data, grid.sigmaMax()));
    for (int k = 0; k < grid.steps(); k++) {
      path.add(path.get(k).next(sampler, grid.sigma(k + 1)));
    }
    return path;
  }

  private static GaussianLaw start(Gaussian data, double sigmaMax) {
    Spectrum spectrum = data.spectrum();
    double[] offset = spectrum.toEigenbasis(data.mean());
    double[] ratio = new double[offset.length];
    double[] excess = new double[offset.length];
    for (int j = 0; j < offset.length; j++) {
      double lambda = spectrum.eigenvalue(j);
      double total = LinearSampler.total(lambda, sigmaMax);
      offset[j] = -offset[j];
      ratio[j] = sigmaMax * sigmaMax / total;
      excess[j] = -lambda / total;
    }
    return new GaussianLaw(data, sigmaMax, offset, ratio, excess);
  }

  private GaussianLaw next(LinearSampler sampler, double to) {
    double[] nextOffset = new double[offset.length];
    double[] nextRatio = new double[offset.length];
    double[] nextExcess = new double[offset.length];
    for (int j = 0; j < offset.length; j++) {
      double lambda = data.spectrum().eigenvalue(j);
      double after = LinearSampler.total(lambda, to);
      double gain = sampler.gain(lambda, sigma, to);
      double kept = gain * gain * (LinearSampler.total(lambda, sigma) / after);
      nextOffset[j] = gain * offset[j];
      nextRatio[j] = kept * ratio[j] + sampler.noise(lambda, sigma, to) / after;
      nextExcess[j] = kept * excess[j] + sampler.defect(lambda, sigma, to);
    }
    return new GaussianLaw(data, to, nextOffset, nextRatio, nextExcess);
  }

  /** The noise level σ of this iterate. */
  public double sigma() {
    return sigma;
  }

  /** The iterate's mean, length d. */
  public double[] mean() {
    double[] mean = data.spectrum().fromEigenbasis(offset);
    double[] truth = data.mean();
    for (int j = 0; j < mean.length; j++) {
      mean[j] += truth[j];
    }
    return mean;
  }

  /** The iterate's variances along the data's eigenvectors, length d. */
  public double[] variances() {
    double[] variances = new double[excess.length];
    for (int j = 0; j < variances.length; j++) {
      variances[j] = truth(j) * ratio[j];
    }
    return variances;
  }

  /** r = v/(λ+τ) − 1 along eigenvector {@code j}: the relative excess of variance. */
  public double excess(int j) {
    return excess[j];
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
    for (int j = 0; j < ratio.length; j++) {
      kl += 0.5 * Logarithm.klGap(1 / ratio[j], -excess[j] / ratio[j]);
    }
    return kl;
  }

  /** The part of {@link #klNats} that the wrong mean causes. */
  public double klOfMeanNats() {
    double kl = 0;
    for (int j = 0; j < offset.length; j++) {
      kl += 0.5 * offset[j] * offset[j] / (truth(j) * ratio[j]);
    }
    return kl;
  }

  /** W₂(p_τ, law): √ Σ b² + S(√(1+r) − 1)². */
  public double wasserstein2() {
    double sum = 0;
    for (int j = 0; j < offset.length; j++) {
      double rootError = Math.sqrt(truth(j)) * excess[j] / (1 + Math.sqrt(ratio[j]));
      sum += offset[j] * offset[j] + rootError * rootError;
    }
    return Math.sqrt(sum);
  }

  private double truth(int j) {
    return LinearSampler.total(data.spectrum().eigenvalue(j), sigma);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Gaussian law at σ = %s, KL %.4g nats", sigma, klNats());
  }
}
