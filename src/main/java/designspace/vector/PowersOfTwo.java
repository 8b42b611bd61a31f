package designspace.vector;

/**
 * 2^y over arrays, in loops that the compiler of the virtual machine turns into vector instructions
 * (JDK 17 and later), with the same bits wherever an element stands; {@code Math.exp} is a call an
 * element.
 *
 * <p>With k the integer nearest to y and r = y − k, which is exact, 2^y = 2^k·(1 + r·q(r)): q of
 * degree 10 interpolates (2^r − 1)/r at 11 Chebyshev nodes of [−½, ½], relative error 2e−17, so
 * that rounding decides: below 1¼ units in the last place.
 */
public final class PowersOfTwo {
  /** Added to a number, it leaves the nearest integer in the low bits. */
  private static final double ROUND = 0x1.8p52;

  /** Added to an even integer, it leaves its half in the low bits. */
  private static final double HALVE = 0x1.8p53;

  /** 2^k is made as 2^(k + LIFT), a normal number for every k above the least. */
  private static final int LIFT = 200;

  /** The exponent field of 2^(k + LIFT) is k + FIELD, 0 for all smaller k. */
  private static final double FIELD = 1023 + LIFT;

  private static final double UNLIFT = 0x1p-200;

  private static final double C1 = 0x1.62e42fefa39efp-1;
  private static final double C2 = 0x1.ebfbdff82c598p-3;
  private static final double C3 = 0x1.c6b08d704a0c2p-5;
  private static final double C4 = 0x1.3b2ab6fba1ddap-7;
  private static final double C5 = 0x1.5d87fe78a5276p-10;
  private static final double C6 = 0x1.430913096fd9fp-13;
  private static final double C7 = 0x1.ffcbfc670dcd4p-17;
  private static final double C8 = 0x1.62bfd47773353p-20;
  private static final double C9 = 0x1.b524fae627833p-24;
  private static final double C10 = 0x1.e6063f7217bc6p-28;
  private static final double C11 = 0x1.e9d3fe395236ap-32;

  private PowersOfTwo() {}

  /**
   * powers_i = factor·2^(x_i − shift_i) for differences that are finite and at most 0; a difference
   * below −1075 gives 0.
   *
   * @param x exponents; kept, unless it is also {@code powers}
   * @param shift what is subtracted from them, at least as large
   * @param factor of all, below 1e240 in size
   * @param powers receives the result
   * @param count how many elements, from the first
   * @param scratch is overwritten; an array of its own
   */
  public static void of(
      double[] x, double[] shift, double factor, double[] powers, int count, double[] scratch) {
    double unlift = UNLIFT * factor;
    significands(x, shift, powers, count, scratch);
    exponents(scratch, count);
    for (int i = 0; i < count; i++) {
      powers[i] = powers[i] * scratch[i] * unlift;
    }
  }

  /** 2^r, and in the low bits of {@code fields} the exponent field. */
  private static void significands(
      double[] x, double[] shift, double[] powers, int count, double[] fields) {
    for (int i = 0; i < count; i++) {
      double y = x[i] - shift[i];
      double k = (y + ROUND) - ROUND;
      double field = k + FIELD;
      fields[i] = HALVE + (field + Math.abs(field)); // twice the positive part
      double r = y - k;
      double q = MultiplyAdd.of(r, C11, C10);
      q = MultiplyAdd.of(r, MultiplyAdd.of(r, q, C9), C8);
      q = MultiplyAdd.of(r, MultiplyAdd.of(r, q, C7), C6);
      q = MultiplyAdd.of(r, MultiplyAdd.of(r, q, C5), C4);
      q = MultiplyAdd.of(r, MultiplyAdd.of(r, q, C3), C2);
      powers[i] = MultiplyAdd.of(r, MultiplyAdd.of(r, q, C1), 1);
    }
  }

  // A loop of its own: beside arithmetic the reinterpretation would keep both from vectors.
  private static void exponents(double[] fields, int count) {
    for (int i = 0; i < count; i++) {
      fields[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(fields[i]) << 52);
    }
  }
}
