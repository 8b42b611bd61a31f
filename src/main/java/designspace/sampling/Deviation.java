package designspace.sampling;

/**
 * One coordinate's Gaussian law, seen from the truth N(μ, S), S = λ+τ.
 *
 * @param offset mean − μ
 * @param ratio variance / S = 1 + r
 * @param excess r, kept beside the ratio because it is known without cancellation
 */
public record Deviation(double offset, double ratio, double excess) {}
