package designspace.claim;

import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.matrix.Workers;
import designspace.metric.LogLogSlope;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * How the rates of gradient descent grow with one size of the problem, over several seeds: the
 * exponents to set beside those of thm-1.
 */
public final class RateStudy {
  /** Behind the observed rates of the four studies. */
  public static final int STEPS = 20;

  private static final TrainingCase BASE = TrainingCase.of(4, 4, 8, 256);

  private final double[] sizes; // one a run
  private final Rates[] runs;

  private RateStudy(double[] sizes, Rates[] runs) {
    this.sizes = sizes;
    this.runs = runs;
  }

  /**
   * Measures every size with every seed.
   *
   * @param problem the case of a size; its seed is replaced
   * @param steps behind the observed rate
   */
  public static RateStudy over(
      int[] sizes, int seeds, int steps, IntFunction<TrainingCase> problem) {
    Require.atLeast(1, "seeds", seeds, "a study has runs");
    double[] all = new double[sizes.length * seeds];
    Rates[] runs = new Rates[all.length];
    Arrays.setAll(all, r -> sizes[r / seeds]);
    RandomStreams streams = new RandomStreams(20240701);
    // Largest first: the last to be taken should be short.
    Workers.all()
        .run(
            runs.length,
            back -> {
              int r = runs.length - 1 - back;
              long seed = streams.fork(r % seeds).seed();
              runs[r] = Rates.of(problem.apply(sizes[r / seeds]).withSeed(seed), steps);
            });
    return new RateStudy(all, runs);
  }

  /** m from 128 to 512, n = N = 4, d = 8. */
  public static RateStudy width(int seeds) {
    return over(new int[] {128, 256, 512}, seeds, STEPS, BASE::withWidth);
  }

  /** n from 2 to 16, N = 2, d = 8, m = 256. */
  public static RateStudy points(int seeds) {
    return over(new int[] {2, 4, 8, 16}, seeds, STEPS, n -> TrainingCase.of(n, 2, 8, 256));
  }

  /** N from 2 to 16 on the same range of noise, n = 2, d = 8, m = 256. */
  public static RateStudy levels(int seeds) {
    return over(new int[] {2, 4, 8, 16}, seeds, STEPS, j -> TrainingCase.of(2, j, 8, 256));
  }

  /** d from 4 to 32, n = 4, N = 2, m = 256. */
  public static RateStudy dimension(int seeds) {
    return over(new int[] {4, 8, 16, 32}, seeds, STEPS, d -> TrainingCase.of(4, 2, d, 256));
  }

  /** The size of each run. */
  public double[] sizes() {
    return sizes.clone();
  }

  /** A rate of each run. */
  public double[] each(ToDoubleFunction<Rates> rate) {
    return Arrays.stream(runs).mapToDouble(rate).toArray();
  }

  /** The exponent of a rate, over all runs. */
  public LogLogSlope exponent(ToDoubleFunction<Rates> rate) {
    return LogLogSlope.fit(sizes, each(rate));
  }
}
