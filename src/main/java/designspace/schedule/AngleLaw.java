package designspace.schedule;

import java.util.function.DoubleUnaryOperator;

/**
 * The five grids of B4 for data N(0, c²I): each is uniform in a function of the noise and optimal
 * for one sampler and one error.
 *
 * <p>Write S = c² + σ². Every formula below measures distance from an end of the range rather than
 * evaluating the law and inverting it, because σ² is lost in c² + σ² when σ ≪ c.
 */
public enum AngleLaw {
  /** Uniform in ln(c²+σ²): least path KL of eq-10, for every N. */
  LOG("log law", "path KL of eq-10") {
    @Override
    public double clock(double c, double sigma) {
      return Math.log(c * c + sigma * sigma);
    }

    @Override
    DoubleUnaryOperator grid(double c, double sigmaMin, double sigmaMax) {
      double least = c * c + sigmaMin * sigmaMin;
      double range = Math.log1p(squareDifference(sigmaMin, sigmaMax) / least);
      return f -> Math.sqrt(sigmaMin * sigmaMin + least * Math.expm1(f * range));
    }
  },

  /**
   * Uniform in 1/√(c²+σ²): least marginal KL of eq-10 in the limit of small steps, σ_max/c ≪ N ≪
   * S_max²/(c²S_min), where the upper end is the initialization error. At small N other grids are
   * better.
   */
  INVERSE_ROOT("1/√ law", "marginal KL of eq-10") {
    @Override
    public double clock(double c, double sigma) {
      return -1 / Math.hypot(c, sigma);
    }

    // 1/√S falls by the fraction f·r of its value at σ_min, r = 1 − √(S_min/S_max).
    @Override
    DoubleUnaryOperator grid(double c, double sigmaMin, double sigmaMax) {
      double least = c * c + sigmaMin * sigmaMin;
      double growth = squareDifference(sigmaMin, sigmaMax) / least;
      double left = 1 / Math.sqrt(1 + growth);
      double r = growth * left / (1 + 1 / left);
      return f -> {
        double x = f * r;
        double rest = (1 - f) + f * left;
        return Math.sqrt(sigmaMin * sigmaMin + least * x * (1 + rest) / (rest * rest));
      };
    }
  },

  /**
   * Uniform in arctan(σ/c), the tangent law: least marginal KL of Euler on the probability flow,
   * for every N if the mean is zero, since 1+r = (σ_max²/S_max) Π cos²Δθ_k and ln cos is concave.
   */
  ARCTANGENT("tangent law", "marginal KL of the Euler probability flow") {
    @Override
    public double clock(double c, double sigma) {
      return Math.atan2(sigma, c);
    }

    // The tangent below 45°, the cotangent of the complement above it: neither loses digits.
    @Override
    DoubleUnaryOperator grid(double c, double sigmaMin, double sigmaMax) {
      double start = Math.atan2(sigmaMin, c);
      double end = Math.atan2(sigmaMax, c);
      double startComplement = Math.atan2(c, sigmaMin);
      double endComplement = Math.atan2(c, sigmaMax);
      return f -> {
        double angle = (1 - f) * start + f * end;
        return angle < Math.PI / 4
            ? c * Math.tan(angle)
            : c / Math.tan((1 - f) * startComplement + f * endComplement);
      };
    }
  },

  /** Uniform in ln(1+c²/σ²): least path KL of the denoiser-frozen SDE, for every N. */
  LOG_SNR("log-snr law", "path KL of the denoiser-frozen SDE") {
    @Override
    public double clock(double c, double sigma) {
      return -Math.log1p(snr(c, sigma));
    }

    @Override
    DoubleUnaryOperator grid(double c, double sigmaMin, double sigmaMax) {
      double end = Math.log1p(snr(c, sigmaMax));
      double range = Math.log1p(snr(c, sigmaMin)) - end;
      return f -> c / Math.sqrt(Math.expm1(end + (1 - f) * range));
    }

    private double snr(double c, double sigma) {
      return (c / sigma) * (c / sigma);
    }
  },

  /**
   * Uniform in σ/√(c²+σ²): least marginal KL of the denoiser-frozen SDE in the limit of small
   * steps, while the initialization error is negligible.
   */
  SINE("sine law", "marginal KL of the denoiser-frozen SDE") {
    @Override
    public double clock(double c, double sigma) {
      return sigma / Math.hypot(c, sigma);
    }

    // With s = σ/√S: σ² = c² s²/((1−s)(1+s)), and 1−s is interpolated, never subtracted.
    @Override
    DoubleUnaryOperator grid(double c, double sigmaMin, double sigmaMax) {
      double low = complement(c, sigmaMin);
      double high = complement(c, sigmaMax);
      double least = clock(c, sigmaMin);
      double most = clock(c, sigmaMax);
      return f -> {
        double s = (1 - f) * least + f * most;
        return c * s / Math.sqrt(((1 - f) * low + f * high) * (1 + s));
      };
    }

    private double complement(double c, double sigma) {
      double root = Math.hypot(c, sigma);
      return (c / root) * (c / (root + sigma));
    }
  };

  private final String label;
  private final String minimises;

  AngleLaw(String label, String minimises) {
    this.label = label;
    this.minimises = minimises;
  }

  /** The short name used in tables and legends. */
  public String label() {
    return label;
  }

  /** The error that this law makes least, and for which sampler. */
  public String minimises() {
    return minimises;
  }

  /** The function of σ in which the grid is uniform, signed so that it increases with σ. */
  public abstract double clock(double c, double sigma);

  /** σ as a function of the fraction f of the clock's range, f = 0 at σ_min and 1 at σ_max. */
  abstract DoubleUnaryOperator grid(double c, double sigmaMin, double sigmaMax);

  private static double squareDifference(double low, double high) {
    return (high - low) * (high + low);
  }
}
