package designspace.clock;

import designspace.schedule.NoiseGrid;
import designspace.schedule.RivalGrid;

/**
 * A rival grid among the clocks: its time is the function of the noise in which it is uniform. None
 * but one was derived from an error.
 *
 * @param rival which
 */
public record RivalClock(RivalGrid rival) implements NoiseClock {
  @Override
  public String label() {
    return rival.label();
  }

  @Override
  public String minimises() {
    return rival.equals(RivalGrid.TANGENT)
        ? "marginal KL of the Euler probability flow on N(0, I) (B4)"
        : "nothing that was stated";
  }

  @Override
  public String source() {
    return rival.source();
  }

  @Override
  public double density(double sigma) {
    return rival.schedule().density(sigma);
  }

  @Override
  public NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    return rival.grid(sigmaMin, sigmaMax, steps);
  }
}
