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
  /** Rounding of a run's end, relative; with giant steps it grows. */
  private static final double LINEAR = 1e-6;

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
    int draws = draws(sampler, score, grid);
    double[] starts = new double[draws + 1];
    starts[0] = grid.sigmaMax();
    Impulse[] random = new Impulse[draws + 1];
    Arrays.setAll(random, i -> new Impulse(i - 1));
    return end(sampler, score, grid, Points.owning(starts, 1), random).toArray();
  }

  /** How many draws a run takes; refuses a run that is not linear in its start. */
  private static int draws(Sampler sampler, ScoreFunction score, NoiseGrid grid) {
    double high = grid.sigmaMax();
    Impulse silent = new Impulse(-1);
    Points ends =
        end(
            sampler,
            score,
            grid,
            Points.owning(new double[] {0, high, high / 4}, 1),
            silent,
            new Impulse(-1),
            new Impulse(-1));
    double whole = ends.get(1, 0);
    boolean linear = Math.abs(4 * ends.get(2, 0) - whole) <= LINEAR * Math.abs(whole);
    if (ends.get(0, 0) != 0 || !linear) {
      String expected = "linear in x and 0 at x = 0";
      throw Require.refusal("score", score, expected, "only a linear sampler has a response");
    }
    return silent.drawn;
  }

  private static Points end(
      Sampler sampler, ScoreFunction score, NoiseGrid grid, Points start, Impulse... random) {
    Steps steps = sampler.begin(grid);
    Points x = start;
    for (int k = 0; k < grid.steps(); k++) {
      x = steps.step(score.checked(), k, x, random);
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
