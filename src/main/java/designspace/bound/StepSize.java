package designspace.bound;

import designspace.core.Points;
import designspace.core.Require;
import designspace.network.Shape;
import designspace.training.DenoisingObjective;
import designspace.training.TotalWeighting;
import java.util.stream.IntStream;

/**
 * The step size of thm-1 as printed, h = nN/(m min_j c_j), and as corrected, of order 1/(mΣ_j c_j)
 * (E10), with the number of steps that follows from each.
 *
 * <p>The corrected constant. At initialisation and as the width grows, ‖h_ℓ‖ = ‖z‖, and the d rows
 * that return to a layer are orthogonal, of square m/2d. So the tangent kernel tends to K ⊗ I_d,
 * and λ_max ≤ tr K = (L/2) m Σ_j c_jq_j, q_j = (1/n)Σ_i ‖z_ij‖²/d, z_ij = (x_i+σ̄_jξ_ij, σ̄_j). At
 * width m the largest singular value of those d rows, of which m/2 columns are on, is above its
 * limit by the factor 1 + √(2d/m) (Marchenko and Pastur). The scatter of ‖h_ℓ‖² is of order √(5L/m)
 * more: at m = 128 L the factor 2 that stability leaves is over three standard deviations off.
 *
 * @param objective the n points, their noise and the c_j of N levels
 * @param shape m, L and d of the network
 */
public record StepSize(DenoisingObjective objective, Shape shape) {
  /** Checks that they belong together. */
  public StepSize {
    int d = objective.clean().dimension();
    Require.size("outputs", shape.outputs(), d, "a score lives where the data live");
  }

  /** nN/(m min_j c_j), constant 1; refused if a level has no weight. */
  public double printed() {
    return objective.rows() / (shape.width() * smallestC());
  }

  /** 2/(κ L m Σ_j c_jq_j), κ = (1+√(2d/m))²: at most 1/λ_max as the width grows, and κ → 1. */
  public double corrected() {
    return 1 / largestEigenvalue();
  }

  /** 1/(m Σ_j c_j): the order alone, constant 1. */
  public double order() {
    TotalWeighting w = objective.weighting();
    return 1 / (shape.width() * IntStream.rangeClosed(1, w.levels()).mapToDouble(w::c).sum());
  }

  /** κ (L/2) m Σ_j c_jq_j, above λ_max of the tangent kernel at initialisation as m grows. */
  public double largestEigenvalue() {
    double sum = 0;
    for (int j = 1; j <= objective.levels(); j++) {
      sum += objective.weighting().c(j) * squaredInput(j);
    }
    double edge = 1 + Math.sqrt(2.0 * shape.outputs() / shape.width());
    return edge * edge * 0.5 * shape.depth() * shape.width() * sum;
  }

  /** q_j = (1/n)Σ_i ‖z_ij‖²/d, 1 + σ̄_j² (1 + 1/d) for data of mean square d. */
  private double squaredInput(int j) {
    double sigma = objective.weighting().sigma(j);
    Points noisy = objective.noisy(j);
    double sum = noisy.size() * sigma * sigma;
    for (double value : noisy.toArray()) {
      sum += value * value;
    }
    return sum / noisy.size() / noisy.dimension();
  }

  /** d^{(1−a₀)/2} n²N ln(d/ε), as printed, constant 1. */
  public double printedIterations(double a0, double epsilon) {
    double n = objective.points();
    return dimension(a0) * n * n * objective.levels() * logarithm(epsilon);
  }

  /**
   * d^{(1−a₀)/2} (n³N²/(h m min_j c_j)) ln(d/ε): what the rate of thm-1 asks for, constant 1, with
   * any h; with the printed one it is the printed number, with the corrected of order n³N³.
   */
  public double iterations(double h, double a0, double epsilon) {
    Require.positive("h", h, "descent moves against the gradient");
    double n = objective.points();
    double levels = objective.levels();
    double moved = h * shape.width() * smallestC();
    return dimension(a0) * n * n * n * levels * levels / moved * logarithm(epsilon);
  }

  private double smallestC() {
    TotalWeighting w = objective.weighting();
    double smallest = IntStream.rangeClosed(1, w.levels()).mapToDouble(w::c).min().orElse(0);
    return Require.positive("smallest c", smallest, "thm-1 divides by it");
  }

  private double dimension(double a0) {
    return Math.pow(shape.outputs(), (1 - a0) / 2);
  }

  private double logarithm(double epsilon) {
    Require.ordered("epsilon", epsilon, "d", shape.outputs(), "it is the loss to be reached");
    Require.positive("epsilon", epsilon, "the loss never is 0");
    return Math.log(shape.outputs() / epsilon);
  }
}
