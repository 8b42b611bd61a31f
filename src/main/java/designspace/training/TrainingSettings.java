package designspace.training;

import designspace.core.Require;
import java.util.Locale;

/**
 * How minibatch training goes about it.
 *
 * @param optimizer what becomes of a gradient
 * @param decaySteps S: the rate falls along a cosine to 0 at step S and stays there; 0 for constant
 * @param averaging ρ of the running average of the weights, a ← ρ′a + (1−ρ′)w with ρ′ = min(ρ,
 *     (s+1)/(s+10)) after s steps, so that it does not remember the start; 0 for no average
 * @param interval how many steps' losses go into one number of the history
 */
public record TrainingSettings(
    Optimizer optimizer, int decaySteps, double averaging, int interval) {
  private static final int USUAL_INTERVAL = 100;

  public TrainingSettings {
    Require.atLeast(0, "decaySteps", decaySteps, "it counts steps");
    Require.notNegative("averaging", averaging, "it is the share of the past that stays");
    Require.ordered("averaging", averaging, "1", 1, "the past must fade");
    Require.atLeast(1, "interval", interval, "it counts steps");
  }

  /** A constant rate, no average, a number every hundred steps. */
  public static TrainingSettings of(Optimizer optimizer) {
    return new TrainingSettings(optimizer, 0, 0, USUAL_INTERVAL);
  }

  /** With Adam's usual constants. */
  public static TrainingSettings adam(double rate) {
    return of(Optimizer.Adam.of(rate));
  }

  /** The rate η·½(1 + cos(πs/S)) at step s &lt; S, then 0. */
  public TrainingSettings withCosineDecay(int steps) {
    return new TrainingSettings(optimizer, steps, averaging, interval);
  }

  /** A running average of the weights that forgets like ρˢ. */
  public TrainingSettings withAveraging(double rho) {
    return new TrainingSettings(optimizer, decaySteps, rho, interval);
  }

  /** One number of the history for so many steps. */
  public TrainingSettings withInterval(int steps) {
    return new TrainingSettings(optimizer, decaySteps, averaging, steps);
  }

  /** η of the step that follows s others. */
  double rate(int s) {
    double progress = decaySteps == 0 ? 0 : Math.min(1.0, (double) s / decaySteps);
    return optimizer.rate() * 0.5 * (1 + Math.cos(Math.PI * progress));
  }

  /** ρ′ of the step that follows s others. */
  double averaging(int s) {
    return Math.min(averaging, (s + 1.0) / (s + 10.0));
  }

  /** What went wrong with a step. */
  String overshoot(int step, boolean finite, double before, double after) {
    String led = finite ? "" : " left the finite numbers:";
    String what = "a step at rate %.3g" + led + " took the loss of a minibatch from %.4g to %.4g";
    return String.format(Locale.ROOT, what, rate(step), before, after);
  }
}
