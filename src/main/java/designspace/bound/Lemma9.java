package designspace.bound;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;

/**
 * lem-9: the KL that one step of eq-10 adds when its drift is off by Δ(x), in terms of ‖Δ‖².
 *
 * <p>Both laws of the step have the noise Δτ I and means that differ by Δτ Δ, so KL = ½ Δτ ‖Δ‖²,
 * which is ∫σ_t²‖Δ‖² dt because ∫σ_t² dt = ½ Δτ. Printed is half of that (E2).
 */
public final class Lemma9 {
  private Lemma9() {}

  /** As printed: ½ ∫σ_t² dt ‖Δ‖², nats. */
  public static double printed(NoiseGrid grid, int k, double squaredError) {
    return 0.5 * corrected(grid, k, squaredError);
  }

  /** ∫σ_t² dt ‖Δ‖² = ½ Δτ_k ‖Δ‖² for a squared error of the score that is frozen, nats. */
  public static double corrected(NoiseGrid grid, int k, double squaredError) {
    Require.notNegative("squaredError", squaredError, "it is a square");
    return 0.5 * grid.deltaTau(k) * squaredError;
  }
}
