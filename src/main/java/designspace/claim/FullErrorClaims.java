package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.RemarkClaims.slope;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.Term.Part;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** thm-3 and E11: the full error of trained networks. */
final class FullErrorClaims {
  static final long SEED = 20240711;
  private static final Tolerance BOUND = absolute(1e-9, "an upper bound, up to rounding");

  private FullErrorClaims() {}

  static Claim theorem3(Budget budget) {
    List<FullErrorCase> cases = FullErrorCase.list(budget.size(48, 480), SEED);
    String over = " / path KL, " + cases.size() + " random designs, weightings, data and networks";
    double slope = slope(new double[] {10, 20, 40, 80}, t -> JumpedLevel.to(t).printed());
    JumpedLevel far = JumpedLevel.to(80);
    return Claim.corrected(
            "thm-3",
            atLeast(
                "printed bound, t_N not in the maximum, constants 1 / path KL, untrained network, "
                    + "σ̄ = 80, 1, 0.3, 0.1",
                far.printed(),
                1,
                BOUND),
            List.of(
                atLeast(
                    "certified bound" + over + ", least",
                    least(cases, FullErrorCase::certified),
                    1,
                    BOUND),
                atLeast(
                    "corrected bound, all t_j and constant 2" + over + ", least",
                    least(cases, FullErrorCase::corrected),
                    1,
                    BOUND),
                atMost(
                    "certified bound / path KL, median",
                    median(cases, FullErrorCase::certified),
                    10,
                    absolute(0, "loose by less than an order of magnitude")),
                atMost(
                    "its part of training / E_S, median",
                    median(cases, c -> c.looseness(Part.SCORE)),
                    10,
                    absolute(0, "the same")),
                atLeast("Σε / (L̄(θ^K)+C̄), least", least(cases, c -> c.split().slack()), 1, BOUND),
                atLeast(
                    "corrected bound / path KL, the untrained network", far.corrected(), 1, BOUND),
                equal(
                    "exponent of t_N in printed bound / path KL there, t_N = 10 … 80",
                    slope,
                    -1,
                    absolute(0.1, "no constant in ≲ makes up for it"))))
        .withSeed(SEED);
  }

  private static double least(List<FullErrorCase> cases, ToDoubleFunction<FullErrorCase> ratio) {
    return cases.stream().mapToDouble(ratio).min().orElseThrow();
  }

  private static double median(List<FullErrorCase> cases, ToDoubleFunction<FullErrorCase> ratio) {
    return new Median().evaluate(cases.stream().mapToDouble(ratio).toArray());
  }

  /** "ε_n + ε_train ≥ L̄(θ^K) + L̄(θ*)" on a network that interpolates, as both θ^K and θ*. */
  static Claim erratum11(Budget budget) {
    Interpolation found = Interpolation.of(budget.size(1000, 10_000), budget.size(2000, 50_000));
    double right = 2 * found.star().population(found.data()).value();
    double floor =
        2 * (found.star().population(found.data()).value() - found.star().excess().value());
    List<FullErrorCase> cases = FullErrorCase.list(budget.size(48, 480), SEED);
    return Claim.of(
            "E11",
            List.of(
                atMost(
                    "ε_n + ε_train with θ^K = θ*",
                    Interpolation.epsilons(found.same()),
                    0,
                    absolute(1e-12, "a difference of equal numbers")),
                atLeast(
                    "L̄(θ^K) + L̄(θ*) there, over twice the floor −C̄",
                    right / floor,
                    1,
                    absolute(0, "a population loss is above its floor")),
                atMost(
                    "L̄_em(θ*) / L̄_em(θ⁰): it interpolates",
                    found.star().empirical() / found.first().empirical(),
                    1e-4,
                    absolute(0, "next to nothing")),
                atLeast(
                    "(ε_n + ε_train) / |L̄(θ^K) − L̄(θ*)|, "
                        + cases.size()
                        + " networks at all stages",
                    least(
                        cases,
                        c -> Interpolation.epsilons(c.split()) / Interpolation.distance(c.split())),
                    1,
                    BOUND),
                atMost(
                    "(ε_n + ε_train) / (L̄(θ^K) + L̄(θ*)) on the same, least",
                    least(cases, c -> Interpolation.epsilons(c.split()) / Interpolation.sum(c)),
                    0.5,
                    absolute(0, "clearly below 1"))))
        .withSeed(SEED);
  }
}
