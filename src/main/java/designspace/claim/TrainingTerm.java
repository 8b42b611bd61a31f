package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.RemarkClaims.slope;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.bound.Corollary1;
import designspace.bound.HomogeneousFloor;
import designspace.bound.StepRule;
import designspace.bound.WeightingFactor;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.matrix.Workers;
import designspace.schedule.Design;
import designspace.score.ScoreFunction;
import designspace.training.DenoisingObjective;
import designspace.training.Learner;
import designspace.training.MeasuredLoss;
import designspace.training.TotalWeighting;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * cor-1's fourth term, (1/N)(C₉ + …), for EDM's design: can training's part of the bound fall like
 * 1/N? First with one and the same score error e(σ) = 0.16/(¼+σ²) at every N, that of 0.6∇log p on
 * N(0, ½²), then for whatever network of eq-8.
 */
public final class TrainingTerm {
  private static final double[] MANY = {1000, 2000, 4000, 8000, 16_000};
  private static final int[] FEW = {4, 8, 16};
  static final long SEED = 20240712;

  private TrainingTerm() {}

  /** e(σ). */
  public static double scoreError(double sigma) {
    return 0.16 / (0.25 + sigma * sigma);
  }

  /** EDM's levels from 0.002 to 80. */
  public static Design edm(double levels) {
    return Design.edm(0.002, 80, 7, (int) levels);
  }

  /** max_j Δτ_j/(β_jτ_j). */
  public static double factor(TotalWeighting weighting) {
    return 2 * WeightingFactor.corrected(weighting, StepRule.EXACT).max();
  }

  /** ½ Σβ_jτ_je(σ̄_j). */
  public static double excess(TotalWeighting weighting) {
    return WeightingFactor.corrected(weighting, StepRule.EXACT).excess(TrainingTerm::scoreError);
  }

  /** ½ ΣΔτ_je(σ̄_j). */
  public static double scoreTerm(double levels) {
    return WeightingFactor.corrected(TotalWeighting.uniform(edm(levels)), StepRule.EXACT)
        .scoreNats(TrainingTerm::scoreError);
  }

  private static double exponent(
      Function<Design, TotalWeighting> rule, ToDoubleFunction<TotalWeighting> number) {
    return slope(MANY, n -> number.applyAsDouble(rule.apply(edm(n))));
  }

  private static double product(TotalWeighting weighting) {
    return factor(weighting) * excess(weighting);
  }

  static Check printed() {
    return equal(
        "the exponent of N in max(σ²/w)(L̄+C̄), as printed with C₉ independent of N",
        exponent(TotalWeighting::edm, TrainingTerm::product),
        -1,
        absolute(0.1, "N = 1000 … 16 000"));
  }

  static List<Check> corrected() {
    Tolerance finite = absolute(0.03, "the next order in 1/N at N = 1000");
    Tolerance bound = absolute(1e-9, "an upper bound, up to rounding");
    double limit = 0.08 * Math.log((0.25 + 6400) / (0.25 + 4e-6));
    return List.of(
        equal(
            "exponent of N in max(σ²/w)(L̄+C̄), fixed e(σ), EDM's β per index: no 1/N",
            exponent(TotalWeighting::edm, TrainingTerm::product),
            0,
            finite),
        equal("its first factor", exponent(TotalWeighting::edm, TrainingTerm::factor), -1, finite),
        equal("its second", exponent(TotalWeighting::edm, TrainingTerm::excess), 1, finite),
        equal(
            "the first with EDM's integral fixed",
            exponent(TotalWeighting::edmIntegral, TrainingTerm::factor),
            0,
            absolute(0.05, "σ_1 → σ_min, where that maximum sits")),
        equal(
            "the second with EDM's integral fixed",
            exponent(TotalWeighting::edmIntegral, TrainingTerm::excess),
            0,
            finite),
        atLeast("product / E_S, both weightings, N = 2 … 3200, least", leastProduct(), 1, bound),
        equal("E_S at N = 3200 / ½∫e dτ", scoreTerm(3200) / limit, 1, relative(0.01, "1/N")),
        atMost(
            "(1/N)C₉ / E_S at N = 1000, C₉ the one that makes it 1 at N = 10",
            Corollary1.training(1, 1000, none(), 1, 10 * scoreTerm(10) - 1).nats()
                / scoreTerm(1000),
            0.02,
            absolute(0, "a hundredth, where E_S has hardly moved")));
  }

  /** A run of no steps: (1 − C₈x)^0 = 1. */
  private static Corollary1.Training none() {
    return new Corollary1.Training(1, 1, 1, 0, 0.75);
  }

  private static double leastProduct() {
    double least = Double.POSITIVE_INFINITY;
    for (int n = 2; n <= 3200; n *= 2) {
      TotalWeighting perIndex = TotalWeighting.edm(edm(n));
      TotalWeighting integral = TotalWeighting.edmIntegral(edm(n));
      double product = Math.min(product(perIndex), product(integral));
      least = Math.min(least, product / scoreTerm(n));
    }
    return least;
  }

  /** A network of eq-8, trained on 8 points of N(0, ½²I₂), EDM's weighting, σ̄ = 0.1 … 10. */
  public static MeasuredLoss trained(int levels, int steps) {
    TotalWeighting weighting = narrow(levels);
    Gaussian data = Gaussian.isotropic(2, 0.5);
    RandomStreams streams = new RandomStreams(SEED);
    DenoisingObjective objective =
        DenoisingObjective.of(data.sample(8, streams.fork(0)), weighting, SEED);
    Learner learner = Learner.paper(2, 128, 1, SEED);
    double h = learner.stepSize(objective);
    ScoreFunction score = learner.descend(objective, h, Workers.of(1), steps).get(0);
    return MeasuredLoss.of(objective, score, data, 2000, SEED);
  }

  /** No network of eq-8 escapes: what it leaves cannot fall below {@link HomogeneousFloor}. */
  static List<Check> measured(Budget budget) {
    int steps = budget.size(100, 1000);
    double least = Double.POSITIVE_INFINITY;
    for (int n : FEW) {
      MeasuredLoss run = trained(n, steps);
      double floor = floor(run.objective().weighting()).scoreNats();
      least = Math.min(least, run.scoreTerm().value() / floor);
    }
    String any = " of any network of eq-8, N(0, ½²I₂), σ̄ = 0.1 … 10";
    return List.of(
        equal(
            "exponent of N in the least L̄+C̄" + any + ", N = 100 … 800",
            slope(new double[] {100, 200, 400, 800}, n -> floor(narrow(n)).excess()),
            1,
            absolute(0.01, "the next order in 1/N")),
        atLeast(
            "least E_S, nats, N = 64, over that at N = 4",
            floor(narrow(64)).scoreNats() / floor(narrow(4)).scoreNats(),
            2,
            absolute(0, "it grows")),
        atLeast(
            "E_S / least E_S of three networks, " + steps + " steps, N = 4, 8, 16",
            least,
            1,
            absolute(0, "a lower bound")));
  }

  private static TotalWeighting narrow(double levels) {
    return TotalWeighting.edm(Design.edm(0.1, 10, 7, (int) levels));
  }

  private static HomogeneousFloor floor(TotalWeighting weighting) {
    return new HomogeneousFloor(weighting, 2, 0.5);
  }
}
