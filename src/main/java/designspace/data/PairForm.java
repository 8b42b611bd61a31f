package designspace.data;

import designspace.core.Points;

/** How distances and differences of points and centres are computed. */
interface PairForm {
  /** Coordinate j of μ_k, seen from where the points are seen from. */
  double centre(int k, int j);

  /** Loads points into the block. */
  void load(PointBlock block, Points x, int from);

  /** Computes ‖x−μ_k‖² for a chunk of components. */
  void measure(PointBlock block, int first, int size);

  /** Adds Σ weight·(μ_k−x) over a chunk, complete after {@link #settle}. */
  void pull(BlockSums sums, int first, int size);

  /** After all chunks. */
  void settle(BlockSums sums);
}
