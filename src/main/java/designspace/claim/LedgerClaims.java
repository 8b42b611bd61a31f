package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.BoundReport;
import designspace.bound.PathLedger;
import designspace.bound.PathLikelihood;
import designspace.bound.SampledLedger;
import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.schedule.NoiseGrid;
import designspace.score.ScoreError;
import designspace.score.ScoreFunction;
import designspace.score.ScoreInjection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** B1: the ledger against the definition of path KL. */
public final class LedgerClaims {
  private static final long SEED = 20240624;
  private static final NoiseGrid GRID = NoiseGrid.polynomial(0.05, 20, 7, 20);

  private LedgerClaims() {}

  /** Mixtures in 1, 2 and 16 dimensions: three bumps, three tilted bumps, eight scattered ones. */
  public static Map<Integer, GaussianMixture> data() {
    Map<Integer, GaussianMixture> data = new LinkedHashMap<>();
    data.put(1, MixtureReference.DATA);
    data.put(
        2,
        GaussianMixture.of(
            new double[] {0.3, 0.5, 0.2},
            Gaussian.of(new double[] {-2, 0}, new double[][] {{0.3, 0.2}, {0.2, 0.4}}),
            Gaussian.of(new double[] {1, 1}, new double[][] {{0.5, -0.3}, {-0.3, 0.3}}),
            Gaussian.of(new double[] {1, -2}, new double[][] {{0.1, 0}, {0, 0.6}})));
    Points centres = Gaussian.isotropic(16, 1).sample(8, new RandomStreams(SEED));
    double[] weights = new double[8];
    Arrays.setAll(weights, k -> k + 1);
    data.put(16, GaussianMixture.of(weights, centres, 0.4));
    return data;
  }

  /** The exact score and three wrong ones. */
  public static Map<String, ScoreFunction> scores(DataDistribution data) {
    double[] shift = new double[data.dimension()];
    Arrays.fill(shift, 0.3 / Math.sqrt(shift.length));
    Map<String, ScoreFunction> scores = new LinkedHashMap<>();
    scores.put("exact score", ScoreFunction.exact(data));
    scores.put("bias", ScoreInjection.bias(data, sigma -> shift));
    scores.put("multiplicative", ScoreInjection.multiplicative(data, -0.5));
    scores.put("random field", ScoreInjection.randomField(data, 0.3, 1, SEED));
    return scores;
  }

  /** The ledger: by quadrature on the line, by simulation of its terms elsewhere. */
  public static BoundReport ledger(
      GaussianMixture data, NoiseGrid grid, ScoreFunction score, int n, long seed) {
    return data.dimension() == 1
        ? PathLedger.withScoreError(
            PathLedger.exactScore(data, grid),
            grid,
            sigma -> ScoreError.onLine(score, data, sigma, 1).value())
        : SampledLedger.of(data, grid, score, n, seed);
  }

  static Claim settle(Budget budget) {
    int n = budget.size(20_000, 400_000);
    List<Check> checks = new ArrayList<>();
    data()
        .forEach(
            (d, data) ->
                scores(data).forEach((name, score) -> checks.add(check(d, data, name, score, n))));
    return Claim.of("B1", checks).withSeed(SEED);
  }

  private static Check check(int d, GaussianMixture data, String name, ScoreFunction score, int n) {
    RandomStreams seeds = new RandomStreams(SEED).fork(name.hashCode());
    BoundReport ledger = ledger(data, GRID, score, n, seeds.fork(1).seed());
    Estimate direct = PathLikelihood.klNats(data, GRID, score, n, seeds.fork(2).seed());
    double error = Math.hypot(ledger.error(), direct.error());
    double z = (direct.value() - ledger.totalNats()) / error;
    String quantity =
        String.format(
            Locale.ROOT,
            "d = %d, %s: mean log-ratio of %d paths less the ledger, %.4g nats, in s.e.",
            d,
            name,
            n,
            ledger.totalNats());
    return atMost(
        quantity, Math.abs(z), 3, absolute(0, "3 s.e.: exceeded by one of 12 once in 30 seeds"));
  }
}
