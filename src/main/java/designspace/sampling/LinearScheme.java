package designspace.sampling;

import designspace.schedule.NoiseGrid;

/**
 * A sampler that is linear in the score: it keeps Gaussian laws Gaussian, and on Gaussian data its
 * law is known exactly, one eigen-direction at a time (B3).
 */
public interface LinearScheme {
  /** The name used in tables and legends. */
  String label();

  /** Whether its steps are random. */
  boolean addsNoise();

  /** A fresh run down {@code grid} on a direction of data variance λ. */
  LinearRun onDirection(double lambda, NoiseGrid grid);
}
