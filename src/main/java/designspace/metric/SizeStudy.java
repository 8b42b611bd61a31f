package designspace.metric;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.Require;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * A distance estimated from samples, on the whole samples and on their halves: where the two differ
 * by more than the noise, the estimate still depends on the size of the samples.
 *
 * @param whole on the whole samples, with one standard error from ten disjoint blocks (its own
 *     uncertainty is a quarter); it holds noise, not bias
 * @param halves the mean of the estimates on the two halves
 * @param rate a &gt; 0: the bias is taken to fall like n^{−a}
 */
public record SizeStudy(Estimate whole, double halves, double rate) {
  /** Blocks behind the standard error. */
  public static final int BLOCKS = 10;

  /** Checks the rate. */
  public SizeStudy {
    Require.positive("rate", rate, "a bias that does not fall cannot be extrapolated");
  }

  /**
   * Any distance of two samples, studied: about 1.6 times its cost if that is quadratic. Halves and
   * blocks are dealt like cards, so points in sorted order do no harm; points must be independent.
   *
   * @param distance estimate from two samples; its variance should fall like 1/n
   */
  public static SizeStudy of(
      Points a, Points b, double rate, ToDoubleBiFunction<Points, Points> distance) {
    Samples.check(a, b, BLOCKS, "each block has a point");
    double[] halves = parts(a, b, 2, distance);
    double error = Estimate.mean(parts(a, b, BLOCKS, distance)).error();
    double value = distance.applyAsDouble(a, b);
    Estimate whole = new Estimate(value, error, "whole samples");
    return new SizeStudy(whole, (halves[0] + halves[1]) / 2, rate);
  }

  private static double[] parts(
      Points a, Points b, int parts, ToDoubleBiFunction<Points, Points> distance) {
    return IntStream.range(0, parts)
        .mapToDouble(
            i -> distance.applyAsDouble(Samples.deal(a, i, parts), Samples.deal(b, i, parts)))
        .toArray();
  }

  /**
   * The bias of {@code whole}, (halves − whole)/(2^a − 1): exact if the bias is ∝ n^{−a}, and as
   * noisy as the difference.
   */
  public double bias() {
    return (halves - whole.value()) / Math.expm1(rate * Math.log(2));
  }

  /**
   * The whole estimate less its bias (Richardson); the error adds the whole bias found to the
   * standard error, in squares, because the rate is an assumption.
   */
  public Estimate extrapolated() {
    double error = Math.hypot(whole.error(), bias());
    return new Estimate(whole.value() - bias(), error, "extrapolated at n^-" + rate);
  }
}
