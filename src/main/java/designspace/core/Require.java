package designspace.core;

/**
 * Argument checks. Every refusal is an {@link IllegalArgumentException} that names the argument,
 * its value, what was expected and why.
 */
public final class Require {
  private Require() {}

  /** Returns {@code value} if it is finite; NaN and infinities are refused. */
  public static double finite(String name, double value, String why) {
    if (!Double.isFinite(value)) {
      throw refusal(name, value, "a finite number", why);
    }
    return value;
  }

  /** Returns {@code value} if it is finite and greater than zero. */
  public static double positive(String name, double value, String why) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw refusal(name, value, "a positive finite number", why);
    }
    return value;
  }

  /** Returns {@code value} if it is finite and not negative. */
  public static double notNegative(String name, double value, String why) {
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw refusal(name, value, "a finite number that is not negative", why);
    }
    return value;
  }

  /** Returns {@code value} if it is at least {@code least}. */
  public static int atLeast(int least, String name, int value, String why) {
    if (value < least) {
      throw refusal(name, value, "an integer of at least " + least, why);
    }
    return value;
  }

  /** Returns {@code index} if it is from 0 to {@code size} − 1. */
  public static int index(String name, int index, int size, String why) {
    if (index < 0 || index >= size) {
      throw refusal(name, index, "an index from 0 to " + (size - 1), why);
    }
    return index;
  }

  /** The product of two sizes, refused if no array can have it. */
  public static int product(String name, int a, int b, String why) {
    long product = (long) a * b;
    if (product > Integer.MAX_VALUE - 8) {
      throw refusal(name, product, "at most 2^31 − 9, the longest array", why);
    }
    return (int) product;
  }

  /** Refuses unless {@code low < high}; both are named in the message. */
  public static void ordered(String lowName, double low, String highName, double high, String why) {
    if (!(low < high)) {
      throw refusal(lowName, low, "less than " + highName + " = " + high, why);
    }
  }

  /** Refuses unless the dimension of {@code name} is {@code expected}. */
  public static void dimension(String name, int actual, int expected) {
    size("dimension of " + name, actual, expected, "all points share one space");
  }

  /** Refuses unless a size is {@code expected}. */
  public static void size(String name, int actual, int expected, String why) {
    if (actual != expected) {
      throw refusal(name, actual, String.valueOf(expected), why);
    }
  }

  /** The exception for an argument that is refused: name, value, expectation, reason. */
  public static IllegalArgumentException refusal(
      String name, Object value, String expected, String why) {
    return new IllegalArgumentException(
        name + " = " + value + ": expected " + expected + ", because " + why);
  }
}
