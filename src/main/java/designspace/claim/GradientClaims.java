package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;

import designspace.metric.LogLogSlope;
import designspace.network.Direction;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** lem-1 and lem-5: the gradient against the loss at initialisation. */
final class GradientClaims {
  private static final long SEED = 20240625;
  private static final int[] FEW = {2, 4, 8, 16};
  private static final int[] WIDTHS = {128, 256, 512, 1024};
  private static final int[] DIMENSIONS = {4, 8, 16, 32};

  /** What C₆ must exceed in every case. */
  static final double LEAST = 0.1;

  static final Tolerance ORDER =
      absolute(0, "no number is stated; n = N = L = 1 tends to ‖x‖²/d, which is of order 1");

  private static final Tolerance PROVED = absolute(1e-9, "proved, up to rounding");

  private GradientClaims() {}

  static Claim lemma1(Budget budget) {
    int cases = budget.size(200, 2000);
    int seeds = budget.size(8, 24);
    double[] constants =
        TrainingSlope.each(
            cases, i -> GradientConstants.of(RandomTraining.drawn(SEED + i)).lower(1));
    Arrays.sort(constants);
    LogLogSlope n = TrainingSlope.points(seeds).of(GradientClaims::lower, FEW);
    LogLogSlope levels = TrainingSlope.levels(seeds).of(GradientClaims::lower, FEW);
    LogLogSlope d = TrainingSlope.dimension(seeds).of(GradientClaims::lower, DIMENSIONS);
    LogLogSlope m = TrainingSlope.width(seeds).of(GradientClaims::lower, WIDTHS);
    String c6 = "C₆ = ‖∇L̄‖²n³N²/(m d^{(a₀−1)/2}c_{j*}L̄), ";
    return Claim.of(
            "lem-1",
            List.of(
                atLeast(
                    c6 + "a₀ = 1 (× d^{¼} at ½), least of " + cases + " cases",
                    constants[0],
                    LEAST,
                    ORDER),
                atLeast(
                    "C₆, median of the cases: how loose the bound is",
                    constants[cases / 2],
                    LEAST,
                    ORDER),
                atLeast("C₆ ∝ n^…: 0 or more", n.slope(), 0, TrainingSlope.chance(n)),
                atLeast("C₆ ∝ N^…: 0 or more", levels.slope(), 0, TrainingSlope.chance(levels)),
                atLeast("C₆ ∝ d^… at a₀ = 1: 0 or more", d.slope(), 0, TrainingSlope.chance(d)),
                atLeast("C₆ ∝ m^…: 0 or more", m.slope(), 0, TrainingSlope.chance(m))))
        .withSeed(SEED);
  }

  private static double lower(RandomTraining training) {
    return GradientConstants.of(training).lower(1);
  }

  static Claim lemma5(Budget budget) {
    int cases = budget.size(60, 600);
    List<Check> checks = new ArrayList<>();
    checks.add(
        atMost(
            "‖∇_{W_ℓ}L̄‖²/(2L̄ Σ_jc_j mean_i‖B‖²‖q‖²), largest of " + cases + " cases",
            TrainingSlope.largest(cases, i -> ofCeilings(RandomTraining.drawn(SEED + i))),
            1,
            PROVED));
    checks.add(
        atMost(
            "‖∇_{W_ℓ}L̄‖²/(mN max_jc_j L̄), largest of the cases",
            TrainingSlope.largest(cases, i -> upper(RandomTraining.drawn(SEED + i))),
            10,
            absolute(0, "no number is stated; of order 1, and ∝ ‖z‖²/d")));
    checks.addAll(growth(budget.size(8, 24)));
    return Claim.of("lem-5", checks).withSeed(SEED);
  }

  private static List<Check> growth(int seeds) {
    LogLogSlope m = TrainingSlope.width(seeds).of(GradientClaims::ceiling, WIDTHS);
    LogLogSlope d = TrainingSlope.both(seeds).of(GradientClaims::ceiling, DIMENSIONS);
    LogLogSlope worst = TrainingSlope.levels(seeds).of(GradientClaims::worst, FEW);
    LogLogSlope drawn = TrainingSlope.levels(seeds).of(GradientClaims::perLargestC, FEW);
    String ratio = "‖∇L̄‖²/(m max_jc_j L̄) ∝ N^…, all c_j alike, ";
    return List.of(
        atMost("2 mean ‖B‖²‖q‖²/m ∝ m^…: 0 or less", m.slope(), 0, TrainingSlope.chance(m)),
        atMost("2 mean ‖B‖²‖q‖²/m ∝ d^… at m = 32d: 0 or less", d.slope(), 0, edge(d)),
        equal(ratio + "worst targets: N is needed", worst.slope(), 1, slack(worst)),
        atMost(
            ratio + "noise as drawn: it is hardly used",
            drawn.slope(),
            0.5,
            TrainingSlope.chance(drawn)));
  }

  private static Tolerance edge(LogLogSlope slope) {
    return absolute(
        0.2 + slope.halfWidth(), "95% interval, and ‖B‖ reaches its limit from below as d grows");
  }

  private static Tolerance slack(LogLogSlope slope) {
    return absolute(
        0.2 + slope.halfWidth(), "95% interval, and λ_max = a + bN: inputs are not all alike");
  }

  private static double[] ceilings(RandomTraining training) {
    return TangentKernel.ceilings(training.network(), training.batch(), Trained.INNER);
  }

  private static double ofCeilings(RandomTraining training) {
    return GradientConstants.of(training).ofCeilings(ceilings(training));
  }

  private static double ceiling(RandomTraining training) {
    double largest = Arrays.stream(ceilings(training)).max().orElseThrow();
    return 2 * largest / (training.width() * training.sumC());
  }

  /** 2λ_max(G)/(m max_jc_j): the targets are G's first eigenvector. */
  private static double worst(RandomTraining training) {
    double eigenvalue = Direction.fastest(training.network(), training.batch(), SEED).norm();
    return 2 * eigenvalue / (training.width() * training.largestC());
  }

  private static double upper(RandomTraining training) {
    return GradientConstants.of(training).upper();
  }

  private static double perLargestC(RandomTraining training) {
    return upper(training) * training.objective().levels();
  }
}
