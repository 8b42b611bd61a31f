/**
 * Bias-free ReLU networks (eq-8), their gradients and tangent kernels. A {@link
 * designspace.network.Parametrization} reads a score from a network, as the Paper does or as EDM
 * does; either way a denoising loss is {@link designspace.network.LeastSquares}.
 *
 * <p>Decision: one core serves theory and practice. A batch is n rows; every layer is one product
 * of matrices, and around the products each array is touched once. Rows are cut into a number of
 * shards that depends on the batch alone, each with buffers of its own, and shards are added in
 * order: the bits of a gradient do not depend on how many threads worked.
 *
 * <p>What the lemmas say of random networks is run here: {@link designspace.network.InitialNorms}
 * (lem-4), {@link designspace.network.LayerChange} after a step along a {@link
 * designspace.network.Direction} with {@link designspace.network.LargestSwitch} as its worst case
 * (lem-6), and {@link designspace.network.Expansion} (lem-8).
 */
package designspace.network;
