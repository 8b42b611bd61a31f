package designspace.training;

/**
 * How noisy one example's gradient is.
 *
 * @param label how levels are drawn
 * @param meanSquare E‖wg‖²
 * @param squaredMean ‖E wg‖², the same for every way to draw one total weighting
 */
public record GradientVariance(String label, double meanSquare, double squaredMean) {
  /** E‖wg − E wg‖²: a batch of B has this over B. */
  public double variance() {
    return meanSquare - squaredMean;
  }

  /** How many times as many examples this way needs as another for the same variance. */
  public double batchesOf(GradientVariance other) {
    return variance() / other.variance();
  }

  GradientVariance named(String newLabel) {
    return new GradientVariance(newLabel, meanSquare, squaredMean);
  }
}
