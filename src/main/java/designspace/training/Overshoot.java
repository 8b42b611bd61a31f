package designspace.training;

import java.util.Locale;

/**
 * A step of gradient descent that raised the loss.
 *
 * @param stepSize h
 * @param before L(θ)
 * @param after L(θ − h∇L)
 * @param squaredGradient ‖∇L‖² at θ
 */
record Overshoot(double stepSize, double before, double after, double squaredGradient) {
  /**
   * κ of L(θ − h∇L) = L − h‖∇L‖² + ½h²κ‖∇L‖²: the mean curvature along the step. Were it the same
   * for every step, those above 2/κ would raise the loss.
   */
  double curvature() {
    double h = stepSize;
    return 2 * (after - before + h * squaredGradient) / (h * h * squaredGradient);
  }

  String cause() {
    String what =
        String.format(
            Locale.ROOT,
            "a step of size %.3g took the loss from %.4g to %.4g; ",
            stepSize,
            before,
            after);
    double limit = 2 / curvature();
    return Double.isFinite(limit) && limit > 0
        ? what + String.format(Locale.ROOT, "along the gradient, steps above %.3g raise it", limit)
        : what
            + String.format(
                Locale.ROOT, "the gradient's norm was %.3g", Math.sqrt(squaredGradient));
  }
}
