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
import designspace.study.StudyWeighting;
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

  private static final List<StudyLaw> DEEP = List.of(StudyLaw.BUMPS_8, StudyLaw.BUMPS_32);
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
    Bootstrap samples = study.ownNetwork(Yardstick.MMD, 20, StudyLaw.BUMPS_8).last();
    return List.of(
        atLeast("8 bumps, d = 2: low end of Δ" + told(bumps), bumps.low(), 0, SIGN),
        atMost("8 points, d = 2: high end of Δ" + told(points), points.high(), 0, SIGN),
        atMost(
            String.format(
                Locale.ROOT,
                "8 bumps, d = 8: high end of the difference in MMD², own networks, N = 20, longest"
                    + " training: %.5f, 95%% from %.5f to %.5f",
                samples.mean(),
                samples.low(),
                samples.high()),
            samples.high(),
            0,
            SIGN));
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
    int one = WIDE.size() * StudyWeighting.values().length * steps.length;
    return List.of(
        equal(
            "bumps and moons, path KL, one network: polynomial at every training, laws × weightings"
                + " × N of "
                + one,
            same(Yardstick.PATH_KL, WIDE, Finding.POLYNOMIAL, steps),
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
        equal(
            "samples, N = 20, bumps in d = 8 and 32, one network: as printed in MMD² and in W₂, laws"
                + " × weightings × 2 of 12",
            same(Yardstick.MMD, DEEP, Finding.AS_PRINTED, 20)
                + same(Yardstick.WASSERSTEIN, DEEP, Finding.AS_PRINTED, 20),
            12,
            COUNT),
        equal(
            "samples, N = 5, one network: polynomial in MMD² wherever there is a difference, laws ×"
                + " weightings of 15",
            same(Yardstick.MMD, ALL, Finding.POLYNOMIAL, 5),
            15,
            COUNT),
        equal(
            "samples, N = 200, own networks: as printed in MMD², laws of 5",
            own(Yardstick.MMD, ALL, Finding.AS_PRINTED, 200),
            0,
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

  private int same(Yardstick yardstick, List<StudyLaw> laws, Finding finding, int... steps) {
    int count = 0;
    for (StudyLaw law : laws) {
      for (StudyWeighting weighting : StudyWeighting.values()) {
        StudyCell cell = new StudyCell(law, StudyModel.EDM, weighting, 8);
        for (int n : steps) {
          count += study.sameNetwork(yardstick, n, cell).finding() == finding ? 1 : 0;
        }
      }
    }
    return count;
  }
}
