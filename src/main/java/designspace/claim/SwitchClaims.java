package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.metric.LogLogSlope;
import designspace.network.Direction;
import designspace.network.LargestSwitch;
import designspace.network.LayerChange;
import designspace.network.LeastSquares;
import designspace.network.ReluNetwork;
import designspace.schedule.Design;
import designspace.training.TotalWeighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** lem-6: hidden layers after W_ℓ ← W_ℓ + Δ_ℓ with ‖Δ_ℓ‖₂ = ω for every inner layer. */
final class SwitchClaims {
  private static final long SEED = 20240626;
  private static final double[] OMEGAS = {0.001, 0.003, 0.01, 0.03, 0.1};

  /** At smaller ω the worst Δ switches too few of 2048 units for a power law. */
  private static final double[] MANY = {0.01, 0.02, 0.05, 0.1};

  private static final int DEPTH = 3;

  private SwitchClaims() {}

  /**
   * One perturbation.
   *
   * @param omega ω
   * @param moved ‖Δq_3‖/‖z‖, root mean square over the inputs
   * @param furthest the largest ‖Δq_3‖/‖z‖
   * @param switched fraction of units: of layer 1 if random, else of layer 3
   */
  private record Move(double omega, double moved, double furthest, double switched) {}

  static Claim lemma6(Budget budget) {
    int seeds = budget.size(8, 40);
    int width = budget.size(512, 1024);
    Move[] random = moves(seeds, width, false);
    List<Check> checks = new ArrayList<>(growth(random, moves(seeds, width, true)));
    checks.addAll(switching(random, worst(seeds)));
    return Claim.of("lem-6", checks).withSeed(SEED);
  }

  private static List<Check> growth(Move[] random, Move[] down) {
    LogLogSlope ofRandom = slope(random, Move::moved);
    LogLogSlope ofDown = slope(down, Move::moved);
    String grows = "‖Δq_3‖ ∝ ω^…, ω = 0.001 … 0.1, ";
    return List.of(
        equal(grows + "random Δ", ofRandom.slope(), 1, interval(ofRandom)),
        equal(grows + "Δ ∝ −∇L̄", ofDown.slope(), 1, interval(ofDown)),
        equal(
            "‖Δq_3‖/(ω‖z‖), random Δ, against √(3/8) as m → ∞",
            mean(random, move -> move.moved / move.omega),
            Math.sqrt(3 / 8.0),
            relative(0.05, "finite m, first order in ω")),
        atMost(
            "‖Δq_3‖/(ω‖z‖), Δ ∝ −∇L̄, largest",
            largest(down, move -> move.furthest / move.omega),
            10,
            absolute(0, "no number is stated; of order 1")));
  }

  private static List<Check> switching(Move[] random, Move[] worst) {
    LogLogSlope ofWorst = slope(worst, Move::switched);
    return List.of(
        equal(
            "units of layer 1 switched by random Δ, ω = 0.1, over arctan(ω/√8)/π",
            mean(tail(random), move -> move.switched / chance(move.omega)),
            1,
            relative(0.05, "chance: the rows share their units")),
        equal(
            "most units switched for one input ∝ ω^…, ω = 0.01 … 0.1, the worst Δ",
            ofWorst.slope(),
            2 / 3.0,
            interval(ofWorst)),
        equal(
            "the same at ω = 0.1, over (3ω²/π)^{1/3}",
            mean(tail(worst), move -> move.switched) / LargestSwitch.limit(0.1),
            1,
            relative(0.05, "the limit of small ω and large m")));
  }

  private static Tolerance interval(LogLogSlope slope) {
    return absolute(
        0.01 + slope.halfWidth(),
        String.format(
            Locale.ROOT,
            "95%% interval ±%.3f, and finite ω and m bend the line by 0.01",
            slope.halfWidth()));
  }

  /** A weight of N(0, 2/m) moves by N(0, ω²/4m): the angle of the two has tangent ω/√8 (lem-2). */
  private static double chance(double omega) {
    return Math.atan(omega / Math.sqrt(8)) / Math.PI;
  }

  private static Move[] moves(int seeds, int width, boolean downhill) {
    Move[] moves = new Move[seeds * OMEGAS.length];
    TrainingSize size = new TrainingSize(4, 4, 16, width, DEPTH);
    TotalWeighting weighting = TotalWeighting.uniform(Design.edm(0.1, 1, 7, 4));
    Workers.all()
        .run(
            seeds,
            s -> {
              RandomTraining training = RandomTraining.of(size, weighting, SEED + s);
              ReluNetwork network = training.network();
              LeastSquares batch = training.batch();
              Direction direction =
                  downhill
                      ? Direction.downhill(network, batch)
                      : Direction.random(network.shape(), SEED - s);
              Direction unit = direction.spectral();
              for (int k = 0; k < OMEGAS.length; k++) {
                ReluNetwork moved = unit.from(network, OMEGAS[k]);
                LayerChange change = LayerChange.between(network, moved, batch.points());
                moves[s * OMEGAS.length + k] = move(OMEGAS[k], change, downhill ? DEPTH : 1);
              }
            });
    return moves;
  }

  private static Move move(double omega, LayerChange change, int switching) {
    return new Move(
        omega,
        change.moved().get(DEPTH),
        change.furthest().get(DEPTH),
        change.switched().get(switching));
  }

  private static Move[] worst(int seeds) {
    Move[] moves = new Move[seeds * MANY.length];
    Workers.all()
        .run(
            seeds,
            s -> {
              ReluNetwork network = ReluNetwork.paper(8, 2048, 1, SEED + s);
              Points z = Gaussian.isotropic(9, 1).sample(1, new RandomStreams(SEED - s));
              LargestSwitch most = LargestSwitch.of(network, z);
              for (int k = 0; k < MANY.length; k++) {
                LayerChange change = LayerChange.between(network, most.network(MANY[k]), z);
                moves[s * MANY.length + k] =
                    new Move(
                        MANY[k],
                        change.moved().get(1),
                        change.furthest().get(1),
                        change.switched().get(1));
              }
            });
    return moves;
  }

  private static LogLogSlope slope(Move[] moves, ToDoubleFunction<Move> number) {
    return LogLogSlope.fit(
        Arrays.stream(moves).mapToDouble(Move::omega).toArray(),
        Arrays.stream(moves).mapToDouble(number).toArray());
  }

  /** The moves of the largest ω. */
  private static Move[] tail(Move[] moves) {
    return Arrays.stream(moves).filter(move -> move.omega == 0.1).toArray(Move[]::new);
  }

  private static double mean(Move[] moves, ToDoubleFunction<Move> number) {
    return Arrays.stream(moves).mapToDouble(number).average().orElseThrow();
  }

  private static double largest(Move[] moves, ToDoubleFunction<Move> number) {
    return Arrays.stream(moves).mapToDouble(number).max().orElseThrow();
  }
}
