package designspace.claim;

import designspace.network.ReluNetwork;
import designspace.training.TraceStep;
import java.util.List;

/** ‖∇L̄‖² at one network, in the units of lem-1 and lem-5. */
record GradientConstants(RandomTraining training, TraceStep at) {

  /** At the initialisation. */
  static GradientConstants of(RandomTraining training) {
    return of(training, training.network());
  }

  /** At another network of the same shape. */
  static GradientConstants of(RandomTraining training, ReluNetwork network) {
    return new GradientConstants(training, training.at(network));
  }

  /** ‖∇L̄‖²/L̄. */
  double ratio() {
    return at.motion().squaredGradient() / at.loss();
  }

  /** C₆ of ‖∇L̄‖² = C₆ m d^{(a₀−1)/2}/(n³N²) c_{j*} L̄ (lem-1). */
  double lower(double a0) {
    double n = training.objective().points();
    double levels = training.objective().levels();
    double d = training.network().shape().outputs();
    double scale = training.width() * Math.pow(d, (a0 - 1) / 2) / (n * n * n * levels * levels);
    return ratio() / (scale * training.objective().weighting().c(at.terms().jStar()));
  }

  /** max_ℓ ‖∇_{W_ℓ}L̄‖²/(mN max_jc_j L̄) (lem-5). */
  double upper() {
    double levels = training.objective().levels();
    return largest() / (training.width() * levels * training.largestC());
  }

  private double largest() {
    return at.motion().gradientNorms().stream().mapToDouble(g -> g * g).max().orElseThrow()
        / at.loss();
  }

  /** max_ℓ ‖∇_{W_ℓ}L̄‖²/(2 ceiling_ℓ L̄): at most 1 if these are the network's own ceilings. */
  double ofCeilings(double[] ceilings) {
    List<Double> norms = at.motion().gradientNorms();
    double largest = 0;
    for (int g = 0; g < ceilings.length; g++) {
      largest = Math.max(largest, Math.pow(norms.get(g), 2) / (2 * ceilings[g] * at.loss()));
    }
    return largest;
  }
}
