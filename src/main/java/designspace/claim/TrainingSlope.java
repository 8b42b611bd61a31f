package designspace.claim;

import designspace.matrix.Workers;
import designspace.metric.LogLogSlope;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * How a number grows with one size of a training while the others stay: n = N = 4, d = 12, m = 128,
 * L = 2, σ̄ from 0.1 to 1, all c_j = 1.
 *
 * @param sizes that vary
 * @param seeds how many trainings a size
 */
record TrainingSlope(IntFunction<TrainingSize> sizes, int seeds) {

  static TrainingSlope points(int seeds) {
    return new TrainingSlope(n -> new TrainingSize(n, 4, 12, 128, 2), seeds);
  }

  static TrainingSlope levels(int seeds) {
    return new TrainingSlope(levels -> new TrainingSize(4, levels, 12, 128, 2), seeds);
  }

  static TrainingSlope dimension(int seeds) {
    return new TrainingSlope(d -> new TrainingSize(4, 4, d, 128, 2), seeds);
  }

  /** d with m = 32d. */
  static TrainingSlope both(int seeds) {
    return new TrainingSlope(d -> new TrainingSize(4, 4, d, 32 * d, 2), seeds);
  }

  static TrainingSlope width(int seeds) {
    return new TrainingSlope(m -> new TrainingSize(4, 4, 12, m, 2), seeds);
  }

  /** The exponent, with the interval that the trainings' own spread gives. */
  LogLogSlope of(ToDoubleFunction<RandomTraining> number, int... values) {
    double[] x = new double[values.length * seeds];
    Arrays.setAll(x, k -> values[k / seeds]);
    double[] y = each(x.length, k -> number.applyAsDouble(training(values[k / seeds], k)));
    return LogLogSlope.fit(x, y);
  }

  RandomTraining training(int value, long seed) {
    TrainingSize size = sizes.apply(value);
    return RandomTraining.of(size, TrainingCase.equalC(size.levels()), seed);
  }

  /** Twice the 95% interval. */
  static Tolerance chance(LogLogSlope slope) {
    double half = slope.halfWidth();
    return Tolerance.absolute(
        2 * half, String.format(Locale.ROOT, "4 standard errors; 95%% interval ±%.3f", half));
  }

  /** One number a case, the cases shared out over the machine's processors. */
  static double[] each(int count, IntToDoubleFunction number) {
    double[] numbers = new double[count];
    Workers.all().run(count, i -> numbers[i] = number.applyAsDouble(i));
    return numbers;
  }

  /** The largest of so many cases' numbers. */
  static double largest(int count, IntToDoubleFunction number) {
    return Arrays.stream(each(count, number)).max().orElseThrow();
  }
}
