package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Tolerance.absolute;

import designspace.matrix.Workers;
import designspace.network.Direction;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * lem-7: one training's gradient before and after W_ℓ ← W_ℓ + Δ_ℓ with ‖Δ_ℓ‖₂ = ω. As drawn, ‖W_ℓ‖₂
 * tends to √8 as m grows.
 *
 * @param lower the least C₆ (a₀ = 1) over ω = 0.001, 0.01, 0.1 and 1
 * @param upper the largest ‖∇_{W_ℓ}L̄‖²/2L̄ over ω ≤ 0.1, in units of the ceiling at θ⁰
 * @param small ‖∇L̄‖²/L̄ at ω = 0.001 over that at θ⁰
 * @param middle the same at ω = 0.01
 * @param large the same at ω = 0.1
 */
record NearInitialisation(double lower, double upper, double small, double middle, double large) {
  private static final long SEED = 20240627;
  private static final Tolerance ORDER = GradientClaims.ORDER;
  private static final Tolerance ROOM =
      absolute(0, "certified at θ⁰ only; it holds nearby because it has room");

  private static NearInitialisation of(long seed, boolean downhill) {
    RandomTraining training = RandomTraining.drawn(seed);
    Direction direction =
        downhill
            ? Direction.downhill(training.network(), training.batch())
            : Direction.random(training.network().shape(), seed);
    Direction unit = direction.spectral();
    List<GradientConstants> at =
        Arrays.stream(new double[] {0, 0.001, 0.01, 0.1, 1})
            .mapToObj(omega -> unit.from(training.network(), omega))
            .map(network -> GradientConstants.of(training, network))
            .toList();
    double[] ceilings = TangentKernel.ceilings(training.network(), training.batch(), Trained.INNER);
    return new NearInitialisation(
        at.stream().skip(1).mapToDouble(c -> c.lower(1)).min().orElseThrow(),
        at.stream().skip(1).limit(3).mapToDouble(c -> c.ofCeilings(ceilings)).max().orElseThrow(),
        at.get(1).ratio() / at.get(0).ratio(),
        at.get(2).ratio() / at.get(0).ratio(),
        at.get(3).ratio() / at.get(0).ratio());
  }

  private static List<NearInitialisation> list(int cases, boolean downhill) {
    NearInitialisation[] list = new NearInitialisation[cases];
    Workers.all().run(cases, i -> list[i] = of(SEED + i, downhill));
    return List.of(list);
  }

  static Claim lemma7(Budget budget) {
    int cases = budget.size(40, 400);
    List<NearInitialisation> random = list(cases, false);
    List<NearInitialisation> down = list(cases, true);
    String c6 = "C₆ (a₀ = 1) after ω = 0.001 … 1, least of " + cases + " cases, ";
    String ceiling = "‖∇_{W_ℓ}L̄‖²/2L̄ after ω ≤ 0.1 / its certified constant at θ⁰, ";
    String change = "‖∇L̄‖²/L̄ after / before, ";
    Tolerance found = absolute(0, "where the change begins, as found");
    return Claim.of(
            "lem-7",
            List.of(
                atLeast(c6 + "random Δ", least(random, c -> c.lower), GradientClaims.LEAST, ORDER),
                atLeast(c6 + "Δ ∝ −∇L̄", least(down, c -> c.lower), GradientClaims.LEAST, ORDER),
                atMost(ceiling + "random Δ", largest(random, c -> c.upper), 1, ROOM),
                atMost(ceiling + "Δ ∝ −∇L̄", largest(down, c -> c.upper), 1, ROOM),
                atLeast(
                    change + "ω = 0.1, random Δ, least", least(random, c -> c.large), 0.75, found),
                atLeast(
                    change + "ω = 0.001, Δ ∝ −∇L̄, least", least(down, c -> c.small), 0.75, found),
                atMost(
                    change + "ω = 0.01, Δ ∝ −∇L̄, least", least(down, c -> c.middle), 0.75, found),
                atMost(
                    change + "ω = 0.1, Δ ∝ −∇L̄, least", least(down, c -> c.large), 0.75, found)))
        .withSeed(SEED);
  }

  private static double least(
      List<NearInitialisation> list, ToDoubleFunction<NearInitialisation> number) {
    return list.stream().mapToDouble(number).min().orElseThrow();
  }

  private static double largest(
      List<NearInitialisation> list, ToDoubleFunction<NearInitialisation> number) {
    return list.stream().mapToDouble(number).max().orElseThrow();
  }
}
