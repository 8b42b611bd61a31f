/**
 * Samplers, and the exact laws of the linear ones on Gaussian data.
 *
 * <p>Decisions: a {@link designspace.sampling.Sampler} makes {@link designspace.sampling.Steps} for
 * one batch on one grid; running them in batches, on threads and with or without a recorded path is
 * the same code for all. Sample {@code i} draws from its own stream, so a result is a function of
 * (score, grid, seed) only. Each sampler of the literature is one class, a {@link
 * designspace.sampling.KnownSampler}: steps on points, exact law on a Gaussian direction, order,
 * cost, source; {@link designspace.sampling.Samplers} lists them. {@link
 * designspace.sampling.GaussianLaw} carries the relative excess of variance r = v/(λ+τ) − 1 beside
 * v, because r is what the error is made of and each step's share of it is known without rounding
 * error; steps compose as {@link designspace.sampling.LinearStep}. On the line {@link
 * designspace.sampling.LineDensity} and {@link designspace.sampling.LineFlow} follow any score
 * exactly, and {@link designspace.sampling.ImpulseResponse} any linear one, right or wrong.
 */
package designspace.sampling;
