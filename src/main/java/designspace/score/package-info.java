/**
 * What a sampler is given: ∇log p_τ, exact or approximate.
 *
 * <p>Decision: {@link designspace.score.ScoreFunction} is open and works on a batch, so that a
 * notebook can pass a lambda and a network can use matrix products. A score error is a function
 * e(σ), whatever it comes from: {@link designspace.score.ScoreInjection} plants a known one, {@link
 * designspace.score.ScoreError} measures that of any score.
 */
package designspace.score;
