package designspace.advice;

import designspace.bound.LeastPathGrid;
import designspace.schedule.NoiseGrid;
import designspace.schedule.Recipe;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Path KL of the denoiser-frozen SDE with exact score, ½ Σ ∫ (mmse(τ_k) − mmse(τ)) ds with s = 1/τ
 * (B4), and its start. It is eq-10's sum with mmse for J and −s for τ, so the same search finds its
 * least.
 *
 * @param mmse as a function of σ
 * @param start KL(p_T|N(0,σ²I)) as a function of σ = σ_max, nats
 */
record FrozenPath(DoubleUnaryOperator mmse, DoubleUnaryOperator start) implements SamplerError {
  private static final int CANDIDATES = 2000;
  private static final int PANELS = 64;
  private static final Recipe RECIPE =
      new Recipe("least path KL of the denoiser-frozen SDE", Map.of(), "B4; B7");

  @Override
  public String label() {
    return "path KL of the denoiser-frozen SDE (B4)";
  }

  @Override
  public double nats(NoiseGrid grid) {
    double sum = start.applyAsDouble(grid.sigmaMax());
    for (int k = 0; k < grid.steps(); k++) {
      sum += step(grid.sigma(k), grid.sigma(k + 1));
    }
    return sum;
  }

  /** By Simpson's rule in ln s. */
  private double step(double from, double to) {
    double frozen = mmse.applyAsDouble(from);
    double log = Math.log(from / to) / PANELS;
    double sum = 0;
    for (int i = 0; i <= PANELS; i++) {
      double sigma = from * Math.exp(-log * i);
      int weight = i == 0 || i == PANELS ? 1 : 2 + 2 * (i % 2);
      sum += weight * (frozen - mmse.applyAsDouble(sigma)) / (sigma * sigma);
    }
    return sum * log / 3; // ds = 2 s d ln(1/σ), halved
  }

  @Override
  public NoiseGrid best(double sigmaMin, double sigmaMax, int steps) {
    int count = Math.max(CANDIDATES, 4 * steps);
    double[] sigmas = NoiseGrid.geometric(sigmaMin, sigmaMax, count).sigmas();
    double[] x = Arrays.stream(sigmas).map(sigma -> -1 / (sigma * sigma)).toArray();
    double[] frozen = Arrays.stream(sigmas).map(mmse).toArray();
    int[] chosen = LeastPathGrid.chosen(x, frozen, steps);
    return NoiseGrid.of(RECIPE, Arrays.stream(chosen).mapToDouble(i -> sigmas[i]).toArray());
  }
}
