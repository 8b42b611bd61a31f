package designspace.sampling;

/**
 * x′−μ = a (x−μ) + √q U on one direction, seen from the truth's variances S before and S′ after: b′
 * = a b, r′ = (a²S/S′) r + defect.
 *
 * @param gain a
 * @param kept a²S/S′: how much of an excess of variance survives
 * @param noise q/S′
 * @param defect (a²S + q)/S′ − 1: the excess that the step makes from an exact law
 */
record LinearStep(double gain, double kept, double noise, double defect) {
  /** √q U added while the truth's variance grows from S to S′ by {@code exact}; q = s² exact. */
  static LinearStep lift(double before, double after, double exact, double square) {
    double share = exact / after;
    return new LinearStep(1, before / after, square * share, (square - 1) * share);
  }

  /** This step and then {@code next}. */
  LinearStep then(LinearStep next) {
    return new LinearStep(
        next.gain * gain,
        next.kept * kept,
        next.kept * noise + next.noise,
        next.kept * defect + next.defect);
  }

  Deviation of(Deviation x) {
    return new Deviation(gain * x.offset(), kept * x.ratio() + noise, kept * x.excess() + defect);
  }
}
