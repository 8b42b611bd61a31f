package designspace.advice;

import designspace.core.Require;
import java.util.function.DoubleUnaryOperator;

/** Where sampling should start and end. */
final class NoiseRange {
  /** The share of the last noise's variance that a denoiser could still take away. */
  static final double REMOVABLE = 0.01;

  private static final double FACTOR = 1.01;

  private final Evidence evidence;

  NoiseRange(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * The level below which the best denoiser known removes less than 1 % of the noise's variance:
   * mmse = dτ(1 − τJ/d), and τJ/d is 0.01 there, for a normal law at a tenth of its scale.
   */
  double sigmaMin() {
    double finest = evidence.fisher(1e-12 * evidence.sigmaData());
    double sigma = Math.sqrt(REMOVABLE * evidence.dimension() / finest);
    while (sigma * sigma * evidence.fisher(sigma) < REMOVABLE * evidence.dimension()) {
      sigma *= FACTOR;
    }
    return rounded(sigma, false);
  }

  /** The least level at which KL(p_T|N(0,σ²I)) is at most so much; by bisection in ln σ. */
  double sigmaMax(double nats) {
    return least(evidence::start, nats);
  }

  /** The same if the mean is not subtracted. */
  double sigmaMaxOffCentre(double nats) {
    return least(evidence::startOffCentre, nats);
  }

  private double least(DoubleUnaryOperator start, double nats) {
    Require.positive("tolerance of the start", nats, "no finite noise has none");
    double low = 1e-6 * evidence.sigmaData();
    double high = low;
    while (start.applyAsDouble(high) > nats) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < 40; i++) {
      double middle = Math.sqrt(low * high);
      if (start.applyAsDouble(middle) > nats) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Two significant digits, away from the range's inside. */
  static double rounded(double value, boolean up) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    double count = value / unit;
    double whole = up ? Math.ceil(count) : Math.floor(count);
    return Double.parseDouble(Say.digits(whole * unit, 2));
  }
}
