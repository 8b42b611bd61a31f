package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;

import designspace.metric.Bootstrap;
import designspace.study.StudyGrid;
import designspace.study.StudyLaw;
import designspace.study.StudyResults;
import designspace.study.Trend;
import designspace.study.Trend.Finding;
import designspace.study.Yardstick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The verdict of tab-2 on trained networks, by the committed table of the study: Δ = ln(exponential
 * / polynomial(7)), each schedule with networks trained on its own levels.
 */
final class VerdictClaims {
  private static final Tolerance COUNT = absolute(0, "a count");
  private static final Tolerance SIGN = absolute(0, "the end of a 95% bootstrap interval");
  private static final int MANY = 200;

  private final StudyResults study = StudyResults.committed();

  private VerdictClaims() {}

  /** As printed: the verdict holds wherever it was tried. */
  static Check printed() {
    VerdictClaims verdict = new VerdictClaims();
    int all = StudyLaw.values().length * StudyGrid.steps().length;
    return equal(
        "path KL: polynomial at first and exponential in the end, laws × N of " + all,
        verdict.count(List.of(StudyLaw.values()), Finding.AS_PRINTED),
        all,
        COUNT);
  }

  /** What holds instead: the data's finest scale decides. */
  static List<Check> corrected() {
    VerdictClaims verdict = new VerdictClaims();
    List<Check> checks = new ArrayList<>(verdict.effects());
    List<StudyLaw> wide = wide();
    int all = wide.size() * StudyGrid.steps().length;
    checks.add(
        equal(
            "bumps and moons, path KL: polynomial at every training, laws × N of " + all,
            verdict.count(wide, Finding.POLYNOMIAL),
            all,
            COUNT));
    checks.add(
        equal(
            "points, path KL: as printed, N from 10 on, of 5",
            verdict.count(List.of(StudyLaw.POINTS_2), Finding.AS_PRINTED),
            5,
            COUNT));
    return checks;
  }

  /** Laws of which no scale is near σ_min. */
  private static List<StudyLaw> wide() {
    return List.of(StudyLaw.BUMPS_2, StudyLaw.MOONS_2, StudyLaw.BUMPS_8, StudyLaw.BUMPS_32);
  }

  private List<Check> effects() {
    double growth = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (StudyLaw law : wide()) {
      Trend trend = trend(law, MANY);
      growth = Math.min(growth, trend.last().mean() - trend.first().mean());
      for (int steps : StudyGrid.steps()) {
        least = Math.min(least, trend(law, steps).last().low());
      }
    }
    Bootstrap bumps = trend(StudyLaw.BUMPS_2, MANY).last();
    Bootstrap points = trend(StudyLaw.POINTS_2, MANY).last();
    return List.of(
        atLeast("8 bumps, d = 2: low end of Δ in path KL" + told(bumps), bumps.low(), 0, SIGN),
        atMost("8 points, d = 2: high end of Δ in path KL" + told(points), points.high(), 0, SIGN),
        atLeast("bumps and moons, longest training, all N: least end of Δ", least, 0, SIGN),
        atLeast(
            "the same, N = 200: least growth of Δ from least to longest training",
            growth,
            0,
            absolute(0, "the verdict has it fall")));
  }

  private static String told(Bootstrap effect) {
    return String.format(
        Locale.ROOT,
        ", N = %d, longest training; Δ = %.3f, 95%% interval %.3f to %.3f",
        MANY,
        effect.mean(),
        effect.low(),
        effect.high());
  }

  private int count(List<StudyLaw> laws, Finding finding) {
    int count = 0;
    for (StudyLaw law : laws) {
      for (int steps : StudyGrid.steps()) {
        count += trend(law, steps).finding() == finding ? 1 : 0;
      }
    }
    return count;
  }

  private Trend trend(StudyLaw law, int steps) {
    return study.ownNetwork(Yardstick.PATH_KL, steps, law);
  }
}
