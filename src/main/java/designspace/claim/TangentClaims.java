package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Tolerance.absolute;

import designspace.metric.LogLogSlope;
import designspace.training.GradientDescent;
import designspace.training.Recording;
import java.util.List;

/** B8: the tangent kernel's trajectory is that of wide networks. */
final class TangentClaims {
  private static final int[] QUICK = {128, 256, 512, 1024, 2048};
  private static final int[] FULL = {128, 256, 512, 1024, 2048, 4096};

  private TangentClaims() {}

  static Claim settle(Budget budget) {
    int seeds = budget.size(5, 8);
    WidthStudy study = WidthStudy.over(budget == Budget.QUICK ? QUICK : FULL, seeds);
    Tolerance below = absolute(0, "it falls as m grows");
    return Claim.of(
            "B8",
            List.of(
                atMost(
                    "exponent of m in the missing rate 1 − ln L_k/ln L_k(kernel), k = 20, upper end"
                        + " of its 95 % interval",
                    upper(study.slope(WidthStudy.Point::late)), 0, below),
                atMost("the same, k = 5", upper(study.slope(WidthStudy.Point::early)), 0, below),
                atLeast(
                    "least missing rate of all runs: finite width is slower",
                    study.least(),
                    0,
                    absolute(0, "a sign")),
                atMost(
                    "missing rate after 20 steps, mean at the largest width",
                    study.last(WidthStudy.Point::late),
                    0.25,
                    absolute(0, "a quarter of the rate, as found: small, and falling with m")),
                atMost(
                    "exponent of m in the units that switched",
                    study.slope(WidthStudy.Point::switched).slope(),
                    -0.25,
                    absolute(0, "towards −½, the move of a unit over its input's spread")),
                atMost(
                    "‖∇L̄‖² of the kernel / that of backpropagation, − 1",
                    identity(),
                    1e-10,
                    absolute(0, "rounding of the eigenvectors"))))
        .withSeed(WidthStudy.SEED);
  }

  private static double upper(LogLogSlope exponent) {
    return exponent.slope() + exponent.halfWidth();
  }

  private static double identity() {
    TrainingCase problem = TrainingCase.of(4, 4, 8, 256);
    GradientDescent run = problem.descent(1, Recording.off());
    return Math.abs(problem.kernel().squaredGradient() / run.squaredGradient() - 1);
  }
}
