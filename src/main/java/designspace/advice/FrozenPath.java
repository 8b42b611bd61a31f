package designspace.advice;

import designspace.bound.LeastPathGrid;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Arrays;
import java.util.Map;

/**
 * Path KL of the denoiser-frozen SDE with exact score, ½ Σ ∫ (mmse(τ_k) − mmse(τ)) ds with s = 1/τ
 * (B4), and its start. It is eq-10's sum with mmse for J and s, which grows, for τ, so the same
 * search finds its least: over levels C − s, C the largest s and a little.
 */
final class FrozenPath implements SamplerError {
  private static final int CANDIDATES = 2000;
  private static final int PANELS = 64;
  private static final Recipe RECIPE =
      new Recipe("least path KL of the denoiser-frozen SDE", Map.of(), "B4; B7");

  private final Evidence evidence;

  FrozenPath(Evidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public String label() {
    return "path KL of the denoiser-frozen SDE (B4)";
  }

  @Override
  public double nats(NoiseGrid grid) {
    double sum = evidence.start(grid.sigmaMax());
    for (int k = 0; k < grid.steps(); k++) {
      sum += step(grid.sigma(k), grid.sigma(k + 1));
    }
    return sum;
  }

  /** By Simpson's rule in ln s. */
  private double step(double from, double to) {
    double frozen = evidence.mmse(from);
    double log = Math.log(from / to) / PANELS;
    double sum = 0;
    for (int i = 0; i <= PANELS; i++) {
      double sigma = from * Math.exp(-log * i);
      int weight = i == 0 || i == PANELS ? 1 : 2 + 2 * (i % 2);
      sum += weight * (frozen - evidence.mmse(sigma)) / (sigma * sigma);
    }
    return sum * log / 3; // ds = 2 s d ln(1/σ), halved
  }

  @Override
  public NoiseGrid best(double sigmaMin, double sigmaMax, int steps) {
    double[] sigmas =
        NoiseGrid.geometric(sigmaMin, sigmaMax, Math.max(CANDIDATES, 4 * steps)).sigmas();
    double last = 1.001 / (sigmaMin * sigmaMin);
    double[] roots = Arrays.stream(sigmas).map(s -> Math.sqrt(last - 1 / (s * s))).toArray();
    NoiseGrid found = LeastPathGrid.of(root -> at(sigmas, roots, root), roots, steps);
    double[] levels =
        Arrays.stream(found.sigmas()).map(root -> sigmas[index(roots, root)]).toArray();
    return NoiseGrid.of(RECIPE, levels);
  }

  private double at(double[] sigmas, double[] roots, double root) {
    return evidence.mmse(sigmas[index(roots, root)]);
  }

  /** Where a candidate stands in the list, which decreases. */
  private static int index(double[] roots, double root) {
    int low = 0;
    int high = roots.length - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (roots[middle] <= root) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
