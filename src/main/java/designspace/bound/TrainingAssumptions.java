package designspace.bound;

import designspace.core.Points;
import designspace.core.Require;
import designspace.network.TangentKernel;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.TotalWeighting;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What thm-1 assumes, measured. Its Θ and Ω have no constants; here Θ(1) means within [1/κ, κ], and
 * Ω means with constant 1.
 *
 * @param kappa κ, at least 1
 */
public record TrainingAssumptions(double kappa) {
  /** Checks κ. */
  public TrainingAssumptions {
    Require.finite("kappa", kappa, "Θ has a constant");
    if (kappa < 1) {
      throw Require.refusal("kappa", kappa, "at least 1", "1 itself is Θ(1)");
    }
  }

  /** κ = 2. */
  public static TrainingAssumptions byDefault() {
    return new TrainingAssumptions(2);
  }

  private Condition ofOrderOne(String part, double measured) {
    return new Condition(part, measured, 1 / kappa, kappa);
  }

  /** asm-1 with d ≥ ln(nN). */
  public List<Condition> assumption1(DenoisingObjective objective) {
    return assumption1(objective, 1);
  }

  /** asm-1: ‖x_i‖ = Θ(√d) for every i, and d ≥ ln(nN)^power. */
  public List<Condition> assumption1(DenoisingObjective objective, double power) {
    Points clean = objective.clean();
    DoubleSummaryStatistics norms =
        IntStream.range(0, clean.size()).mapToDouble(i -> norm(clean.row(i))).summaryStatistics();
    double root = Math.sqrt(clean.dimension());
    double least = Math.pow(Math.log(objective.rows()), power);
    return List.of(
        ofOrderOne("least ‖x_i‖/√d", norms.getMin() / root),
        ofOrderOne("largest ‖x_i‖/√d", norms.getMax() / root),
        new Condition("d ≥ ln(nN)^p", clean.dimension(), least, Double.POSITIVE_INFINITY));
  }

  private static double norm(double[] x) {
    double square = 0;
    for (double value : x) {
      square += value * value;
    }
    return Math.sqrt(square);
  }

  /**
   * asm-2: σ̄ at t₀ positive and at t_N Θ(1). How the c_j must scale is not known to the kit; their
   * spread and sum are reported.
   */
  public List<Condition> assumption2(TotalWeighting weighting) {
    Design design = weighting.design();
    double first = design.variance().sigmaBar(design.time().time(0));
    DoubleSummaryStatistics c =
        IntStream.rangeClosed(1, weighting.levels()).mapToDouble(weighting::c).summaryStatistics();
    return List.of(
        new Condition("σ̄ at t₀ > 0", first, Double.MIN_VALUE, Double.POSITIVE_INFINITY),
        ofOrderOne("σ̄ at t_N", weighting.sigma(weighting.levels())),
        Condition.reported("max c_j / min c_j", c.getMax() / c.getMin()),
        Condition.reported("Σ c_j", c.getSum()));
  }

  /**
   * What a width that is large enough is for: ‖G(θ)−G(θ⁰)‖ ≤ λ_min(G(θ⁰))/2 keeps the rate of the
   * start to a factor of 2. No width polynomial in n, N, d and L is stated with constants.
   */
  public List<Condition> width(TangentKernel first, TangentKernel now) {
    double drift = now.distance(first);
    double infinite = Double.POSITIVE_INFINITY;
    return List.of(
        new Condition("λ_min / 2 drift of the kernel", first.smallest() / 2 / drift, 1, infinite),
        Condition.reported("drift of the kernel / ‖G‖", drift / first.norm()));
  }
}
