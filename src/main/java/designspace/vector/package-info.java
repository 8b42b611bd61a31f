/**
 * Sums over the components of an isotropic mixture for many points at once: the arithmetic behind
 * exact scores, and nothing else.
 *
 * <p>Decision: points are worked on in blocks, one array a coordinate, in plain loops that the
 * virtual machine vectorises, with our own powers of two. Squares are computed in the form of a
 * product of matrices where the spread of the centres is at most ten smoothed standard deviations,
 * and by differences below, where that form would lose digits. Nothing here starts a thread:
 * whoever has many points shares them out. The result of a point does not depend on the points
 * beside it.
 */
package designspace.vector;
