package designspace.vector;

import designspace.core.Points;

/** Differences before they are squared or weighted: nothing cancels, however small the noise. */
final class DifferenceForm implements PairForm {
  private final double[][] centres;
  private final double[] rate;
  private final double[] offset;
  private final double[] origin;

  DifferenceForm(double[][] centres, double[] rate, double[] offset) {
    this.centres = centres;
    this.rate = rate;
    this.offset = offset;
    this.origin = new double[centres[0].length];
  }

  @Override
  public void load(PointBlock block, Points x, int from) {
    block.load(x, from, origin);
  }

  @Override
  public void measure(PointBlock block, int first, int size) {
    for (int k = 0; k < size; k++) {
      block.subtract(k, centres[first + k], rate[first + k], offset[first + k]);
    }
  }

  @Override
  public void pull(BlockSums sums, int first, int size) {
    for (int j = 0; j < origin.length; j++) {
      sums.pull(j, centres, first, size);
    }
  }

  @Override
  public void settle(BlockSums sums) {}
}
