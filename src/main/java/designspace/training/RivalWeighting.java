package designspace.training;

import designspace.schedule.NoiseSchedule;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The weightings that are used or proposed, as density of ln σ and weight of ‖σS+ξ‖², each from its
 * paper's own parametrisation by {@link Prediction}. Constant factors are as published or 1: they
 * are a matter of the learning rate.
 *
 * <p>Some that are told apart by name are one in total: VE's equals the ELBO's; velocity on the
 * cosine schedule equals flow matching's, β ∝ σ; Stable Diffusion 3 draws as EDM does, with other
 * numbers.
 */
public final class RivalWeighting {
  private RivalWeighting() {}

  /** All of them, with the parameters that their papers recommend. */
  public static List<LevelWeighting> all() {
    return List.of(
        edm(),
        edm2(),
        vp(),
        ve(),
        cosine(),
        minSnr(5),
        p2(1, 1),
        sigmoid(2),
        laplace(0.5),
        elbo(),
        velocity(),
        flow(),
        stableDiffusion3());
  }

  private static LevelWeighting of(
      String label, String source, NoiseDensity density, DoubleUnaryOperator weight) {
    return new LevelWeighting(label, source, density, weight);
  }

  private static LevelWeighting bell(String label, String source, EdmBell bell) {
    NoiseLaw law = NoiseLaw.edm(bell);
    return of(label, source, NoiseDensity.normal(bell.pMean(), bell.pStd()), law::weight);
  }

  /**
   * EDM: ln σ ~ N(−1.2, 1.2²); the denoiser's error σ²‖σS+ξ‖² times (σ²+σ_d²)/(σσ_d)², so w = 1 +
   * σ²/σ_d² with σ_d = 0.5. In total two normal bells: the drawn one, and one of weight
   * e^{2P_mean+2P_std²}/σ_d² = 6.5 at P_mean + 2P_std² = 1.68. Per unit of ln σ the peak is at σ =
   * 5.2; fig-2's bell is per unit of σ and peaks at 0.076.
   */
  public static LevelWeighting edm() {
    return bell("EDM", "Karras et al. 2022, table 1", EdmBell.edm());
  }

  /**
   * EDM2: ln σ ~ N(−0.4, 1) and EDM's weight. It also divides by a learned e^{u(σ)}, the loss at σ
   * as it falls, and adds u; that factor depends on the run and is left out here.
   */
  public static LevelWeighting edm2() {
    return bell("EDM2", "Karras et al. 2024", new EdmBell(-0.4, 1, 0.5));
  }

  /**
   * VP with linear β and t uniform on [1e−5, 1]: λ(t) = s² of the score's error is ‖σS+ξ‖² (the
   * factor α cancels), so w = 1. This is DDPM's simple loss.
   */
  public static LevelWeighting vp() {
    return of("VP", "Song et al. 2021, eq. 7; Ho et al. 2020, eq. 14", vpDensity(), sigma -> 1);
  }

  private static NoiseDensity vpDensity() {
    NoiseSchedule vp = NoiseSchedule.vp();
    return NoiseDensity.uniformTime(vp, vp.sigma(1e-5), vp.sigma(1));
  }

  /** VE: t uniform, σ = 0.01·5000^t, and λ = σ² of the score's error: p uniform in ln σ, w = 1. */
  public static LevelWeighting ve() {
    return of("VE", "Song et al. 2021, eq. 7", NoiseDensity.uniform(0.01, 50), sigma -> 1);
  }

  private static NoiseDensity cosineDensity() {
    return NoiseDensity.uniformTime(NoiseSchedule.cosine(0));
  }

  /** The simple loss on the cosine schedule without offset: p = 1/(π cosh u), w = 1. */
  public static LevelWeighting cosine() {
    return of("cosine", "Nichol and Dhariwal 2021", cosineDensity(), sigma -> 1);
  }

  /** Min-SNR-γ on the cosine schedule: min(snr, γ) of x₀'s error, so w = min(1, γσ²). */
  public static LevelWeighting minSnr(double gamma) {
    return of(
        "min-SNR-" + shortest(gamma),
        "Hang et al. 2023",
        cosineDensity(),
        sigma -> Math.min(1, gamma * sigma * sigma));
  }

  /**
   * P2: the simple loss over (k + snr)^γ, so w = (k + σ^{−2})^{−γ}. The schedule is a choice: the
   * cosine one here.
   */
  public static LevelWeighting p2(double k, double gamma) {
    return of(
        "P2",
        "Choi et al. 2022",
        cosineDensity(),
        sigma -> Math.pow(k + 1 / (sigma * sigma), -gamma));
  }

  /**
   * Sigmoid with bias b: in total β = 1/(1 + e^{−b}σ^{−2}), the logistic function of b − log-SNR.
   * Its weight is β/p with p free: here the cosine schedule's. Kingma and Gao take b = 2.
   */
  public static LevelWeighting sigmoid(double bias) {
    NoiseDensity density = cosineDensity();
    return of(
        "sigmoid",
        "Kingma and Gao 2023; Hoogeboom et al. 2024",
        density,
        sigma -> 1 / (1 + Math.exp(-bias) / (sigma * sigma)) / density.at(Math.log(sigma)));
  }

  /**
   * Log-SNR of Laplace's law about 0 with scale b, so ln σ with scale b/2. What is predicted is a
   * choice (the paper compares several targets): velocity here.
   */
  public static LevelWeighting laplace(double b) {
    return of(
        "Laplace", "Hang et al. 2025", NoiseDensity.laplace(0, b / 2), Prediction.VELOCITY::factor);
  }

  /**
   * The ELBO, or likelihood weighting, of VP with t uniform: λ = g² of the score's error, and
   * ∫½g²‖·‖² dt = ∫‖σS+ξ‖² d ln σ for every schedule. So β is constant and w = 1/p up to a factor.
   */
  public static LevelWeighting elbo() {
    NoiseDensity density = vpDensity();
    return of(
        "ELBO",
        "Song, Durkan, Murray, Ermon 2021; Kingma et al. 2021",
        density,
        sigma -> 1 / density.at(Math.log(sigma)));
  }

  /** Velocity's error on the cosine schedule: p = (2/π)σ/(1+σ²), w = 1+σ², β = 2σ/π. */
  public static LevelWeighting velocity() {
    return of(
        "velocity, cosine", "Salimans and Ho 2022", cosineDensity(), Prediction.VELOCITY::factor);
  }

  /** Flow matching along straight paths, t uniform: p = σ/(1+σ)², w = (1+σ)², β = σ. */
  public static LevelWeighting flow() {
    return of(
        "flow matching",
        "Lipman et al. 2023; Liu et al. 2023",
        NoiseDensity.uniformTime(NoiseSchedule.flow()),
        Prediction.FLOW::factor);
  }

  /**
   * The same with logit t ~ N(0, 1). The logit of t is ln σ: EDM's law with P_mean 0 and P_std 1.
   * In total normal bells at 0, 1 and 2.
   */
  public static LevelWeighting stableDiffusion3() {
    return of(
        "SD3, logit-normal",
        "Esser et al. 2024, section 3.1",
        NoiseDensity.normal(0, 1),
        Prediction.FLOW::factor);
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
