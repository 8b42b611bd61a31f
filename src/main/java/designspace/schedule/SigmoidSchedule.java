package designspace.schedule;

import designspace.core.Require;

/**
 * The sigmoid schedule: ᾱ falls from 1 to 0 like 1/(1+e^y) for y from −a to a, shifted and scaled
 * to those ends; a = 3/τ for the published ends ∓3. With 1/(1+e^{−y}) − 1/(1+e^{a}) = sinh((y+a)/2)
 * / (2 cosh(y/2) cosh(a/2)) the factors cosh cancel in σ² = (1−ᾱ)/ᾱ, and
 *
 * <p>σ² = sinh(at)/sinh(a(1−t)), t = [ln(1+σ²e^a) − ln(1+σ²e^{−a})]/2a: symmetric, σ(1−t) = 1/σ(t).
 *
 * @param a half the length of the piece of the sigmoid, positive
 */
record SigmoidSchedule(double a) implements NoiseSchedule {
  SigmoidSchedule {
    Require.positive("a", a, "it is half a length");
  }

  @Override
  public Recipe recipe() {
    return Recipe.of("sigmoid", "Jabri et al. 2023; Chen 2023").with("a", a);
  }

  @Override
  public double sigma(double t) {
    NoiseLevels.unitTime(t);
    return Math.sqrt(Math.sinh(a * t) / Math.sinh(a * (1 - t)));
  }

  @Override
  public double time(double sigma) {
    double square = NoiseLevels.level("sigma", sigma) * sigma;
    return (Math.log1p(square * Math.exp(a)) - Math.log1p(square * Math.exp(-a))) / (2 * a);
  }

  /** 2 sinh(a) σ²/(a(1+σ²e^a)(1+σ²e^{−a})). */
  @Override
  public double density(double sigma) {
    double square = NoiseLevels.level("sigma", sigma) * sigma;
    double below = 1 + square * Math.exp(-a);
    return 2 * Math.sinh(a) / a * (square / (1 + square * Math.exp(a))) / below;
  }
}
