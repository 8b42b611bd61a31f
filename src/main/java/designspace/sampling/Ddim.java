package designspace.sampling;

import designspace.core.Points;
import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;

/**
 * DDIM (Song, Meng, Ermon 2021, eqs. 12 and 16) in variance-exploding coordinates σ = √((1−ᾱ)/ᾱ), x
 * / √ᾱ: x ← D + (σ↓/σ)(x − D) + σ↑ U, σ↑ = η σ′√(τ−τ′)/σ, σ↓² = τ′ − σ↑².
 *
 * <p>η = 0 is deterministic and the same map as {@link EulerFlow}; η = 1 has the step law of {@link
 * Ancestral}. Weak order 1, one score evaluation a step. On a Gaussian one step is wrong by r =
 * −λ(σ−σ↓)²/(S S′), so small steps by (1+η²)² as much as Euler's; but a share of it is forgotten.
 *
 * @param eta η in [0, 1]
 */
public record Ddim(double eta) implements GaussianStepSampler, KnownSampler {
  public Ddim {
    if (!(eta >= 0 && eta <= 1)) {
      throw Require.refusal("eta", eta, "a number from 0 to 1", "σ↓² may not be negative");
    }
  }

  @Override
  public Points mean(ScoreFunction score, double from, double to, Points x) {
    double left = down(from, to) / from;
    return Linear.combination(left, x, 1 - left, Denoiser.at(score, from, x));
  }

  /** σ↑. */
  @Override
  public double noise(double from, double to) {
    return eta * (to / from) * Math.sqrt(LinearSampler.deltaTau(from, to));
  }

  /** √(τ′ − σ↑²) without cancellation. */
  private double down(double from, double to) {
    double ratio = eta * (to / from);
    return to * Math.sqrt((1 - eta) * (1 + eta) + ratio * ratio);
  }

  @Override
  public LinearRun onDirection(double lambda, NoiseGrid grid) {
    return (k, x) -> step(lambda, grid.sigma(k), grid.sigma(k + 1)).of(x);
  }

  private LinearStep step(double lambda, double from, double to) {
    double before = LinearSampler.total(lambda, from);
    double after = LinearSampler.total(lambda, to);
    double down = down(from, to);
    double up = noise(from, to);
    double gain = (lambda + from * down) / before;
    double fall = (LinearSampler.deltaTau(from, to) + up * up) / (from + down); // σ − σ↓
    double defect = -(lambda / before) * fall * (fall / after);
    return new LinearStep(gain, gain * gain * (before / after), up * up / after, defect);
  }

  @Override
  public String label() {
    return "DDIM, η = " + Linear.label(eta);
  }

  @Override
  public boolean addsNoise() {
    return eta > 0;
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public String source() {
    return "Song, Meng, Ermon 2021, eq. 12";
  }

  @Override
  public String toString() {
    return label();
  }
}
