package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;
import static designspace.claim.Tolerance.relative;

import designspace.bound.Lemma13;
import designspace.bound.Lemma15;
import designspace.core.Points;
import designspace.data.Gaussian;
import designspace.sampling.Batch;
import designspace.sampling.ExponentialIntegrator;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.sampling.Sampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import designspace.score.ScoreFunction;
import java.util.List;

/** eq-10 and the lemmas about it on Gaussian data, with E3 and E4. */
final class GaussianClaims {
  private static final long SEED = 20240618;
  private static final Tolerance ROUNDING = relative(1e-10, "rounding over 100 steps");

  /** E3's example: s = 1, ‖m‖² = 4, EDM's grid with 100 steps. */
  private static final double S = 1;

  private static final double[] MEAN = {2};
  private static final NoiseGrid GRID = NoiseGrid.polynomial(0.002, 80, 7, 100);
  private static final Gaussian DATA = Gaussian.isotropic(MEAN, S);

  private GaussianClaims() {}

  static Claim eq10(Budget budget) {
    Gaussian data = Gaussian.of(new double[] {1, -2}, new double[][] {{1, 0.6}, {0.6, 0.5}});
    NoiseGrid grid = NoiseGrid.polynomial(0.002, 80, 7, 20);
    int n = budget.size(100_000, 2_000_000);
    Batch batch = Batch.of(n, 2, SEED);
    Points end = new ExponentialIntegrator().sample(ScoreFunction.exact(data), grid, batch);
    GaussianLaw law = GaussianLaw.of(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid);
    double[] truth = law.asGaussian().mean();
    double worst = 0;
    for (int j = 0; j < 2; j++) {
      double variance = law.asGaussian().spectrum().covariance().getEntry(j, j);
      double ofMean = (end.mean()[j] - truth[j]) / Math.sqrt(variance / n);
      double ofVariance = (end.variance()[j] / variance - 1) / Math.sqrt(2.0 / (n - 1));
      worst = Math.max(worst, Math.max(Math.abs(ofMean), Math.abs(ofVariance)));
    }
    Tolerance none = absolute(0, "4 standard errors: exceeded by chance once in 4000 runs");
    String quantity =
        "largest deviation of " + n + " samples from the exact law, in standard errors";
    return Claim.of("eq-10", List.of(atMost(quantity, worst, 4, none), gridAlone(data)))
        .withSeed(SEED);
  }

  /** Two designs, linear and √ variance, with one noise grid: the same samples. */
  private static Check gridAlone(Gaussian data) {
    TimeGrid linear = TimeGrid.exponential(0.002, 80, 20);
    NoiseGrid first = new Design(VarianceSchedule.linear(), linear).noiseGrid();
    NoiseGrid second = Design.song(0.002, 80, 20).noiseGrid();
    Batch batch = Batch.of(1000, 2, SEED);
    Sampler sampler = new ExponentialIntegrator();
    double[] one = sampler.sample(ScoreFunction.exact(data), first, batch).toArray();
    double[] other = sampler.sample(ScoreFunction.exact(data), second, batch).toArray();
    double worst = 0;
    for (int i = 0; i < one.length; i++) {
      worst = Math.max(worst, Math.abs(one[i] - other[i]));
    }
    String quantity = "largest difference of samples, σ̄ = t against σ̄ = √t, one noise grid";
    return atMost(quantity, worst, 0, absolute(1e-10, "rounding of levels up to 80"));
  }

  static Claim lemma13(Budget budget) {
    double[] mean = {2, -1, 0.5};
    double s = 0.7;
    Lemma13 lemma = new Lemma13(mean, s, GRID);
    Gaussian data = Gaussian.isotropic(mean, s);
    GaussianLaw truth = GaussianLaw.of(LinearSampler.EXPONENTIAL_INTEGRATOR, data, GRID);
    double exact = truth.klOfMeanNats();
    return Claim.corrected(
        "lem-13",
        equal("printed mean term there, nats", lemma.printed().nats("mean"), exact, ROUNDING),
        List.of(
            equal(
                "corrected mean term, s=0.7, m=(2,−1,½), N=100, nats",
                lemma.corrected().nats("mean"),
                exact,
                ROUNDING),
            equal(
                "variance term there, nats",
                lemma.printed().nats("variance"),
                truth.klOfVarianceNats(),
                relative(1e-10, "rounding over 100 steps, times 1/|E_σ − 1| ≈ 10"))));
  }

  static Claim erratum3(Budget budget) {
    Lemma13 lemma = new Lemma13(MEAN, S, GRID);
    return Claim.of(
        "E3",
        List.of(
            equal(
                "corrected mean term at s=1, ‖m‖²=4, N=100, nats",
                lemma.corrected().nats("mean"),
                4.43e-8,
                printedDigits(4.43e-8, 3)),
            equal(
                "printed mean term there, nats",
                lemma.printed().nats("mean"),
                1.49e8,
                printedDigits(1.49e8, 3))));
  }

  static Claim lemma14(Budget budget) {
    Lemma15 lemma = new Lemma15(S, GRID);
    List<GaussianLaw> path = GaussianLaw.path(LinearSampler.EXPONENTIAL_INTEGRATOR, DATA, GRID);
    double worst = 0;
    for (int k = 0; k <= GRID.steps(); k++) {
      worst = Math.max(worst, Math.abs(lemma.variance(k) / path.get(k).variances()[0] - 1));
    }
    int end = GRID.steps();
    return Claim.of(
        "lem-14",
        List.of(
            equal(
                "variance of the last iterate, closed form against recursion",
                lemma.variance(end),
                path.get(end).variances()[0],
                ROUNDING),
            atMost(
                "largest relative difference over all iterates",
                worst,
                0,
                absolute(1e-10, "rounding over 100 steps"))));
  }

  static Claim lemma15(Budget budget) {
    Lemma15 lemma = new Lemma15(S, GRID);
    Tolerance rounding = absolute(1e-10, "rounding over 100 steps");
    double printed = worstMeanError(lemma, true);
    double corrected = worstMeanError(lemma, false);
    String quantity = "largest error of the iterates' mean, in units of m, ";
    return Claim.corrected(
        "lem-15",
        atMost(quantity + "with the printed plus", printed, 0, rounding),
        List.of(atMost(quantity + "with the minus", corrected, 0, rounding)));
  }

  static Claim erratum4(Budget budget) {
    int n = budget.size(100_000, 2_000_000);
    List<Points> path =
        new ExponentialIntegrator().path(ScoreFunction.exact(DATA), GRID, Batch.of(n, 1, SEED));
    Lemma15 lemma = new Lemma15(S, GRID);
    double minus = 0;
    double plus = 0;
    for (int k = 0; k <= GRID.steps(); k++) {
      double standardError = Math.sqrt(lemma.variance(k) / n);
      double sampled = path.get(k).mean()[0];
      double corrected = MEAN[0] * lemma.correctedMeanFactor(k);
      double printed = MEAN[0] * lemma.printedMeanFactor(k);
      minus = Math.max(minus, Math.abs(sampled - corrected) / standardError);
      plus = Math.max(plus, Math.abs(sampled - printed) / standardError);
    }
    String quantity = "largest deviation of the mean of " + n + " samples from the form with ";
    Tolerance chance = absolute(0, "101 correlated means: 4.5 is exceeded less than once in 1400");
    return Claim.of(
            "E4",
            List.of(
                atMost(quantity + "minus, in standard errors", minus, 4.5, chance),
                atLeast(quantity + "plus, in standard errors", plus, 10, chance)))
        .withSeed(SEED);
  }

  private static double worstMeanError(Lemma15 lemma, boolean printed) {
    List<GaussianLaw> path = GaussianLaw.path(LinearSampler.EXPONENTIAL_INTEGRATOR, DATA, GRID);
    double worst = 0;
    for (int k = 0; k <= GRID.steps(); k++) {
      double factor = printed ? lemma.printedMeanFactor(k) : lemma.correctedMeanFactor(k);
      worst = Math.max(worst, Math.abs(factor - path.get(k).mean()[0] / MEAN[0]));
    }
    return worst;
  }
}
