package designspace.clock;

import designspace.schedule.NoiseGrid;

/**
 * A function of the noise in which a grid is uniform: a rule that gives levels for every number of
 * steps.
 */
public interface NoiseClock {
  /** For tables and legends. */
  String label();

  /** The error that it makes least, of which sampler, on which data, and in which limit if any. */
  String minimises();

  /** Its source: a statement's id or a paper. */
  String source();

  /** Steps per unit of ln σ, up to a constant factor; not negative. */
  double density(double sigma);

  /** N+1 levels uniform in the clock, from σ_max to σ_min. */
  NoiseGrid grid(double sigmaMin, double sigmaMax, int steps);
}
