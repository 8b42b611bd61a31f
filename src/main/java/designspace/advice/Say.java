package designspace.advice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers in sentences. */
final class Say {
  private Say() {}

  /** Three significant digits, such as 0.002 or 80. */
  static String number(double value) {
    return digits(value, 3);
  }

  static String digits(double value, int significant) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(significant));
    double size = Math.abs(value);
    return size < 1e-4 || size >= 1e6
        ? String.format(Locale.ROOT, "%." + (significant - 1) + "e", value)
        : rounded.stripTrailingZeros().toPlainString();
  }

  /** A fraction in percent, two significant digits, none below a hundredth; above ten a factor. */
  static String percent(double fraction) {
    double percent = 100 * fraction;
    if (Math.abs(percent) < 0.01) {
      return "less than 0.01 %";
    }
    if (!(Math.abs(fraction) <= 10)) {
      return number(fraction) + " times";
    }
    return (Math.abs(percent) >= 10 ? Long.toString(Math.round(percent)) : digits(percent, 2))
        + " %";
  }

  static String levels(double[] sigmas, int significant) {
    return Arrays.stream(sigmas)
        .mapToObj(sigma -> digits(sigma, significant))
        .collect(Collectors.joining(", "));
  }

  static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
