package designspace.advice;

import designspace.core.Points;
import designspace.data.DataDistribution;

/**
 * A law guessed from points, with the score of its smoothed densities: what a held-out point tells
 * about J.
 *
 * <p>For any score S, E[−‖S‖² − 2 ∇·S] = J(τ) − E‖S − ∇log p_τ‖² over X_τ (Hyvärinen 2005): no
 * guess shows more than J, and the exact score shows all of it.
 */
interface Guess {
  /** Its name in tables. */
  String label();

  /** −‖S‖² − 2 ∇·S at each noisy point, τ = σ², length n. */
  double[] shown(double sigma, Points noisy);

  /** log p₀ at each point, length n. */
  double[] logDensity(Points clean);

  /** A law whose scores are known. */
  static Guess of(String label, DataDistribution law) {
    return new Guess() {
      @Override
      public String label() {
        return label;
      }

      // ∇·S = −d/τ + tr Cov(X₀|X_τ)/τ² (lem-11)
      @Override
      public double[] shown(double sigma, Points noisy) {
        double tau = sigma * sigma;
        int d = noisy.dimension();
        double[] score = law.score(sigma, noisy).toArray();
        double[] shown = law.posteriorVariance(sigma, noisy);
        for (int i = 0; i < shown.length; i++) {
          shown[i] = 2 * (d - shown[i] / tau) / tau;
        }
        for (int i = 0; i < score.length; i++) {
          shown[i / d] -= score[i] * score[i];
        }
        return shown;
      }

      @Override
      public double[] logDensity(Points clean) {
        return law.logDensity(0, clean);
      }
    };
  }
}
