package designspace.clock;

import designspace.core.Require;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;

/**
 * One of the five angle laws of B4 for data N(0, c²I), in closed form.
 *
 * @param law the function of the noise in which the grid is uniform
 * @param c the data's standard deviation
 */
public record AngleClock(AngleLaw law, double c) implements NoiseClock {
  public AngleClock {
    Require.positive("c", c, "it is the data's standard deviation");
  }

  @Override
  public String label() {
    return law.label();
  }

  @Override
  public String minimises() {
    String when =
        switch (law) {
          case LOG, LOG_SNR, ARCTANGENT -> ", every N";
          case INVERSE_ROOT, SINE -> ", N → ∞";
        };
    return law.minimises() + " on N(0, c²I)" + when;
  }

  @Override
  public String source() {
    return law == AngleLaw.ARCTANGENT ? "B4; Sabour et al. 2024, theorem 3.1" : "B4";
  }

  /** The derivative of {@link AngleLaw#clock} by ln σ. */
  @Override
  public double density(double sigma) {
    double root = Math.hypot(c, sigma);
    double s = sigma / root;
    double t = c / root;
    return switch (law) {
      case LOG -> 2 * s * s;
      case INVERSE_ROOT -> s * s / root;
      case ARCTANGENT -> s * t;
      case LOG_SNR -> 2 * t * t;
      case SINE -> s * t * t;
    };
  }

  @Override
  public NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    return NoiseGrid.angle(law, c, sigmaMin, sigmaMax, steps);
  }
}
