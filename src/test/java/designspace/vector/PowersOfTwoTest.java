package designspace.vector;

import static org.assertj.core.api.Assertions.assertThat;

import designspace.core.RandomStreams;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PowersOfTwoTest {
  private static final MathContext DIGITS = new MathContext(40);

  /** To 40 digits, from its defining recurrence. */
  private static final BigDecimal LN_2 =
      new BigDecimal("0.6931471805599453094172321214581765680755001343602553");

  private static double power(double y) {
    double[] powers = new double[1];
    PowersOfTwo.of(new double[] {y}, new double[1], 1, powers, 1, new double[1]);
    return powers[0];
  }

  /** 2^y = 2^k·e^{(y−k) ln 2} by the series of e, 40 digits. */
  private static BigDecimal exact(double y) {
    int k = (int) Math.rint(y);
    BigDecimal r = new BigDecimal(y).subtract(BigDecimal.valueOf(k)).multiply(LN_2, DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int i = 1; i < 40; i++) {
      term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term);
    }
    return sum.divide(BigDecimal.valueOf(2).pow(-k), DIGITS);
  }

  private static double unitsInLastPlace(double y) {
    double power = power(y);
    BigDecimal error = exact(y).subtract(new BigDecimal(power)).abs();
    return error.divide(new BigDecimal(Math.ulp(power)), DIGITS).doubleValue();
  }

  @Test
  void staysBelowItsStatedError() {
    RandomGenerator random = new RandomStreams(1).stream(0);
    double worst = 0;
    for (int i = 0; i < 20_000; i++) {
      worst = Math.max(worst, unitsInLastPlace(random.nextDouble(-1022, 0)));
      worst = Math.max(worst, unitsInLastPlace(random.nextDouble(-1, 0)));
      worst = Math.max(worst, unitsInLastPlace(-Math.pow(10, random.nextDouble(-20, 3))));
    }
    assertThat(worst).isLessThan(1.25);
  }

  /** Two roundings, the second to the grid of subnormal numbers. */
  @Test
  void subnormalResultsAreRoundedOnce() {
    RandomGenerator random = new RandomStreams(2).stream(0);
    for (int i = 0; i < 2_000; i++) {
      assertThat(unitsInLastPlace(random.nextDouble(-1074, -1022))).isLessThan(1);
    }
  }

  @Test
  void wholeExponentsAreExact() {
    for (int k = 0; k >= -1074; k--) {
      assertThat(power(k)).isEqualTo(Math.scalb(1.0, k));
    }
  }

  @Test
  void isZeroFarBelow() {
    for (double y = -1075.01; y > -1e305; y *= 1.37) {
      assertThat(power(y)).as("2^%s", y).isZero();
    }
    assertThat(power(-Double.MAX_VALUE)).isZero();
    assertThat(power(Double.NaN)).isNaN();
  }

  @Test
  void anElementHasTheSameBitsWhereverItStands() {
    int n = 1000;
    double[] x = new RandomStreams(3).stream(0).doubles(n, -1100, 0).toArray();
    double[] shift = new RandomStreams(4).stream(0).doubles(n, 0, 3).toArray();
    double[] powers = new double[n];
    for (int repeat = 0; repeat < 2_000; repeat++) { // beyond the interpreter
      PowersOfTwo.of(x, shift, 1, powers, n, new double[n]);
    }
    for (int i = 0; i < n; i++) {
      assertThat(power(x[i] - shift[i])).isEqualTo(powers[i]);
    }
  }
}
