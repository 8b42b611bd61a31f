/**
 * Samplers, and the exact laws of the linear ones on Gaussian data.
 *
 * <p>Decisions: a {@link designspace.sampling.Sampler} is one step; running it over a grid, in
 * batches, on threads and with or without a recorded path is the same code for all of them. Sample
 * {@code i} draws from its own stream, so a result is a function of (score, grid, seed) only.
 * {@link designspace.sampling.GaussianLaw} propagates the relative excess of variance v/(λ+τ) − 1
 * instead of v, because the excess is what the error is made of and every step adds to it without
 * cancellation.
 */
package designspace.sampling;
