package designspace.optimal;

import designspace.bound.GridError;
import designspace.schedule.NoiseGrid;

/** An error of a noise grid that is known with its gradient, so that it can be minimised. */
public interface SmoothGridError extends GridError {
  /** For tables and legends: which error, of which sampler, on which data. */
  String label();

  /** ∂ error/∂ ln σ_k of every level, 0 ≤ k ≤ N, the two ends included; length N+1. */
  double[] gradient(NoiseGrid grid);

  /**
   * r such that ∂ error/∂ ln σ_k depends on σ_{k−r}, …, σ_{k+r} alone: 1 of a sum over steps, whose
   * second derivatives then cost three pairs of gradients instead of N − 1.
   */
  default int reach() {
    return Integer.MAX_VALUE;
  }
}
