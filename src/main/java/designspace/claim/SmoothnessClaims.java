package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.matrix.Workers;
import designspace.metric.LogLogSlope;
import designspace.network.Direction;
import designspace.network.Expansion;
import designspace.network.LeastSquares;
import designspace.network.ReluNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** lem-8: semi-smoothness, as printed and without √L̄ in its quadratic term. */
final class SmoothnessClaims {
  private static final long SEED = 20240628;

  private SmoothnessClaims() {}

  static Claim lemma8(Budget budget) {
    SmoothnessCase[] cases = new SmoothnessCase[budget.size(24, 240)];
    Workers.all().run(cases.length, i -> cases[i] = SmoothnessCase.of(SEED + i));
    Check printed =
        atMost(
            "constant of the printed bound at L̄ = 10⁻¹²L̄(θ⁰) / that at θ⁰, median of "
                + cases.length
                + " cases",
            median(cases, SmoothnessCase::printed),
            10,
            absolute(0, "one constant should do for every L̄"));
    List<Check> corrected = new ArrayList<>(quadratic(cases));
    LogLogSlope kink = kink(budget.size(6, 30));
    corrected.add(
        atLeast(
            "‖e‖/‖Δ‖ ∝ ‖Δ‖^…, the factor of √(2L̄), fastest direction: ⅓ or more",
            kink.slope(),
            1 / 3.0,
            TrainingSlope.chance(kink)));
    return Claim.corrected("lem-8", printed, corrected).withSeed(SEED);
  }

  private static List<Check> quadratic(SmoothnessCase... cases) {
    return List.of(
        atMost(
            "½‖δr‖²/(mΣ_jc_j‖Δ‖²), largest over 3 directions, ‖Δ‖ = 0.001 … 1",
            largest(cases, SmoothnessCase::quadratic),
            30,
            absolute(0, "no number is stated; of order L‖z‖²/d")),
        atMost(
            "½‖δr‖² over ½‖Δ‖²Σ_ℓ(certified λ_max of layer ℓ), largest",
            largest(cases, SmoothnessCase::ofCeilings),
            1,
            absolute(0.05, "certified as Δ → 0, where n = N = L = 1 attains it")),
        equal(
            "L̄(θ+Δ)/(½λ_max‖Δ‖²) where L̄(θ) = 0, ‖Δ‖ = 0.001, median",
            median(cases, c -> c.atZero() / c.curvature()),
            1,
            relative(0.02, "second order in Δ")),
        atLeast(
            "that remainder over mΣ_jc_j‖Δ‖², least: it does not vanish",
            least(cases, SmoothnessCase::atZero),
            0.05,
            absolute(0, "of order 1")));
  }

  private static LogLogSlope kink(int seeds) {
    double[] sizes = {0.01, 0.03, 0.1, 0.3, 1};
    double[][] pairs = new double[2][seeds * sizes.length];
    Workers.all()
        .run(
            seeds,
            s -> {
              RandomTraining training = TrainingSlope.width(1).training(256, SEED + s);
              ReluNetwork network = training.network();
              LeastSquares batch = training.batch();
              Direction direction = Direction.fastest(network, batch, SEED).frobenius();
              for (int k = 0; k < sizes.length; k++) {
                Expansion step = Expansion.of(network, batch, direction, sizes[k]);
                pairs[0][s * sizes.length + k] = sizes[k];
                pairs[1][s * sizes.length + k] = step.kink() / sizes[k];
              }
            });
    return LogLogSlope.fit(pairs[0], pairs[1]);
  }

  private static double largest(SmoothnessCase[] cases, ToDoubleFunction<SmoothnessCase> number) {
    return Arrays.stream(cases).mapToDouble(number).max().orElseThrow();
  }

  private static double least(SmoothnessCase[] cases, ToDoubleFunction<SmoothnessCase> number) {
    return Arrays.stream(cases).mapToDouble(number).min().orElseThrow();
  }

  private static double median(SmoothnessCase[] cases, ToDoubleFunction<SmoothnessCase> number) {
    return Arrays.stream(cases).mapToDouble(number).sorted().toArray()[cases.length / 2];
  }
}
