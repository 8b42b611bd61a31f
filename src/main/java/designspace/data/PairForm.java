package designspace.data;

import designspace.core.Points;

/** How distances and differences of points and centres are computed. */
interface PairForm {
  /** μ_k, seen from where the points are seen from. */
  double[] centre(int k);

  /** Loads points into the block. */
  void load(PointBlock block, Points x, int from);

  /** Sets the exponents of component k, offset − rate·‖x−μ_k‖², at its place in the chunk. */
  void measure(PointBlock block, int place, int k, double rate, double offset);

  /** Adds Σ weight·(μ_k−x) over a chunk, complete after {@link #settle}. */
  void pull(BlockSums sums, int first, int size);

  /** After all chunks. */
  void settle(BlockSums sums);
}
