package designspace.training;

import designspace.core.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * EDM's total weighting up to a constant: the weight of ‖σ̄S+ξ‖² times the density of σ (fig-2).
 * EDM itself weights the denoiser's error, σ²‖σ̄S+ξ‖², by (σ²+σ_data²)/(σσ_data)²:
 *
 * <p>β(σ) = exp(−(ln σ − P_mean)²/2P_std²) (σ² + σ_data²)/(σ σ_data²).
 *
 * <p>It is stationary where tanh ln(σ/σ_data) = (ln σ − P_mean)/P_std².
 *
 * @param pMean mean of ln σ
 * @param pStd standard deviation of ln σ, positive
 * @param sigmaData standard deviation of the data, positive
 */
public record EdmBell(double pMean, double pStd, double sigmaData) {
  private static final double ROOT_ACCURACY = 1e-14;

  /** Peaks lie within e^(P_std²) of σ_data: beyond this they are not representable. */
  private static final double WIDEST = 25;

  public EdmBell {
    Require.finite("pMean", pMean, "it is the mean of ln σ");
    Require.positive("pStd", pStd, "it is the standard deviation of ln σ");
    if (pStd > WIDEST) {
      throw Require.refusal("pStd", pStd, "at most " + WIDEST, "its peaks must be representable");
    }
    Require.positive("sigmaData", sigmaData, "it is the data's standard deviation");
  }

  /** EDM's defaults: P_mean −1.2, P_std 1.2, σ_data 0.5 (Karras et al. 2022, table 1). */
  public static EdmBell edm() {
    return new EdmBell(-1.2, 1.2, 0.5);
  }

  /** β_EDM(σ). */
  public double at(double sigma) {
    Require.positive("sigma", sigma, "the weighting is a function of ln σ");
    double z = (Math.log(sigma) - pMean) / pStd;
    double square = sigmaData * sigmaData;
    return Math.exp(-0.5 * z * z) * (sigma * sigma + square) / (sigma * square);
  }

  /**
   * The noise levels at which β has a local maximum, smallest first: one or two.
   *
   * <p>With v = ln(σ/σ_data) the slope of ln β is tanh v − (v + ln σ_data − P_mean)/P_std². It
   * falls everywhere but between ±arcosh P_std, so a maximum lies on each side where the sign
   * allows one.
   */
  public List<Double> peaks() {
    double turn = pStd > 1 ? Math.log(pStd + Math.sqrt((pStd - 1) * (pStd + 1))) : 0;
    double offset = Math.log(sigmaData) - pMean;
    List<Double> peaks = new ArrayList<>();
    // |tanh| < 1 confines every root to −offset ± P_std².
    if (slope(-turn) <= 0) {
      peaks.add(sigmaData * Math.exp(root(this::slope, -offset - pStd * pStd - 1, -turn)));
    }
    if (slope(turn) > 0) {
      peaks.add(sigmaData * Math.exp(root(this::slope, turn, pStd * pStd - offset + 1)));
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

  /** d ln β / d ln σ at σ = σ_data e^v. */
  private double slope(double v) {
    return Math.tanh(v) - (v + Math.log(sigmaData) - pMean) / (pStd * pStd);
  }

  private static double root(DoubleUnaryOperator f, double low, double high) {
    return new BrentSolver(ROOT_ACCURACY).solve(1000, f::applyAsDouble, low, high);
  }
}
