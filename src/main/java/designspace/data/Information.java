package designspace.data;

import designspace.core.Estimate;

/**
 * J(τ) = E‖∇log p_τ‖² and mmse(τ) = E tr Cov(X₀|X_τ) of a law, each with its error; tied by J = d/τ
 * − mmse/τ² (lem-11).
 */
public interface Information {
  /** J(τ), τ &gt; 0. */
  Estimate fisherInformation(double tau);

  /** mmse(τ), τ &gt; 0. */
  Estimate mmse(double tau);
}
