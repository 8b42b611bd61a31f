package designspace.advice;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Noise levels as someone keeps them, in any order, with repeated ones, and with the σ = 0 that
 * samplers append: the grid that they stand for and what is odd about them.
 */
public final class PastedLevels {
  /** Levels that differ by less, relatively, are the same level twice. */
  private static final double ROUNDING = 1e-9;

  private final double[] numbers;
  private final NoiseGrid grid;

  private PastedLevels(double[] numbers) {
    this.numbers = numbers;
    double[] distinct = distinct(numbers);
    String why = "a step leads from one level to another";
    Require.atLeast(2, "number of different positive levels", distinct.length, why);
    this.grid = NoiseGrid.named("pasted", reversed(distinct));
  }

  private static double[] distinct(double[] numbers) {
    double[] sorted = Arrays.stream(numbers).filter(sigma -> sigma > 0).sorted().toArray();
    double[] distinct = new double[sorted.length];
    int kept = 0;
    for (double sigma : sorted) {
      if (kept == 0 || !same(sigma, distinct[kept - 1])) {
        distinct[kept++] = sigma;
      }
    }
    return Arrays.copyOf(distinct, kept);
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= ROUNDING * Math.max(a, b);
  }

  /**
   * Numbers in any order; levels within 1e−9 of each other, relatively, count as one repeated.
   *
   * @throws IllegalArgumentException for NaN, infinities, negative numbers, a zero that is neither
   *     first nor last, or fewer than two different levels
   */
  public static PastedLevels of(double... numbers) {
    int zero = -1;
    for (int i = 0; i < numbers.length; i++) {
      String name = "entry " + (i + 1);
      Require.notNegative(name, numbers[i], "it is a noise level");
      if (numbers[i] == 0 && zero >= 0) {
        String expected = "one zero, and entry " + (zero + 1) + " is zero";
        throw Require.refusal(name, "0, repeated", expected, "nothing follows a level of no noise");
      }
      zero = numbers[i] == 0 ? i : zero;
    }
    if (zero > 0 && zero < numbers.length - 1) {
      String expected = "a zero only at an end of the list";
      String why = "without noise there is nothing left to do";
      throw Require.refusal("entry " + (zero + 1), 0, expected, why);
    }
    return new PastedLevels(numbers.clone());
  }

  /**
   * Text of numbers between commas, spaces, new lines or brackets; code around them, such as {@code
   * torch.tensor}, a name or a key of JSON, is skipped.
   *
   * @throws IllegalArgumentException as {@link #of(double...)}, and for what is no number, a call
   *     that makes levels, such as {@code linspace}, or decimal commas
   */
  public static PastedLevels parse(String text) {
    return of(LevelText.numbers(text));
  }

  /** The levels of a grid. */
  public static PastedLevels of(NoiseGrid grid) {
    return of(grid.sigmas());
  }

  private static double[] reversed(double[] values) {
    int last = values.length - 1;
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[last - i]);
    return reversed;
  }

  /** The different positive levels, largest first. */
  public NoiseGrid grid() {
    return grid;
  }

  /** As they were given. */
  public double[] numbers() {
    return numbers.clone();
  }

  /** Whether σ = 0 stands at an end. */
  public boolean endsInZero() {
    return numbers[0] == 0 || numbers[numbers.length - 1] == 0;
  }

  /** Steps of no size: entries that repeat a level, one each time. */
  public int zeroSteps() {
    return (int) DoubleStream.of(numbers).filter(sigma -> sigma > 0).count() - grid.steps() - 1;
  }

  /** The levels that occur more than once, largest first. */
  public double[] repeated() {
    return DoubleStream.of(grid.sigmas())
        .filter(sigma -> DoubleStream.of(numbers).filter(other -> same(other, sigma)).count() > 1)
        .toArray();
  }

  /** Whether the numbers increase from first to last: sampling goes the other way. */
  public boolean increasing() {
    return inOrder(reversed(numbers));
  }

  /** Whether the numbers are in neither order. */
  public boolean unsorted() {
    return !inOrder(numbers) && !increasing();
  }

  private static boolean inOrder(double[] values) {
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[i - 1] * (1 + ROUNDING)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    String repeated = zeroSteps() == 0 ? "" : ", " + zeroSteps() + " repeated";
    return Say.count(grid.steps() + 1, "level")
        + ", σ "
        + Say.number(grid.sigmaMax())
        + " to "
        + Say.number(grid.sigmaMin())
        + (endsInZero() ? ", and 0" : "")
        + repeated;
  }
}
