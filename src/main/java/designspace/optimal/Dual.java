package designspace.optimal;

/**
 * A number with its derivatives in ln σ and ln σ′ of the two levels of a step: arithmetic that
 * carries derivatives along, exact to rounding.
 *
 * @param value the number
 * @param start ∂/∂ ln σ, of the level that the step starts from
 * @param end ∂/∂ ln σ′, of the level at which it ends
 */
record Dual(double value, double start, double end) {
  static Dual from(double sigma) {
    return new Dual(sigma, sigma, 0);
  }

  static Dual to(double sigma) {
    return new Dual(sigma, 0, sigma);
  }

  Dual plus(double other) {
    return new Dual(value + other, start, end);
  }

  Dual plus(Dual other) {
    return new Dual(value + other.value, start + other.start, end + other.end);
  }

  Dual minus(Dual other) {
    return new Dual(value - other.value, start - other.start, end - other.end);
  }

  Dual times(double factor) {
    return new Dual(factor * value, factor * start, factor * end);
  }

  Dual times(Dual other) {
    return new Dual(
        value * other.value,
        start * other.value + value * other.start,
        end * other.value + value * other.end);
  }

  Dual over(Dual other) {
    double ratio = value / other.value;
    return new Dual(
        ratio,
        (start - ratio * other.start) / other.value,
        (end - ratio * other.end) / other.value);
  }
}
