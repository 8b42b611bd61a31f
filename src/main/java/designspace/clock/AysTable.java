package designspace.clock;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Map;

/**
 * AYS's published grids of ten steps (Sabour, Fidler, Kreis 2024, table 3): what their search gave,
 * stopped early by eye, for four image models. Data for comparing shapes; σ as each model scales
 * it.
 */
public enum AysTable {
  /** Stable Diffusion 1.5. */
  STABLE_DIFFUSION_1_5("Stable Diffusion 1.5"),
  /** SDXL. */
  SDXL("SDXL"),
  /** DeepFloyd-IF, stage 1. */
  DEEPFLOYD_IF("DeepFloyd-IF stage 1"),
  /** Stable Video Diffusion. */
  STABLE_VIDEO_DIFFUSION("Stable Video Diffusion");

  private final String label;

  AysTable(String label) {
    this.label = label;
  }

  private double[] sigmas() {
    return switch (this) {
      case STABLE_DIFFUSION_1_5 ->
          levels(14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0.029);
      case SDXL ->
          levels(14.615, 6.315, 3.771, 2.181, 1.342, 0.862, 0.555, 0.380, 0.234, 0.113, 0.029);
      case DEEPFLOYD_IF ->
          levels(160.41, 8.081, 3.315, 1.885, 1.207, 0.785, 0.553, 0.293, 0.186, 0.030, 0.006);
      case STABLE_VIDEO_DIFFUSION ->
          levels(700.00, 54.5, 15.886, 7.977, 4.248, 1.789, 0.981, 0.403, 0.173, 0.034, 0.002);
    };
  }

  private static double[] levels(double... sigmas) {
    return sigmas;
  }

  /** Which model. */
  public String label() {
    return label;
  }

  /** The published levels. */
  public NoiseGrid grid() {
    return NoiseGrid.of(recipe(), sigmas());
  }

  /**
   * As many steps as wanted: ln σ interpolated linearly in k/N, as the authors' guide and the
   * samplers that carry the tables do. Those put a level 0 after the last or in its place; here
   * there is none.
   */
  public NoiseGrid grid(int steps) {
    Require.atLeast(1, "steps", steps, "a grid has at least one step");
    double[] sigmas = sigmas();
    double[] levels = new double[steps + 1];
    int last = sigmas.length - 1;
    for (int k = 0; k <= steps; k++) {
      double place = (double) k * last / steps;
      int below = Math.min((int) place, last - 1);
      double rest = place - below;
      levels[k] =
          rest == 0
              ? sigmas[below]
              : sigmas[below] * Math.pow(sigmas[below + 1] / sigmas[below], rest);
    }
    levels[steps] = sigmas[last];
    return NoiseGrid.of(recipe(), levels);
  }

  private Recipe recipe() {
    return new Recipe("AYS " + label, Map.of(), "Sabour, Fidler, Kreis 2024, table 3");
  }
}
