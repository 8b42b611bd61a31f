package designspace.optimal;

import designspace.data.Gaussian;
import designspace.data.Spectrum;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;

/**
 * KL(p_δ|q) of what a linear sampler delivers with exact score on a Gaussian of any spectrum and
 * mean (B3), nats: {@link GaussianLaw#klNats}, with its gradient.
 *
 * <p>A direction's last r and b are r_N = K_N r_{N−1} + D_N and b_N = a_N b_{N−1} down to r₀ =
 * −λ/S₀, b₀ = −m, and the derivatives of KL = ½[ln(1+r) − r/(1+r)] + b²/(2S(1+r)) are carried back
 * through the steps: cost O(Nd), as for the error itself.
 *
 * @param sampler any linear one
 * @param data the law whose score it has
 */
public record GaussianMarginalError(LinearSampler sampler, Gaussian data)
    implements SmoothGridError {

  @Override
  public String label() {
    return "marginal KL of " + sampler.label();
  }

  @Override
  public double at(NoiseGrid grid) {
    return GaussianLaw.of(sampler, data, grid).klNats();
  }

  @Override
  public double[] gradient(NoiseGrid grid) {
    Spectrum spectrum = data.spectrum();
    double[] mean = spectrum.toEigenbasis(data.mean());
    double[] variances = GaussianLaw.of(sampler, data, grid).variances();
    double[] gradient = new double[grid.steps() + 1];
    for (int j = 0; j < mean.length; j++) {
      add(new Direction(spectrum.eigenvalue(j), mean[j], variances[j]), grid, gradient);
    }
    return gradient;
  }

  /** One of the data's eigenvectors: its λ and m, and the variance that the sampler delivers. */
  private record Direction(double lambda, double mean, double variance) {}

  private void add(Direction direction, NoiseGrid grid, double[] gradient) {
    int n = grid.steps();
    double lambda = direction.lambda();
    double total = lambda + grid.tau(0);
    LinearStep[] steps = new LinearStep[n];
    double[] excess = new double[n + 1];
    double[] offset = new double[n + 1];
    excess[0] = -lambda / total;
    offset[0] = -direction.mean();
    for (int k = 0; k < n; k++) {
      steps[k] = LinearStep.of(sampler, lambda, grid.sigma(k), grid.sigma(k + 1));
      excess[k + 1] = steps[k].kept().value() * excess[k] + steps[k].defect().value();
      offset[k + 1] = steps[k].gain().value() * offset[k];
    }
    double variance = direction.variance();
    double ratio = variance / (lambda + grid.tau(n)); // 1 + r, which r near −1 does not tell
    double square = offset[n] * (offset[n] / variance);
    gradient[n] -= square * (grid.tau(n) / (lambda + grid.tau(n)));
    double ofExcess = 0.5 * (excess[n] / ratio - square) / ratio;
    double ofOffset = offset[n] / variance;
    for (int k = n - 1; k >= 0; k--) {
      LinearStep step = steps[k];
      Dual change = step.kept().times(excess[k]).plus(step.defect()).times(ofExcess);
      change = change.plus(step.gain().times(offset[k] * ofOffset));
      gradient[k] += change.start();
      gradient[k + 1] += change.end();
      ofExcess *= step.kept().value();
      ofOffset *= step.gain().value();
    }
    gradient[0] += 2 * ofExcess * lambda / total * (grid.tau(0) / total);
  }
}
