package designspace.sampling;

import designspace.core.Points;
import designspace.core.Require;
import designspace.data.Gaussian;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreFunction;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The exact law of any sampler on the line with any score that is linear in x, right or wrong, from
 * the sampler's own steps: what arrives is Σ c_m Z_m over its start and its draws, so one run with
 * draw m equal to 1 and all else 0 gives c_m. Cost: one run for each draw.
 */
public final class ImpulseResponse {
  private ImpulseResponse() {}

  /**
   * N(0, Σ c_m²), started from N(0, σ_max²).
   *
   * @param score linear in x on the line, 0 at 0
   */
  public static Gaussian law(Sampler sampler, ScoreFunction score, NoiseGrid grid) {
    double[] response = of(sampler, score, grid);
    double variance = Arrays.stream(response).map(c -> c * c).sum();
    return Gaussian.isotropic(1, Math.sqrt(variance));
  }

  /** c: the first for the start, the others for the draws in order. */
  static double[] of(Sampler sampler, ScoreFunction score, NoiseGrid grid) {
    Impulse silent = new Impulse(-1);
    Points origin = end(sampler, score, grid, Points.owning(new double[1], 1), silent);
    if (origin.get(0, 0) != 0) {
      throw Require.refusal("score", score, "0 at x = 0", "only a linear sampler has a response");
    }
    int draws = silent.drawn;
    double[] starts = new double[draws + 1];
    starts[0] = grid.sigmaMax();
    Impulse[] random = new Impulse[draws + 1];
    Arrays.setAll(random, i -> new Impulse(i - 1));
    return end(sampler, score, grid, Points.owning(starts, 1), random).toArray();
  }

  private static Points end(
      Sampler sampler, ScoreFunction score, NoiseGrid grid, Points start, Impulse... random) {
    Steps steps = sampler.begin(grid);
    Points x = start;
    for (int k = 0; k < grid.steps(); k++) {
      x = steps.step(score, k, x, random);
    }
    return x;
  }

  /** A stream of zeros with a 1 at one place. */
  private static final class Impulse implements RandomGenerator {
    private final int place;
    private int drawn;

    Impulse(int place) {
      this.place = place;
    }

    @Override
    public long nextLong() {
      throw new UnsupportedOperationException("an impulse has normal draws only");
    }

    @Override
    public double nextGaussian() {
      return drawn++ == place ? 1 : 0;
    }
  }
}
