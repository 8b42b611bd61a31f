package designspace.schedule;

import designspace.core.Require;
import java.util.function.IntUnaryOperator;

/**
 * The discrete levels of DDPM and what is picked of them: with β₁ … β_T the levels are σ_n² = 1/ᾱ_n
 * − 1, ᾱ_n = Π_{i≤n}(1−β_i), 1 ≤ n ≤ T. Between them nothing was trained, so these grids have ends
 * of their own and cannot be fitted to others.
 *
 * <p>Samplers pick n by one of three spacings (Lin et al. 2024, table 2) and then go to σ = 0,
 * which is left out here: the score is not defined there.
 */
public final class DdpmLevels {
  private static final String TWO = "a grid has at least one step";

  private final Recipe recipe;
  private final double[] sigmas; // σ_1 … σ_T

  private DdpmLevels(Recipe recipe, double[] betas) {
    this.recipe = recipe;
    sigmas = new double[betas.length];
    double logShrinkage = 0;
    for (int n = 0; n < betas.length; n++) {
      logShrinkage -= Math.log1p(-betas[n]);
      sigmas[n] = Math.sqrt(Math.expm1(logShrinkage));
    }
  }

  /** β linear from 1e−4 to 0.02 over 1000 levels (Ho et al. 2020): σ from 0.01 to 157. */
  public static DdpmLevels linear() {
    return new DdpmLevels(Recipe.of("DDPM", "Ho et al. 2020"), spaced(1e-4, 0.02, 1));
  }

  /** √β linear, β from 8.5e−4 to 0.012 (Rombach et al. 2022): σ from 0.029 to 14.6. */
  public static DdpmLevels scaledLinear() {
    return new DdpmLevels(
        Recipe.of("latent diffusion", "Rombach et al. 2022"), spaced(0.00085, 0.012, 2));
  }

  private static double[] spaced(double first, double last, double power) {
    double[] betas = new double[1000];
    double low = Math.pow(first, 1 / power);
    double high = Math.pow(last, 1 / power);
    for (int i = 0; i < betas.length; i++) {
      betas[i] = Math.pow(low + (high - low) * i / (betas.length - 1), power);
    }
    return betas;
  }

  /** T. */
  public int count() {
    return sigmas.length;
  }

  /** σ_n, 1 ≤ n ≤ T. */
  public double sigma(int n) {
    return sigmas[Require.index("n − 1", n - 1, sigmas.length, "there are so many levels")];
  }

  /** So many levels from n = T down to 1, n rounded. */
  public NoiseGrid linspace(int levels) {
    double stride = (sigmas.length - 1.0) / (checked(levels) - 1);
    return pick("linspace", levels, k -> (int) Math.rint((levels - 1 - k) * stride));
  }

  /** n = 1, 1+⌊T/levels⌋, …: it starts below T, so not from all the noise that was trained. */
  public NoiseGrid leading(int levels) {
    int stride = sigmas.length / checked(levels);
    return pick("leading", levels, k -> (levels - 1 - k) * stride);
  }

  /** n = T, T−T/levels, …, rounded: it ends above 1. */
  public NoiseGrid trailing(int levels) {
    double stride = (double) sigmas.length / checked(levels);
    return pick("trailing", levels, k -> (int) Math.rint(sigmas.length - k * stride) - 1);
  }

  private int checked(int levels) {
    Require.atLeast(2, "levels", levels, TWO);
    if (levels > sigmas.length) {
      throw Require.refusal("levels", levels, "at most T = " + sigmas.length, "there are no more");
    }
    return levels;
  }

  private NoiseGrid pick(String spacing, int levels, IntUnaryOperator index) {
    double[] picked = new double[levels];
    for (int k = 0; k < levels; k++) {
      picked[k] = sigmas[index.applyAsInt(k)];
    }
    Recipe named = new Recipe(recipe.name() + ", " + spacing, recipe.parameters(), recipe.source());
    return NoiseGrid.of(named, picked);
  }
}
