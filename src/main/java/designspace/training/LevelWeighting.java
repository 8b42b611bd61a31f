package designspace.training;

import designspace.core.Require;
import designspace.schedule.Design;
import java.util.function.DoubleUnaryOperator;

/**
 * How a training treats noise levels: it draws ln σ with density p and weights ‖σS+ξ‖² by w(σ). The
 * objective ½∫ p(u) w(e^u) E‖σS+ξ‖² du knows the product alone, the <b>total weighting</b> β(u) =
 * p(u) w(e^u) per unit of u = ln σ. It is what Kingma and Gao 2023 write as w(λ) with λ = −2u, up
 * to a constant. Per unit of σ it would be β/σ, whose peak lies elsewhere.
 *
 * @param label for tables and legends
 * @param source who proposed it
 * @param density p
 * @param weight w, a function of σ
 */
public record LevelWeighting(
    String label, String source, NoiseDensity density, DoubleUnaryOperator weight) {

  /** β(u) = p(u) w(e^u). */
  public double total(double lnSigma) {
    double p = density.at(lnSigma);
    return p == 0 ? 0 : p * weight.applyAsDouble(Math.exp(lnSigma));
  }

  /** w(σ). */
  public double weight(double sigma) {
    return weight.applyAsDouble(sigma);
  }

  /**
   * The same total weighting from other draws: w′ = β/p′. Gradients keep their mean where p′ covers
   * β; their variance changes.
   */
  public LevelWeighting drawnFrom(NoiseDensity other) {
    return new LevelWeighting(
        label,
        source,
        other,
        sigma -> {
          double beta = total(Math.log(sigma));
          return beta == 0 ? 0 : beta / other.at(Math.log(sigma));
        });
  }

  /** The same, every weight times a factor. */
  public LevelWeighting times(double factor) {
    Require.positive("factor", factor, "weights stay positive");
    return new LevelWeighting(
        label, source, density, sigma -> factor * weight.applyAsDouble(sigma));
  }

  /** The same given that the level lies between two: β keeps its shape there. */
  public LevelWeighting within(double sigmaMin, double sigmaMax) {
    return new LevelWeighting(label, source, density.within(sigmaMin, sigmaMax), weight);
  }

  /** For minibatches: σ by inversion of the distribution function, weighted by w. */
  public NoiseLaw noiseLaw() {
    return NoiseLaw.continuous(this);
  }

  /** On the levels of a design: β_j = p(σ̄_j) w(σ̄_j) Δσ̄_j with p per unit of σ. */
  public TotalWeighting on(Design design) {
    return TotalWeighting.density(
            design, sigma -> density.at(Math.log(sigma)) / sigma, this::weight)
        .named(label);
  }

  /** β(u)/∫β du over the range between two levels: what charts of several can share. */
  public DoubleUnaryOperator normalised(double sigmaMin, double sigmaMax) {
    double sum = shape(sigmaMin, sigmaMax).sum();
    return lnSigma -> total(lnSigma) / sum;
  }

  /** Where the total weighting lies between two levels. */
  public WeightingShape shape(double sigmaMin, double sigmaMax) {
    return WeightingShape.of(this, sigmaMin, sigmaMax);
  }

  @Override
  public String toString() {
    return label;
  }
}
