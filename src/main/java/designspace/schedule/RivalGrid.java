package designspace.schedule;

import java.util.List;

/**
 * The grids that are used or proposed, all in σ, so that they can be compared at the same ends and
 * the same number of steps. A schedule made for another range is fitted as {@link
 * NoiseSchedule#grid} says: equal steps of its time between its times of the two ends.
 *
 * <p>Two that are told apart by name are one: a grid uniform in log-SNR is the geometric one, and
 * the cosine grid without its offset is the tangent law of B4 with c = 1.
 *
 * @param label for tables and legends
 * @param schedule its noise as a function of its own time
 */
public record RivalGrid(String label, NoiseSchedule schedule) {
  /** EDM's, ρ = 7. */
  public static final RivalGrid EDM = new RivalGrid("EDM, ρ = 7", NoiseSchedule.power(7));

  /** Song's VE; uniform in log-SNR. */
  public static final RivalGrid GEOMETRIC =
      new RivalGrid("geometric = log-SNR", NoiseSchedule.logarithmic());

  /** Uniform in σ. */
  public static final RivalGrid UNIFORM = new RivalGrid("uniform in σ", NoiseSchedule.power(1));

  /** Uniform in τ = σ². */
  public static final RivalGrid UNIFORM_TAU =
      new RivalGrid("uniform in τ", NoiseSchedule.power(0.5));

  /** Quadratic in σ: uniform in √σ. */
  public static final RivalGrid QUADRATIC =
      new RivalGrid("quadratic, ρ = 2", NoiseSchedule.power(2));

  /** VP with linear β, uniform in its t: Song's VP, and DDPM's levels in the limit. */
  public static final RivalGrid VP = new RivalGrid("VP linear", NoiseSchedule.vp());

  /** DDIM's quadratic spacing of the same. */
  public static final RivalGrid VP_QUADRATIC =
      new RivalGrid("VP, quadratic t", NoiseSchedule.vp().quadraticTime());

  /** Sub-VP with the same β. */
  public static final RivalGrid SUB_VP = new RivalGrid("sub-VP", NoiseSchedule.subVp());

  /** Cosine with the offset 0.008. */
  public static final RivalGrid COSINE = new RivalGrid("cosine, s = 0.008", NoiseSchedule.cosine());

  /** Cosine without offset. */
  public static final RivalGrid TANGENT =
      new RivalGrid("cosine, s = 0 = tangent law, c = 1", NoiseSchedule.cosine(0));

  /** Sigmoid from −3 to 3. */
  public static final RivalGrid SIGMOID = new RivalGrid("sigmoid", NoiseSchedule.sigmoid());

  /** Rectified flow or flow matching, uniform in t. */
  public static final RivalGrid FLOW = new RivalGrid("rectified flow", NoiseSchedule.flow());

  /** The same with Stable Diffusion 3's shift at a million pixels. */
  public static final RivalGrid SHIFTED_FLOW =
      new RivalGrid("rectified flow, shift 3", NoiseSchedule.shiftedFlow(3));

  /** All of them. */
  public static List<RivalGrid> all() {
    return List.of(
        EDM,
        GEOMETRIC,
        UNIFORM,
        UNIFORM_TAU,
        QUADRATIC,
        VP,
        VP_QUADRATIC,
        SUB_VP,
        COSINE,
        TANGENT,
        SIGMOID,
        FLOW,
        SHIFTED_FLOW);
  }

  /** Who proposed it. */
  public String source() {
    return schedule.recipe().source();
  }

  /** N+1 levels, the ends exact. */
  public NoiseGrid grid(double sigmaMin, double sigmaMax, int steps) {
    return schedule.grid(sigmaMin, sigmaMax, steps);
  }

  @Override
  public String toString() {
    return label;
  }
}
