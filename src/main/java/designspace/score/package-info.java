/**
 * What a sampler is given: ∇log p_τ, exact or approximate.
 *
 * <p>Decision: {@link designspace.score.ScoreFunction} is open and works on a batch, so that a
 * notebook can pass a lambda and a network can use matrix products.
 */
package designspace.score;
