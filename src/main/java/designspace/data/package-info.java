/**
 * Data laws whose smoothed densities p_τ = P₀ * N(0, τI) are known exactly, so that every error can
 * be measured against the truth.
 *
 * <p>Decision: covariances live in their eigenbasis. Smoothing only adds τ to the eigenvalues, so
 * scores, J(τ), mmse(τ) and the laws of linear samplers are sums over directions.
 *
 * <p>Decision: posterior moments are primitive, not derived from the score. Every mixture is
 * blended from what its parts know in closed form, so that the noise never cancels against the
 * data.
 */
package designspace.data;
