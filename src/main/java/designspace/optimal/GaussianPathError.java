package designspace.optimal;

import designspace.bound.PathLedger;
import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.NoiseGrid;

/**
 * Path E_D of a stochastic sampler with exact score on a Gaussian of any spectrum (B1, B4), nats:
 * the discretization term of {@link PathLedger}, with its gradient in closed form.
 *
 * <p>With S = λ+τ a step of eq-10 from τ to τ′ costs ½[ln(S/S′) − Δτ/S] a direction, and its
 * derivatives in ln σ and ln σ′ are τΔτ/S² and −τ′Δτ/(SS′). A step of the denoiser-frozen SDE costs
 * ½[e^w − 1 − w], e^w − 1 = λΔτ/(Sτ′), with derivatives (e^w − 1)λ/S and −(e^w − 1)λ/S′.
 *
 * @param sampler eq-10 or the denoiser-frozen SDE
 * @param data its mean does not matter
 */
public record GaussianPathError(LinearSampler sampler, Gaussian data) implements SmoothGridError {
  /** Refuses a deterministic sampler, whose path law is singular. */
  public GaussianPathError {
    if (!sampler.addsNoise()) {
      throw Require.refusal(
          "sampler", sampler.label(), "one that adds noise", "another's path KL is infinite");
    }
  }

  @Override
  public String label() {
    return "path KL of " + sampler.label();
  }

  @Override
  public int reach() {
    return 1;
  }

  @Override
  public double at(NoiseGrid grid) {
    return PathLedger.exactScore(sampler, data, grid).nats("discretization");
  }

  @Override
  public double[] gradient(NoiseGrid grid) {
    double[] gradient = new double[grid.steps() + 1];
    for (double lambda : data.spectrum().eigenvalues()) {
      for (int k = 0; k < grid.steps(); k++) {
        add(lambda, grid, k, gradient);
      }
    }
    return gradient;
  }

  private void add(double lambda, NoiseGrid grid, int k, double[] gradient) {
    double before = lambda + grid.tau(k);
    double after = lambda + grid.tau(k + 1);
    double u = grid.deltaTau(k) / before;
    if (sampler == LinearSampler.EXPONENTIAL_INTEGRATOR) {
      gradient[k] += u * (grid.tau(k) / before);
      gradient[k + 1] -= u * (grid.tau(k + 1) / after);
    } else {
      double growth = lambda * u / grid.tau(k + 1);
      gradient[k] += growth * (lambda / before);
      gradient[k + 1] -= growth * (lambda / after);
    }
  }
}
