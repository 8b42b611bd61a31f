package designspace.vector;

import designspace.core.Points;

/**
 * ‖x−μ‖² = ‖x‖² + ‖μ‖² − 2x·μ and Σ w(μ−x) = Σ wμ − xΣ w, seen from the mean of the centres: sums
 * of products, twice as fast as differences, but what cancels leaves an error of about ε(‖x‖+R)² in
 * the squares, R the largest ‖μ‖. Fit where that is little against v+τ.
 */
final class ProductForm implements PairForm {
  private final SeenCentres centres;
  private final int dimension;
  private final double[][] factors; // 2·rate·μ, and −rate beside it, K×(d+1)
  private final double[] constants; // offset − rate·‖μ‖²

  ProductForm(SeenCentres centres, double[] rate, double[] offset) {
    this.centres = centres;
    this.dimension = centres.origin.length;
    this.factors = new double[rate.length][dimension + 1];
    this.constants = new double[rate.length];
    for (int k = 0; k < rate.length; k++) {
      for (int j = 0; j < dimension; j++) {
        factors[k][j] = 2 * rate[k] * centres.columns[j][k];
      }
      factors[k][dimension] = -rate[k];
      constants[k] = offset[k] - rate[k] * centres.squares[k];
    }
  }

  @Override
  public void load(PointBlock block, Points x, int from) {
    block.load(x, from, centres.origin);
    block.addSquares();
  }

  @Override
  public void measure(PointBlock block, int first, int size) {
    for (int k = 0; k < size; k++) {
      block.multiply(k, factors[first + k], constants[first + k]);
    }
    block.raise(size);
  }

  @Override
  public void pull(BlockSums sums, int first, int size) {
    for (int j = 0; j <= dimension; j++) {
      sums.multiply(j, centres.columns[j], first, size);
    }
  }

  @Override
  public void settle(BlockSums sums) {
    sums.subtractPoints();
  }
}
