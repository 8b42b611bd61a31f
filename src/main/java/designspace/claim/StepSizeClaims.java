package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;

import designspace.matrix.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** E10: the printed step size diverges, and the corrected one does not. */
final class StepSizeClaims {
  private static final double[] FRACTIONS = {0.9, 1.1, 2};
  private static final int FEW = 3;
  private static final double PUSH = 1e-5;
  private static final Tolerance INEQUALITY = absolute(0, "an inequality");
  private static final Tolerance LIMIT =
      absolute(0, "the least as m grows, for inputs at right angles of norm √d");

  private StepSizeClaims() {}

  static Claim erratum10(Budget budget) {
    int seeds = budget.size(3, 10);
    TrainingRuns runs = TrainingRuns.all(seeds, budget.size(50, 200));
    RateStudy points = RateStudy.over(new int[] {4, 8, 16, 32}, seeds, 1, n -> of(n, 2));
    RateStudy levels = RateStudy.over(new int[] {2, 4, 8, 16}, seeds, 1, j -> of(4, j));
    double order = Math.min(least(points, false), least(levels, true));
    return Claim.of(
            "E10",
            List.of(
                atLeast(
                    "least h λ_max/2 of the printed step, " + runs.size() + " cases",
                    runs.least(TrainingRun::printedStep),
                    1,
                    INEQUALITY),
                atLeast(
                    "least h λ_max/2 of the printed step / nN², all c equal",
                    order,
                    1 / (8 * Math.PI),
                    LIMIT),
                atLeast(
                    "least L̄(θ¹)/L̄(θ⁰) after one printed step",
                    runs.least(TrainingRun::printedRatio),
                    1,
                    INEQUALITY),
                equal(
                    "growth of the loss in 3 steps of θ·2/λ_max along the top eigenvector over"
                        + " (1−2θ)⁶, θ = 0.9, 1.1, 2, farthest from 1",
                    farthest(seeds),
                    1,
                    absolute(0.01, "kinks on the way and what the power method leaves")),
                atMost(
                    "largest h λ_max/2 of the corrected step",
                    runs.largest(TrainingRun::correctedStep),
                    1,
                    INEQUALITY),
                atMost(
                    "the same for one input, the hardest case: m = 128 L, L = 1 … 3, d = 2 … 16",
                    oneInput(seeds),
                    1,
                    INEQUALITY),
                atMost(
                    "largest L̄(θ^K)/L̄(θ⁰), K corrected steps",
                    runs.largest(TrainingRun::correctedRatio),
                    0.9,
                    absolute(0, "learning is seen")),
                equal(
                    "where L̄(θ) = 0: L̄(θ+Δ)/(½λ_max‖Δ‖²) along it, ‖Δ‖ = 10⁻⁵, farthest from 1",
                    farthestQuadratic(seeds),
                    1,
                    absolute(1e-3, "the same; a quadratic term with √L̄ would be 0"))))
        .withSeed(TrainingRuns.SEED);
  }

  private static TrainingCase of(int points, int levels) {
    return TrainingCase.of(points, levels, 4, 256);
  }

  /** The least of the printed h λ_max/2 over nN²; the size is n with N = 2, or N with n = 4. */
  private static double least(RateStudy study, boolean levels) {
    double[] sizes = study.sizes();
    double[] steps = study.each(Rates::printedStep);
    return IntStream.range(0, sizes.length)
        .mapToDouble(r -> steps[r] / (levels ? 4 * sizes[r] * sizes[r] : sizes[r] * 4))
        .min()
        .orElse(0);
  }

  /** One input at one level: only the network's scatter is between λ_max and its bound. */
  private static double oneInput(int seeds) {
    double[] worst = new double[3 * seeds];
    Workers.all()
        .run(
            worst.length,
            r -> {
              int depth = 3 - r / seeds;
              for (int d : new int[] {2, 4, 8, 16}) {
                TrainingCase one =
                    TrainingCase.of(1, 1, d, 128 * depth).withDepth(depth).withSeed(r % seeds + 1);
                double step = one.steps().corrected() * one.kernel().largest() / 2;
                worst[r] = Math.max(worst[r], step);
              }
            });
    return Arrays.stream(worst).max().orElse(0);
  }

  private static MetTargets met(int s) {
    return new MetTargets(TrainingCase.of(4, 4, 8, 256).withSeed(s + 1));
  }

  private static double farthest(int seeds) {
    double[] ratios = new double[seeds * FRACTIONS.length];
    for (int r = 0; r < ratios.length; r++) {
      double fraction = FRACTIONS[r % FRACTIONS.length];
      double growth = met(r / FRACTIONS.length).growth(PUSH, fraction, FEW);
      ratios[r] = growth / Math.pow(1 - 2 * fraction, 2 * FEW);
    }
    return farthestFromOne(ratios);
  }

  private static double farthestQuadratic(int seeds) {
    return farthestFromOne(
        IntStream.range(0, seeds).mapToDouble(s -> met(s).quadratic(PUSH)).toArray());
  }

  private static double farthestFromOne(double... ratios) {
    return Arrays.stream(ratios).reduce(1, (a, b) -> Math.abs(b - 1) > Math.abs(a - 1) ? b : a);
  }
}
