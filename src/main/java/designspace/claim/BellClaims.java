package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;

import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.metric.PairedDifference;
import designspace.network.NetworkScore;
import designspace.schedule.Design;
import designspace.training.DenoisingObjective;
import designspace.training.LearningTask;
import designspace.training.TotalWeighting;
import designspace.training.WeightedRun.Yardstick;
import designspace.training.WeightingRule;
import designspace.training.WeightingStudy;
import designspace.training.WeightingStudy.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** cor-2: what its rate says, and whether a bell trains faster. */
final class BellClaims {
  private static final long SEED = 20240627;
  private static final Gaussian DATA = Gaussian.isotropic(4, 0.5);

  /** Of so many steps of 1/λ_max, the larger of two legal ones wins for every weighting. */
  private static final double[] STEPS = {1, 1.9};

  // Places in a race.
  private static final int BELL = 0;
  private static final int UNIFORM = 1;
  private static final int EQUAL = 2;
  private static final int INTEGRAL = 3;

  private static final String OWN = "ln L̄_K/L̄_0, each by its own weights, ";
  private static final Tolerance CLEAR = absolute(0, "an end of a 95% t-interval");

  private BellClaims() {}

  /** The σ̄ of asm-2, of order 1 at most, or EDM's. */
  private static LearningTask task(double sigmaMax, int levels, int points) {
    return new LearningTask(DATA, Design.edm(0.002, sigmaMax, 7, levels), points, 64, 2);
  }

  /**
   * With one point, weights by level make every f the same at θ⁰, as the statement supposes; with
   * several they make the means of the levels the same.
   */
  static Claim corollary2(Budget budget) {
    int cases = budget.size(10, 40);
    int steps = budget.size(40, 400);
    List<Entry> one = race(task(1, 8, 1), cases, steps);
    PairedDifference rival = lead(one, EQUAL, INTEGRAL, Yardstick.OWN);
    PairedDifference uniform = lead(one, EQUAL, UNIFORM, Yardstick.OWN);
    List<Check> checks =
        new ArrayList<>(
            checks(cases, race(task(1, 8, 8), cases, steps), race(task(80, 10, 8), cases, steps)));
    checks.add(
        1,
        equal(
            OWN + "terms equal at θ⁰ (one point) less uniform, σ̄ ≤ 1, mean of pairs",
            uniform.mean(),
            0,
            absolute(uniform.halfWidth(), "95% t-interval of " + cases + " pairs: no difference")));
    return Claim.corrected(
            "cor-2",
            atMost(
                OWN + "read across weightings: terms equal at θ⁰ (one point) less EDM's integral",
                rival.mean(),
                0,
                absolute(rival.halfWidth(), "95% t-interval of " + cases + " pairs")),
            checks)
        .withSeed(SEED);
  }

  private static List<Check> checks(int cases, List<Entry> within, List<Entry> beyond) {
    return List.of(
        equal(
            "c_{j*} / max_j c_j with equal terms (one point): by definition of j*",
            equalTerms(100),
            1,
            absolute(0, "the same number")),
        atMost(
            "c_{j*}/Σc_j with equal terms / EDM's integral, one point, " + cases + " cases: median",
            rates(cases),
            1,
            absolute(0, "a ranking: equal terms are not best over weightings")),
        slower(OWN + "EDM's bell less uniform, 8 points, σ̄ ≤ 1", within, BELL, Yardstick.OWN),
        slower(OWN + "EDM's bell less uniform, σ̄ ≤ 80", beyond, BELL, Yardstick.OWN),
        faster(OWN + "EDM's integral less uniform, σ̄ ≤ 1", within, INTEGRAL, Yardstick.OWN),
        faster("ln of the sum of losses, bell less uniform, σ̄ ≤ 1", within, BELL, Yardstick.SUM),
        slower("ln of E_S, bell less uniform, σ̄ ≤ 1", within, BELL, Yardstick.SCORE),
        faster("ln of E_S, bell less uniform, σ̄ ≤ 80", beyond, BELL, Yardstick.SCORE));
  }

  private static List<Entry> race(LearningTask task, int cases, int steps) {
    Design design = task.design();
    List<WeightingRule> rules =
        List.of(
            WeightingRule.always(TotalWeighting.edm(design)),
            WeightingRule.always(TotalWeighting.uniform(design)),
            WeightingRule.equalising(),
            WeightingRule.always(TotalWeighting.edmIntegral(design)));
    return WeightingStudy.of(task, rules, cases, steps, SEED).tuned(STEPS);
  }

  private static PairedDifference lead(List<Entry> race, int a, int b, Yardstick yardstick) {
    return PairedDifference.of(race.get(a).logs(yardstick), race.get(b).logs(yardstick));
  }

  private static Check slower(String what, List<Entry> race, int which, Yardstick yardstick) {
    double end = lead(race, which, UNIFORM, yardstick).low();
    return atLeast(what + ": lower end", end, 0, CLEAR);
  }

  private static Check faster(String what, List<Entry> race, int which, Yardstick yardstick) {
    double end = lead(race, which, UNIFORM, yardstick).high();
    return atMost(what + ": upper end", end, 0, CLEAR);
  }

  /**
   * One point, so that weights by level can make every f the same: then c_{j*} is the largest c.
   */
  private static double equalTerms(int networks) {
    LearningTask one = new LearningTask(DATA, Design.edm(0.002, 80, 7, 10), 1, 16, 2);
    return IntStream.range(0, networks)
        .mapToObj(i -> one.seeded(new RandomStreams(SEED).fork(i).seed()))
        .mapToDouble(c -> share(c, WeightingRule.equalising(), false))
        .min()
        .orElseThrow();
  }

  private static double rates(int cases) {
    LearningTask task = task(1, 8, 1);
    WeightingRule integral = WeightingRule.always(TotalWeighting.edmIntegral(task.design()));
    return IntStream.range(0, cases)
        .mapToObj(i -> task.seeded(new RandomStreams(SEED).fork(i).seed()))
        .mapToDouble(c -> share(c, WeightingRule.equalising(), true) / share(c, integral, true))
        .sorted()
        .skip(cases / 2)
        .findFirst()
        .orElseThrow();
  }

  /** c_{j*} over Σc_j, or over max_j c_j. */
  private static double share(LearningTask.Case c, WeightingRule rule, boolean ofSum) {
    DenoisingObjective objective = c.plain().under(rule.of().apply(c));
    double[] f = objective.terms(NetworkScore.paper(c.start()));
    double largest = 0;
    for (double term : f) {
      largest = Math.max(largest, term);
    }
    double cStar = 0;
    double sum = 0;
    double max = 0;
    for (int r = 0; r < f.length; r++) {
      double own = objective.weighting().c(objective.level(r));
      sum += own / objective.points();
      max = Math.max(max, own);
      boolean hardest = f[r] >= largest * (1 - 1e-12); // equal but for rounding
      cStar = hardest ? Math.max(cStar, own) : cStar;
    }
    return cStar / (ofSum ? sum : max);
  }
}
