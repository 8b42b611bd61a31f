package designspace.claim;

import designspace.matrix.Blas;
import designspace.matrix.Workers;
import designspace.network.Backpropagation;
import designspace.network.Direction;
import designspace.network.Expansion;
import designspace.network.LeastSquares;
import designspace.network.ReluNetwork;
import designspace.network.TangentKernel;
import designspace.network.Trained;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * One training, with Δ along the fastest direction unless said otherwise. In units of mΣ_jc_j‖Δ‖²
 * but for {@code printed}.
 *
 * @param quadratic the largest ½‖δr‖² over random, downhill and fastest directions, ‖Δ‖ ≤ 1
 * @param ofCeilings the same over the certified ½Σ_ℓceiling_ℓ‖Δ‖² of θ
 * @param atZero L̄(θ+Δ) where L̄(θ) = 0, ‖Δ‖ = 0.001, evaluated by the training's own loss
 * @param curvature ½λ_max(G)
 * @param printed the constant that the printed bound needs at L̄ = 10⁻¹²L̄(θ⁰), over that at θ⁰
 */
record SmoothnessCase(
    double quadratic, double ofCeilings, double atZero, double curvature, double printed) {

  private static final double[] SIZES = {0.001, 0.01, 0.1, 1};

  /** Residuals at θ times this: L̄(θ) falls by its square, and no weight moves. */
  private static final double SMALL = 1e-6;

  static SmoothnessCase of(long seed) {
    RandomTraining training = RandomTraining.drawn(seed);
    ReluNetwork network = training.network();
    LeastSquares batch = training.batch();
    double unit = training.width() * training.sumC();
    Direction fastest = Direction.fastest(network, batch, seed);
    Direction[] directions = {
      fastest.frobenius(),
      Direction.downhill(network, batch).frobenius(),
      Direction.random(network.shape(), seed).frobenius()
    };
    double quadratic =
        Arrays.stream(directions)
            .mapToDouble(direction -> quadraticOf(network, batch, direction))
            .max()
            .orElseThrow();
    double ceiling = DoubleStream.of(TangentKernel.ceilings(network, batch, Trained.INNER)).sum();
    return new SmoothnessCase(
        quadratic / unit,
        quadratic / (0.5 * ceiling),
        lossFromZero(network, batch, directions[0]) / unit,
        0.5 * fastest.norm() / unit,
        constant(training, directions[0], SMALL) / constant(training, directions[0], 1));
  }

  private static double quadraticOf(ReluNetwork network, LeastSquares batch, Direction direction) {
    return Arrays.stream(SIZES)
        .map(size -> Expansion.of(network, batch, direction, size).change() / (size * size))
        .max()
        .orElseThrow();
  }

  /** L̄(θ+Δ)/‖Δ‖² for targets at which L̄(θ) = 0, so that it is the remainder. */
  private static double lossFromZero(ReluNetwork network, LeastSquares batch, Direction direction) {
    LeastSquares solved = batch.residualsTimes(0, network);
    Backpropagation loss =
        new Backpropagation(network.shape(), Trained.INNER, solved, Workers.of(1), Blas.fastest());
    return loss.loss(direction.from(network, SIZES[0])) / (SIZES[0] * SIZES[0]);
  }

  /**
   * The remainder over √L̄(√(mΣc)‖Δ‖ + mΣc‖Δ‖²), ‖Δ‖ = 0.1: both printed terms carry √L̄, and the
   * first has a small factor besides, here 1.
   */
  private static double constant(RandomTraining training, Direction direction, double factor) {
    LeastSquares batch = training.batch().residualsTimes(factor, training.network());
    Expansion step = Expansion.of(training.network(), batch, direction, 0.1);
    double length = 0.1 * Math.sqrt(training.width() * training.sumC());
    return step.remainder() / (Math.sqrt(step.loss()) * (length + length * length));
  }
}
