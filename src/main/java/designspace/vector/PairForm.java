package designspace.vector;

import designspace.core.Points;

/** How exponents and differences of points and centres are computed, at one noise level. */
interface PairForm {
  /** Loads points into the block. */
  void load(PointBlock block, Points x, int from);

  /** Computes offset − rate·‖x−μ_k‖² for a chunk of components. */
  void measure(PointBlock block, int first, int size);

  /** Adds Σ weight·(μ_k−x) over a chunk, complete after {@link #settle}. */
  void pull(BlockSums sums, int first, int size);

  /** After all chunks. */
  void settle(BlockSums sums);
}
