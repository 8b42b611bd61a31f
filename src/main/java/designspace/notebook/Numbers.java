package designspace.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as readers of a notebook want them, whatever the locale. */
final class Numbers {
  private static final String[] SUPERSCRIPT = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

  private Numbers() {}

  /** Four significant digits, fewer where they say it all; scientific outside [10⁻³, 10⁵). */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e5)) {
      return String.format(Locale.ROOT, "%.3e", value).replace("e-0", "e-").replace("e+0", "e");
    }
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    boolean few = exact.precision() <= 4 || exact.scale() <= 0;
    return (few ? exact : exact.round(new MathContext(4))).toPlainString();
  }

  /** Seven significant digits: enough to see drift, short enough to store. */
  static String data(double value) {
    return Double.isFinite(value)
        ? Double.toString(new BigDecimal(value).round(new MathContext(7)).doubleValue())
        : Double.toString(value);
  }

  /** A label of a logarithmic axis: 1, 10, and 10ⁿ beyond. */
  static String power(double value) {
    double exponent = Math.log10(value);
    long power = Math.round(exponent);
    if (Math.abs(exponent - power) > 1e-9 || power == 0 || power == 1) {
      return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
    StringBuilder text = new StringBuilder(power < 0 ? "10⁻" : "10");
    for (char digit : Long.toString(Math.abs(power)).toCharArray()) {
      text.append(SUPERSCRIPT[digit - '0']);
    }
    return text.toString();
  }
}
