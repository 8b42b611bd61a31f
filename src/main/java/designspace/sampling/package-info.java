/**
 * Samplers, and the exact laws of the linear ones on Gaussian data.
 *
 * <p>Decisions: a {@link designspace.sampling.Sampler} is one step; running it over a grid, in
 * batches, on threads and with or without a recorded path is the same code for all of them. Sample
 * {@code i} draws from its own stream, so a result is a function of (score, grid, seed) only.
 * {@link designspace.sampling.GaussianLaw} carries the relative excess of variance r = v/(λ+τ) − 1
 * beside v, because r is what the error is made of and each step's share of it is known without
 * rounding error.
 */
package designspace.sampling;
