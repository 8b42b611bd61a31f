package designspace.training;

import designspace.core.Require;
import designspace.schedule.NoiseSchedule;

/**
 * How often a training draws each noise level: a law of u = ln σ, given by its density, its
 * distribution function and the inverse of that. The log-SNR is λ = −2u, so a law published for λ
 * has half the width and the opposite sign here.
 */
public sealed interface NoiseDensity
    permits NormalDensity, LaplaceDensity, TimeDensity, TruncatedDensity, CellDensity {
  /** p(u) per unit of u = ln σ; 0 where nothing is drawn. */
  double at(double lnSigma);

  /** The probability of a level below e^u. */
  double below(double lnSigma);

  /** u below which a level is drawn with probability {@code share}, 0 &lt; share &lt; 1. */
  double quantile(double share);

  /** ln σ ~ N(mean, deviation²), as EDM draws. */
  static NoiseDensity normal(double mean, double deviation) {
    return new NormalDensity(mean, deviation);
  }

  /** ln σ of Laplace's law e^{−|u−centre|/scale}/(2 scale); log-SNR then has twice the scale. */
  static NoiseDensity laplace(double centre, double scale) {
    return new LaplaceDensity(centre, scale);
  }

  /** Uniform in ln σ between two levels. */
  static NoiseDensity uniform(double sigmaMin, double sigmaMax) {
    return uniformTime(NoiseSchedule.logarithmic(), sigmaMin, sigmaMax);
  }

  /** Uniform in the time of a schedule between two levels: p(u) = (dt/du)/(t_max − t_min). */
  static NoiseDensity uniformTime(NoiseSchedule schedule, double sigmaMin, double sigmaMax) {
    return TimeDensity.between(schedule, sigmaMin, sigmaMax);
  }

  /** Uniform in all the time 0 to 1 of a schedule whose noise runs from 0 to infinity. */
  static NoiseDensity uniformTime(NoiseSchedule schedule) {
    return new TimeDensity(schedule, 0, 1);
  }

  /**
   * Constant on cells of equal width in ln σ, proportional to the values given, none negative.
   *
   * @param values one a cell, from σ_min to σ_max
   */
  static NoiseDensity cells(double sigmaMin, double sigmaMax, double... values) {
    return CellDensity.of(sigmaMin, sigmaMax, values);
  }

  /** The same law given that the level lies between two. */
  default NoiseDensity within(double sigmaMin, double sigmaMax) {
    return TruncatedDensity.of(this, sigmaMin, sigmaMax);
  }

  /** A share as a quantile takes it. */
  static double checkedShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw Require.refusal("share", share, "between 0 and 1", "it is a probability");
    }
    return share;
  }
}
