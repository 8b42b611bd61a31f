package designspace.study;

import designspace.bound.Initialization;
import designspace.bound.ProfiledLedger;
import designspace.core.Estimate;
import designspace.data.DataDistribution;
import designspace.score.NoiseProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of a law whatever network learns it, by simulation from 10 000 points.
 *
 * @param law the law itself
 * @param fisher J as a function of σ
 * @param mmse mmse(σ²) as a function of σ
 * @param ledger B1 with exact score
 */
public record StudyTruth(
    DataDistribution law, NoiseProfile fisher, NoiseProfile mmse, ProfiledLedger ledger) {
  private static final int POINTS = 10_000;
  private static final int LEVELS = 48;
  private static final Map<StudyLaw, StudyTruth> KNOWN = new ConcurrentHashMap<>();

  /** How it is simulated. */
  static final String FIXED = "J and mmse from " + POINTS + " points at " + LEVELS + " levels";

  /** Computed when first asked for. */
  public static StudyTruth of(StudyLaw law) {
    return KNOWN.computeIfAbsent(law, StudyTruth::simulate);
  }

  private static StudyTruth simulate(StudyLaw which) {
    DataDistribution law = which.law();
    double[] sigmas = NoiseProfile.levels(StudyGrid.LOW, StudyGrid.HIGH, LEVELS);
    long seed = ScheduleStudy.SEED;
    NoiseProfile mmse = NoiseProfile.mmse(law, sigmas, POINTS, seed);
    NoiseProfile fisher = fisher(law.dimension(), mmse);
    double start = Initialization.of(law, StudyGrid.HIGH, POINTS, seed).value();
    return new StudyTruth(
        law, fisher, mmse, ProfiledLedger.of(StudyGrid.HIGH, start, fisher, sigma -> 0));
  }

  /** J = (d − mmse/τ)/τ (lem-11): a mean of conditional variances scatters less than of squares. */
  private static NoiseProfile fisher(int dimension, NoiseProfile mmse) {
    double[] sigmas = mmse.sigmas();
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < sigmas.length; i++) {
      double tau = sigmas[i] * sigmas[i];
      Estimate m = mmse.estimates().get(i);
      double value = (dimension - m.value() / tau) / tau;
      estimates.add(new Estimate(value, m.error() / tau / tau, m.method()));
    }
    return NoiseProfile.of(sigmas, estimates);
  }

  /** √(tr Cov X/d): the standard deviation of a coordinate. */
  public double scale() {
    return Math.sqrt(law.covariance().getTrace() / law.dimension());
  }
}
