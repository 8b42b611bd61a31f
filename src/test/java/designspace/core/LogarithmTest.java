package designspace.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LogarithmTest {
  private static final MathContext DIGITS = new MathContext(60);

  /** A few units in the last place: the sum has a dozen terms. */
  private static final double ROUNDING = 2e-15;

  @Property(seed = "1")
  void agreesWithTheSeriesInSixtyDigits(
      @ForAll @DoubleRange(min = -16, max = -0.31) @Scale(9) double power) {
    for (double sign : new double[] {1, -1}) {
      double x = sign * Math.pow(10, power);
      assertThat(Logarithm.log1pmx(x) / series(x)).isCloseTo(1, within(ROUNDING));
    }
  }

  /** Σ_{n≥2} (−1)^{n+1} xⁿ/n, |x| &lt; ½: 200 terms reach 60 digits. */
  private static double series(double value) {
    BigDecimal x = new BigDecimal(value);
    BigDecimal power = x;
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 2; n <= 200; n++) {
      power = power.multiply(x, DIGITS);
      BigDecimal term = power.divide(BigDecimal.valueOf(n), DIGITS);
      sum = n % 2 == 0 ? sum.subtract(term, DIGITS) : sum.add(term, DIGITS);
    }
    return sum.doubleValue();
  }

  @Property(seed = "2")
  void isTheNaiveDifferenceWhereThatIsAccurate(
      @ForAll @DoubleRange(min = 0.3, max = 1e6) @Scale(9) double x) {
    assertThat(Logarithm.log1pmx(x) / (Math.log1p(x) - x)).isCloseTo(1, within(1e-13));
  }

  @Property(seed = "3")
  void isNeverPositive(@ForAll @DoubleRange(min = -0.99, max = 1e9) double x) {
    assertThat(Logarithm.log1pmx(x)).isNotPositive();
  }

  @Test
  void zeroAndTheEnds() {
    assertThat(Logarithm.log1pmx(0)).isZero();
    assertThat(Logarithm.log1pmx(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Logarithm.log1pmx(Double.NaN)).isNaN();
  }
}
