package designspace.optimal;

import designspace.bound.GridError;
import designspace.schedule.NoiseGrid;

/** An error of a noise grid that is known with its gradient, so that it can be minimised. */
public interface SmoothGridError extends GridError {
  /** For tables and legends: which error, of which sampler, on which data. */
  String label();

  /** ∂ error/∂ ln σ_k of every level, 0 ≤ k ≤ N, the two ends included; length N+1. */
  double[] gradient(NoiseGrid grid);
}
