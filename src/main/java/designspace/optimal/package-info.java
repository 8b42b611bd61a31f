/**
 * Which noise levels are best for a sampler and an error: grids found by minimising the error
 * itself ({@link designspace.optimal.SmoothGridError}) and {@link designspace.optimal.Clock}s,
 * functions of the noise in which a grid is uniform.
 */
package designspace.optimal;
