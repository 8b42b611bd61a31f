/**
 * What every other package rests on: point sets, seeded random streams, argument checks and the few
 * special functions that keep the formulas free of cancellation.
 *
 * <p>Decision: a batch of points is one row-major array behind an immutable view. Results never
 * depend on the batch size or the number of threads, because sample {@code i} owns stream {@code
 * i}.
 */
package designspace.core;
