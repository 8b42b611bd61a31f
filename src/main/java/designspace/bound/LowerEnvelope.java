package designspace.bound;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * G(τ) = min of g over [τ, τ₀], and the clock ∫ √G′ dτ measured down from τ₀, on a fine mesh in ln
 * σ. In a cell of the mesh ∫ √G′ dτ is √(ΔG Δτ), exact where G is straight.
 */
final class LowerEnvelope {
  private static final int CELLS = 4000;

  private final double[] sigmas; // descending
  private final double[] g;
  private final double[] lower;
  private final double[] clock; // ascending

  LowerEnvelope(DoubleUnaryOperator function, double sigmaMin, double sigmaMax) {
    sigmas = new double[CELLS + 1];
    g = new double[CELLS + 1];
    lower = new double[CELLS + 1];
    clock = new double[CELLS + 1];
    double log = Math.log(sigmaMax / sigmaMin);
    for (int i = 0; i <= CELLS; i++) {
      sigmas[i] = i == 0 ? sigmaMax : sigmaMin * Math.exp(log * (CELLS - i) / CELLS);
      g[i] = function.applyAsDouble(sigmas[i]);
      if (!Double.isFinite(g[i])) {
        throw Require.refusal(
            "g at σ = " + sigmas[i], g[i], "a finite number", "e and J are finite");
      }
      lower[i] = i == 0 ? g[0] : Math.min(lower[i - 1], g[i]);
      clock[i] = i == 0 ? 0 : clock[i - 1] + Math.sqrt((lower[i - 1] - lower[i]) * deltaTau(i));
    }
  }

  /**
   * A run of mesh points with one G: from its upper end, where g = G, to the last one.
   *
   * @param upper index of the upper end
   * @param end index of the lower end, greater than {@code upper}
   * @param depth the most by which g exceeds G
   */
  record Flat(int upper, int end, double depth) {}

  /** All runs, from high noise to low. */
  List<Flat> flats() {
    List<Flat> flats = new ArrayList<>();
    int upper = 0;
    double depth = 0;
    for (int i = 1; i <= CELLS; i++) {
      depth = Math.max(depth, g[i] - lower[i]);
      boolean ends = i == CELLS || lower[i + 1] < lower[i];
      if (lower[i] < lower[i - 1]) {
        upper = i;
      }
      if (ends && i > upper) {
        flats.add(new Flat(upper, i, depth));
        depth = 0;
      }
    }
    return flats;
  }

  int last() {
    return CELLS;
  }

  double sigma(int i) {
    return sigmas[i];
  }

  double lower(int i) {
    return lower[i];
  }

  /** The clock at a mesh point: 0 at σ_max. */
  double clock(int i) {
    return clock[i];
  }

  /** G at any level of the range, of which g is given. */
  double lower(double sigma, double gOfSigma) {
    int above = (int) Math.floor(position(sigma));
    return Math.min(lower[Math.min(Math.max(above, 0), CELLS)], gOfSigma);
  }

  private double position(double sigma) {
    return CELLS * Math.log(sigmas[0] / sigma) / Math.log(sigmas[0] / sigmas[CELLS]);
  }

  /** The highest level at which the clock shows this time: the upper end of a flat. */
  double sigmaAt(double time) {
    int i = first(time);
    if (i == 0) {
      return sigmas[0];
    }
    double rest = (clock[i] - time) / (clock[i] - clock[i - 1]);
    return Math.sqrt(sigmas[i] * sigmas[i] + rest * deltaTau(i));
  }

  /** G where the clock shows this time. */
  double lowerAt(double time) {
    return lower[first(time)];
  }

  /** ½ ∫ (G + f) dτ. */
  double halfIntegral(DoubleUnaryOperator f) {
    return halfIntegralAt(i -> lower[i] + f.applyAsDouble(sigmas[i]));
  }

  /** ½ ∫ (g − G) dτ. */
  double halfExcess() {
    return halfIntegralAt(i -> g[i] - lower[i]);
  }

  /** By trapezoids in ln τ, which for a smooth function err at the two ends alone. */
  private double halfIntegralAt(IntToDoubleFunction value) {
    double sum = 0;
    for (int i = 0; i <= CELLS; i++) {
      double weight = i == 0 || i == CELLS ? 0.5 : 1;
      sum += weight * value.applyAsDouble(i) * sigmas[i] * sigmas[i];
    }
    return sum * Math.log(sigmas[0] / sigmas[CELLS]) / CELLS;
  }

  /** The first mesh point at which the clock shows at least this time. */
  private int first(double time) {
    int low = 0;
    int high = CELLS;
    while (low < high) {
      int middle = (low + high) / 2;
      if (clock[middle] >= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private double deltaTau(int i) {
    return (sigmas[i - 1] - sigmas[i]) * (sigmas[i - 1] + sigmas[i]);
  }
}
