package designspace.advice;

import designspace.core.Require;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * Noise levels as someone keeps them, in any order, with repeated ones, and with the σ = 0 that
 * samplers append: the grid that they stand for and what is odd about them.
 */
public final class PastedLevels {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;\\[\\](){}]+");

  /** What code puts before numbers, such as {@code sigmas = torch.tensor}. */
  private static final Pattern BEFORE = Pattern.compile("[A-Za-z_][\\w.]*[=:]?|=");

  /** What code puts anywhere, such as {@code dtype=torch.float32}. */
  private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z_]\\w*=[\\w.:'\"]+");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|(?i:[+-]?(nan|inf(inity)?))");

  private final double[] numbers;
  private final NoiseGrid grid;

  private PastedLevels(double[] numbers) {
    this.numbers = numbers;
    double[] distinct =
        Arrays.stream(numbers).filter(sigma -> sigma > 0).sorted().distinct().toArray();
    String why = "a step leads from one level to another";
    Require.atLeast(2, "number of different positive levels", distinct.length, why);
    this.grid = NoiseGrid.named("pasted", reversed(distinct));
  }

  /**
   * Numbers in any order.
   *
   * @throws IllegalArgumentException for NaN, infinities, negative numbers, a zero that is neither
   *     first nor last, or fewer than two different levels
   */
  public static PastedLevels of(double... numbers) {
    for (int i = 0; i < numbers.length; i++) {
      String name = "entry " + (i + 1);
      Require.notNegative(name, numbers[i], "it is a noise level");
      if (numbers[i] == 0 && i > 0 && i < numbers.length - 1) {
        String expected = "a zero only at an end of the list";
        throw Require.refusal(name, 0, expected, "without noise there is nothing left to do");
      }
    }
    return new PastedLevels(numbers.clone());
  }

  /**
   * Text of numbers between commas, spaces, new lines or brackets; code around them, such as {@code
   * torch.tensor}, is skipped.
   */
  public static PastedLevels parse(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String entry : BETWEEN.splitAsStream(text).toList()) {
      if (NUMBER.matcher(entry).matches()) {
        numbers.add(number(entry));
      } else if (!isCode(entry, numbers.isEmpty())) {
        String expected = "a number such as 0.5 or 2e-3";
        String name = "entry " + (numbers.size() + 1);
        throw Require.refusal(name, "'" + entry + "'", expected, "levels are read from the text");
      }
    }
    Require.atLeast(1, "numbers in the text", numbers.size(), "there is nothing to audit");
    return of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static boolean isCode(String entry, boolean before) {
    return entry.isEmpty()
        || ARGUMENT.matcher(entry).matches()
        || (before && BEFORE.matcher(entry).matches());
  }

  /** The levels of a grid. */
  public static PastedLevels of(NoiseGrid grid) {
    return of(grid.sigmas());
  }

  private static double number(String entry) {
    String small = entry.toLowerCase(Locale.ROOT);
    if (small.contains("nan")) {
      return Double.NaN;
    }
    return small.contains("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(entry);
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
        .filter(sigma -> DoubleStream.of(numbers).filter(other -> other == sigma).count() > 1)
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
      if (values[i] > values[i - 1]) {
        return false;
      }
    }
    return true;
  }
}
