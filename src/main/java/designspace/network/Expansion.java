package designspace.network;

/**
 * A least-squares loss L = ½‖r‖² after a step Δ of the inner layers, taken apart (lem-8). With the
 * change of the residuals δr = r(θ+Δ) − r(θ) = JΔ + e, where only e knows of switched units and of
 * products of layers:
 *
 * <p>L(θ+Δ) = L + ⟨∇L,Δ⟩ + ⟨r,e⟩ + ½‖δr‖², exactly. So the last term is there when L(θ) = 0.
 *
 * @param loss L(θ)
 * @param slope ⟨∇L,Δ⟩ = ⟨r,JΔ⟩
 * @param bend ⟨r,e⟩, at most √(2L)‖e‖
 * @param change ½‖δr‖²
 * @param kink ‖e‖
 */
public record Expansion(double loss, double slope, double bend, double change, double kink) {

  /** The step Δ = size · direction. */
  public static Expansion of(
      ReluNetwork network, LeastSquares batch, Direction direction, double size) {
    Shape shape = network.shape();
    Pass pass = batch.forward(network);
    double[] before = pass.output().clone();
    double[] tangent = Tangent.of(pass, network, direction);
    pass.forward(direction.from(network, size));
    double[][] rows = batch.weightedRows(before, shape.outputs());
    double[] sums = new double[5];
    for (int i = 0; i < before.length; i++) {
      double r = rows[1][i];
      double change = rows[0][i] * (pass.output()[i] - before[i]);
      double linear = rows[0][i] * size * tangent[i];
      double e = change - linear;
      sums[0] += 0.5 * r * r;
      sums[1] += r * linear;
      sums[2] += r * e;
      sums[3] += 0.5 * change * change;
      sums[4] += e * e;
    }
    return new Expansion(sums[0], sums[1], sums[2], sums[3], Math.sqrt(sums[4]));
  }

  /** L(θ+Δ). */
  public double after() {
    return loss + slope + remainder();
  }

  /** L(θ+Δ) − L(θ) − ⟨∇L,Δ⟩. */
  public double remainder() {
    return bend + change;
  }
}
