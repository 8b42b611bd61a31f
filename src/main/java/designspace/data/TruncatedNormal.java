package designspace.data;

/**
 * The standard normal law cut to [low, low + width], for any low and width &gt; 0.
 *
 * <p>All moments come from one positive integral, e^{−low²/2} ∫ e^{−low·t − t²/2} dt over t = z −
 * low, by Gauss–Legendre quadrature on panels along which the exponent moves by at most about 10:
 * exact to rounding for a tiny width and a thousand standard deviations out in the tail, where
 * formulas in differences of Φ and φ cancel.
 *
 * @param logMass ln P(low &lt; Z &lt; low + width)
 * @param offset E[Z − low], from the lower end
 * @param mean E[Z]
 * @param variance Var Z
 */
record TruncatedNormal(double logMass, double offset, double mean, double variance) {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /** e^{−40} is below rounding. */
  private static final double EXPONENT = 40;

  /** Standard deviations at which φ is that small. */
  private static final double REACH = Math.sqrt(2 * EXPONENT);

  /** How far the exponent, or z around 0, moves along one panel. */
  private static final double PANEL_EXPONENT = 10;

  private static final double PANEL_WIDTH = 4;

  private static final GaussLegendre RULE = new GaussLegendre(16);

  static TruncatedNormal of(double low, double width) {
    if (low + 0.5 * width >= 0) {
      return right(low, width);
    }
    TruncatedNormal mirror = right(-low - width, width);
    return new TruncatedNormal(
        mirror.logMass, width - mirror.offset, -mirror.mean, mirror.variance);
  }

  /** For intervals centred at 0 or to its right. */
  private static TruncatedNormal right(double low, double width) {
    double start = Math.max(low, -REACH);
    double[] ends = low >= 0 ? tail(low, width) : middle(start, width - (start - low));
    double[] u = RULE.points(ends); // z − start
    double[] mass = RULE.weights(ends);
    double total = 0;
    double mean = 0;
    for (int i = 0; i < u.length; i++) {
      double z = start + u[i];
      mass[i] *= Math.exp(low >= 0 ? -u[i] * (start + 0.5 * u[i]) : -0.5 * z * z);
      total += mass[i];
      mean += mass[i] * u[i];
    }
    mean /= total;
    double variance = 0;
    for (int i = 0; i < u.length; i++) {
      variance += mass[i] / total * (u[i] - mean) * (u[i] - mean);
    }
    double logMass = Math.log(total) - HALF_LOG_TWO_PI - (low >= 0 ? 0.5 * low * low : 0);
    double offset = start - low + mean;
    double exact = width > PANEL_WIDTH && low < 0 ? slope(low, width, logMass) : start + mean;
    return new TruncatedNormal(logMass, offset, exact, variance);
  }

  /** E[Z] = (φ(low) − φ(high))/P, which does not cancel around a wide interval's middle. */
  private static double slope(double low, double width, double logMass) {
    double high = low + width;
    double peak = -HALF_LOG_TWO_PI - logMass;
    return Math.exp(peak - 0.5 * low * low) - Math.exp(peak - 0.5 * high * high);
  }

  /** Panels of equal exponent low·t + t²/2, as far as the density counts. */
  private static double[] tail(double low, double width) {
    double exponent = Math.min(EXPONENT, width * (low + 0.5 * width));
    double[] ends = new double[1 + Math.max(1, (int) Math.ceil(exponent / PANEL_EXPONENT))];
    for (int i = 1; i < ends.length; i++) {
      double e = exponent * i / (ends.length - 1);
      ends[i] = 2 * e / (low + Math.sqrt(low * low + 2 * e));
    }
    return ends;
  }

  /** Panels of equal length over what φ makes of [start, start + width]. */
  private static double[] middle(double start, double width) {
    double length = Math.min(width, REACH - start);
    double[] ends = new double[1 + (int) Math.ceil(length / PANEL_WIDTH)];
    for (int i = 1; i < ends.length; i++) {
      ends[i] = length * i / (ends.length - 1);
    }
    return ends;
  }
}
