package designspace.schedule;

import designspace.core.Require;

/** Checks shared by everything that is given noise levels. */
final class NoiseLevels {
  /** Squares of levels in [LEAST, GREATEST] are normal floating-point numbers. */
  private static final double LEAST = 1e-150;

  private static final double GREATEST = 1e150;

  private NoiseLevels() {}

  static double level(String name, double sigma) {
    Require.positive(name, sigma, "the score is not defined without noise");
    if (sigma < LEAST || sigma > GREATEST) {
      throw Require.refusal(
          name, sigma, "within [1e-150, 1e150]", "its square must not under- or overflow");
    }
    return sigma;
  }

  /** A time of a schedule whose noise is infinite at 1. */
  static double unitTime(double t) {
    if (!(t >= 0 && t < 1)) {
      throw Require.refusal("t", t, "at least 0 and below 1", "the noise is infinite at 1");
    }
    return t;
  }

  static void range(double sigmaMin, double sigmaMax) {
    level("sigmaMin", sigmaMin);
    level("sigmaMax", sigmaMax);
    Require.ordered("sigmaMin", sigmaMin, "sigmaMax", sigmaMax, "sampling removes noise");
  }

  static int steps(int steps) {
    return Require.atLeast(1, "steps", steps, "a grid has at least one step");
  }
}
