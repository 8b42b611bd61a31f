package designspace.sampling;

import designspace.core.Points;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;

/**
 * EDM's stochastic sampler: noise is added from σ to σ̂ = (1+γ)σ, x̂ = x + S_noise √(σ̂²−σ²) U, and
 * Heun's step on the flow leads from σ̂ to σ′ (Karras et al. 2022, algorithm 2).
 *
 * <p>Two score evaluations a step. Weak order 2 with S_noise = 1, since γ = S_churn/N; while N &lt;
 * 2.4 S_churn γ is cut at √2−1 and the error falls more slowly. S_churn = 0 is {@link HeunFlow}. N
 * counts the steps of the grid, EDM's also a last one to noise 0.
 *
 * <p>S_noise ≠ 1 leaves an excess of variance, as N → ∞ r = (S_noise²−1)(1 − e^(−2 S_churn I)), I =
 * ∫ τ/(λ+τ) du over the churned levels, u = k/N. It is approached like (S_noise²−1) e^(−2 S_churn
 * I)/N: order 1, though with their S_churn = 40 this term is mostly too small to show beside 1/N².
 *
 * @param churn how much noise is added, and where
 */
public record StochasticHeun(Churn churn) implements KnownSampler {
  @Override
  public Steps begin(NoiseGrid grid) {
    return (score, k, x, random) -> {
      double sigma = grid.sigma(k);
      double hat = sigma * (1 + churn.gamma(sigma, grid.steps()));
      Points lifted = hat > sigma ? Linear.noised(x, churn.noise() * lift(sigma, hat), random) : x;
      return heun(score, hat, grid.sigma(k + 1), lifted);
    };
  }

  private static double lift(double sigma, double hat) {
    return Math.sqrt((hat - sigma) * (hat + sigma));
  }

  /** With slopes d = (x − D)/σ as EDM writes them. */
  private static Points heun(ScoreFunction score, double hat, double to, Points x) {
    Points slope = slope(score, hat, x);
    Points euler = Linear.combination(1, x, to - hat, slope);
    Points mean = Linear.combination(0.5, slope, 0.5, slope(score, to, euler));
    return Linear.combination(1, x, to - hat, mean);
  }

  private static Points slope(ScoreFunction score, double sigma, Points x) {
    return Linear.combination(1 / sigma, x, -1 / sigma, Denoiser.at(score, sigma, x));
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return (k, x) -> step(lambda, grid, k).of(x);
  }

  private LinearStep step(double lambda, NoiseGrid grid, int k) {
    double sigma = grid.sigma(k);
    double hat = sigma * (1 + churn.gamma(sigma, grid.steps()));
    LinearStep heun = LinearSampler.HEUN_FLOW.step(lambda, hat, grid.sigma(k + 1));
    if (hat == sigma) {
      return heun;
    }
    double before = LinearSampler.total(lambda, sigma);
    double after = LinearSampler.total(lambda, hat);
    double added = LinearSampler.deltaTau(hat, sigma);
    return LinearStep.lift(before, after, added, churn.noise() * churn.noise()).then(heun);
  }

  @Override
  public String label() {
    return "EDM stochastic, S_churn = " + Linear.label(churn.amount());
  }

  @Override
  public boolean addsNoise() {
    return churn.amount() > 0;
  }

  @Override
  public int order() {
    return leavesExcess() ? 1 : 2;
  }

  @Override
  public int evaluations(int steps) {
    return 2 * steps;
  }

  @Override
  public String source() {
    return "Karras et al. 2022, algorithm 2";
  }

  /** 0 with S_noise = 1; else it depends on the grid. */
  @Override
  public double limit(double lambda, double sigmaMin) {
    return leavesExcess() ? Double.NaN : 0;
  }

  private boolean leavesExcess() {
    return churn.noise() != 1 && churn.amount() > 0;
  }

  @Override
  public String toString() {
    return label();
  }
}
