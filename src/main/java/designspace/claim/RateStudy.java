package designspace.claim;

import designspace.core.RandomStreams;
import designspace.core.Require;
import designspace.matrix.Workers;
import designspace.metric.LogLogSlope;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How the rates of gradient descent grow with one size of the problem, over several seeds: the
 * exponents to set beside those of thm-1.
 */
public final class RateStudy {
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

  /** The exponent over the runs of at least this size. */
  public LogLogSlope exponentFrom(double least, ToDoubleFunction<Rates> rate) {
    int[] kept = IntStream.range(0, runs.length).filter(r -> sizes[r] >= least).toArray();
    return LogLogSlope.fit(
        Arrays.stream(kept).mapToDouble(r -> sizes[r]).toArray(),
        Arrays.stream(kept).mapToDouble(r -> rate.applyAsDouble(runs[r])).toArray());
  }
}
