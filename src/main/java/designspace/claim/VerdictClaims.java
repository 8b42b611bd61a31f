package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;

import designspace.metric.Bootstrap;
import designspace.study.StudyCell;
import designspace.study.StudyGrid;
import designspace.study.StudyLaw;
import designspace.study.StudyModel;
import designspace.study.StudyResults;
import designspace.study.StudySize;
import designspace.study.StudyWeighting;
import designspace.study.Trend;
import designspace.study.Trend.Finding;
import designspace.study.Yardstick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The verdict of tab-2 on trained networks, by the committed table of the study: Δ is how much
 * worse the exponential schedule is than polynomial(7), over the steps of training.
 */
final class VerdictClaims {
  private static final Tolerance COUNT = absolute(0, "a count");
  private static final Tolerance SIGN = absolute(0, "the end of a 95% bootstrap interval");

  /** Laws of which no scale is near σ_min. */
  private static final List<StudyLaw> WIDE =
      List.of(StudyLaw.BUMPS_2, StudyLaw.MOONS_2, StudyLaw.BUMPS_8, StudyLaw.BUMPS_32);

  private static final List<StudyLaw> ALL = List.of(StudyLaw.values());

  private final StudyResults study = StudyResults.committed();

  private VerdictClaims() {}

  /** As printed: the verdict holds wherever it was tried. */
  static Check printed() {
    int all = ALL.size() * StudyGrid.steps().length;
    return equal(
        "path KL, own networks: polynomial at first and exponential in the end, laws × N of " + all,
        new VerdictClaims().own(Yardstick.PATH_KL, ALL, Finding.AS_PRINTED, StudyGrid.steps()),
        all,
        COUNT);
  }

  /** What was found instead. */
  static List<Check> corrected() {
    VerdictClaims verdict = new VerdictClaims();
    List<Check> checks = new ArrayList<>(verdict.effects());
    checks.addAll(verdict.findings());
    return checks;
  }

  private List<Check> effects() {
    Bootstrap bumps = ends(StudyLaw.BUMPS_2);
    Bootstrap points = ends(StudyLaw.POINTS_2);
    return List.of(
        atLeast("8 bumps, d = 2: low end of Δ" + told(bumps), bumps.low(), 0, SIGN),
        atMost("8 points, d = 2: high end of Δ" + told(points), points.high(), 0, SIGN));
  }

  private Bootstrap ends(StudyLaw law) {
    return study.ownNetwork(Yardstick.PATH_KL, 20, law).last();
  }

  private static String told(Bootstrap effect) {
    return String.format(
        Locale.ROOT,
        ", ln of path KL, own networks, N = 20, longest training: %.3f, 95%% from %.3f to %.3f",
        effect.mean(),
        effect.low(),
        effect.high());
  }

  private List<Check> findings() {
    int[] steps = StudyGrid.steps();
    int[] sampled = StudySize.FULL.sampled();
    int one = WIDE.size() * StudyWeighting.values().length * steps.length;
    return List.of(
        equal(
            "bumps and moons, path KL, one network: polynomial at every training, laws × weightings"
                + " × N of "
                + one,
            same(Finding.POLYNOMIAL),
            one,
            COUNT),
        equal(
            "the same with own networks: as printed, laws × N of " + WIDE.size() * steps.length,
            own(Yardstick.PATH_KL, WIDE, Finding.AS_PRINTED, steps),
            0,
            COUNT),
        equal(
            "points, path KL, own networks: as printed, of N = 20, 40, 100, 200",
            own(
                Yardstick.PATH_KL,
                List.of(StudyLaw.POINTS_2),
                Finding.AS_PRINTED,
                20,
                40,
                100,
                200),
            4,
            COUNT),
        atMost(
            "samples, MMD² and W₂, own networks: as printed, laws × N of "
                + 2 * ALL.size() * sampled.length,
            own(Yardstick.MMD, ALL, Finding.AS_PRINTED, sampled)
                + own(Yardstick.WASSERSTEIN, ALL, Finding.AS_PRINTED, sampled),
            0.05 * 2 * ALL.size() * sampled.length,
            absolute(0, "one in twenty by chance")),
        equal(
            "samples, MMD², N = 5: polynomial wherever there is a difference, laws of 5",
            own(Yardstick.MMD, ALL, Finding.POLYNOMIAL, 5),
            5,
            COUNT));
  }

  private int own(Yardstick yardstick, List<StudyLaw> laws, Finding finding, int... steps) {
    int count = 0;
    for (StudyLaw law : laws) {
      for (int n : steps) {
        count += study.ownNetwork(yardstick, n, law).finding() == finding ? 1 : 0;
      }
    }
    return count;
  }

  private int same(Finding finding) {
    int count = 0;
    for (StudyLaw law : WIDE) {
      for (StudyWeighting weighting : StudyWeighting.values()) {
        StudyCell cell = new StudyCell(law, StudyModel.EDM, weighting, 8);
        for (int n : StudyGrid.steps()) {
          Trend trend = study.sameNetwork(Yardstick.PATH_KL, n, cell);
          count += trend.finding() == finding ? 1 : 0;
        }
      }
    }
    return count;
  }
}
