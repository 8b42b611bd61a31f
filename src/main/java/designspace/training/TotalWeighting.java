package designspace.training;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * EDM's total weighting, loss weight times density of σ per unit of σ, up to a constant (fig-2):
 *
 * <p>β(σ) = exp(−(ln σ − P_mean)²/2P_std²) (σ² + σ_data²)/(σ σ_data²).
 *
 * <p>In u = ln σ it is stationary where tanh(u − ln σ_data) = (u − P_mean)/P_std².
 *
 * @param pMean mean of ln σ
 * @param pStd standard deviation of ln σ, positive
 * @param sigmaData standard deviation of the data, positive
 */
public record TotalWeighting(double pMean, double pStd, double sigmaData) {
  /** Stationary points of ln β in ln σ differ by far more than this. */
  private static final double SCAN_STEP = 1e-3;

  private static final double ROOT_ACCURACY = 1e-13;

  public TotalWeighting {
    Require.finite("pMean", pMean, "it is the mean of ln σ");
    Require.positive("pStd", pStd, "it is the standard deviation of ln σ");
    Require.positive("sigmaData", sigmaData, "it is the data's standard deviation");
  }

  /** EDM's defaults: P_mean −1.2, P_std 1.2, σ_data 0.5 (Karras et al. 2022, table 1). */
  public static TotalWeighting edm() {
    return new TotalWeighting(-1.2, 1.2, 0.5);
  }

  /** β_EDM(σ). */
  public double at(double sigma) {
    Require.positive("sigma", sigma, "the weighting is a function of ln σ");
    double z = (Math.log(sigma) - pMean) / pStd;
    double square = sigmaData * sigmaData;
    return Math.exp(-0.5 * z * z) * (sigma * sigma + square) / (sigma * square);
  }

  /** The noise levels at which β has a local maximum, smallest first: one or two. */
  public List<Double> peaks() {
    // |tanh| < 1 confines every stationary point to P_mean ± P_std².
    double low = pMean - pStd * pStd - SCAN_STEP;
    double high = pMean + pStd * pStd + SCAN_STEP;
    List<Double> peaks = new ArrayList<>();
    for (double u = low; u < high; u += SCAN_STEP) {
      if (slope(u) > 0 && slope(u + SCAN_STEP) <= 0) {
        peaks.add(Math.exp(root(this::slope, u, u + SCAN_STEP)));
      }
    }
    return peaks;
  }

  /**
   * The P_std at which a second peak appears while P_mean and σ_data stay: where slope and
   * curvature of ln β vanish together, v = u − ln σ_data solving tanh v = (v + ln σ_data − P_mean)
   * (1 − tanh² v).
   */
  public double bimodalPStd() {
    double offset = Math.log(sigmaData) - pMean;
    double far = 20 * Math.signum(offset); // tanh is 1 to rounding there
    DoubleUnaryOperator tangency =
        v -> Math.tanh(v) - (v + offset) * (1 - Math.tanh(v) * Math.tanh(v));
    double v = offset == 0 ? 0 : root(tangency, Math.min(0, far), Math.max(0, far));
    return Math.cosh(v);
  }

  /** d ln β / d ln σ. */
  private double slope(double u) {
    return Math.tanh(u - Math.log(sigmaData)) - (u - pMean) / (pStd * pStd);
  }

  private static double root(DoubleUnaryOperator f, double low, double high) {
    return new BrentSolver(ROOT_ACCURACY).solve(1000, f::applyAsDouble, low, high);
  }
}
