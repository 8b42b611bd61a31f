package designspace.study;

import designspace.bound.Initialization;
import designspace.bound.ProfiledLedger;
import designspace.data.DataDistribution;
import designspace.score.NoiseProfile;
import java.util.EnumMap;
import java.util.Map;

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
  private static final Map<StudyLaw, StudyTruth> KNOWN = new EnumMap<>(StudyLaw.class);

  /** Computed when first asked for. */
  public static synchronized StudyTruth of(StudyLaw law) {
    return KNOWN.computeIfAbsent(law, StudyTruth::simulate);
  }

  private static StudyTruth simulate(StudyLaw which) {
    DataDistribution law = which.law();
    double[] sigmas = NoiseProfile.levels(StudyGrid.LOW, StudyGrid.HIGH, LEVELS);
    long seed = ScheduleStudy.SEED;
    NoiseProfile fisher = NoiseProfile.fisherInformation(law, sigmas, POINTS, seed);
    NoiseProfile mmse = NoiseProfile.mmse(law, sigmas, POINTS, seed);
    double start = Initialization.of(law, StudyGrid.HIGH, POINTS, seed).value();
    return new StudyTruth(
        law, fisher, mmse, ProfiledLedger.of(StudyGrid.HIGH, start, fisher, sigma -> 0));
  }

  /** √(tr Cov X/d): the standard deviation of a coordinate. */
  public double scale() {
    return Math.sqrt(law.covariance().getTrace() / law.dimension());
  }
}
