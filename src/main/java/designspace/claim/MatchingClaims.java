package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.GaussianMixture;
import designspace.data.Information;
import designspace.score.ScoreError;
import designspace.score.ScoreFunction;
import designspace.score.ScoreInjection;
import designspace.training.DenoisingLoss;
import java.util.Arrays;
import java.util.List;

/** eq-3-4, E1 and rem-1: score matching, denoising score matching and what lies between them. */
final class MatchingClaims {
  private static final GaussianMixture DATA = MixtureReference.DATA;
  private static final double[] SIGMAS = {0.1, 0.5, 2, 10};
  private static final long SEED = 20240621;
  private static final Tolerance CHANCE =
      absolute(0, "16 numbers: 4 standard errors are exceeded once in 1000 runs");

  private MatchingClaims() {}

  private static List<ScoreFunction> scores() {
    return List.of(
        ScoreFunction.exact(DATA),
        ScoreInjection.bias(DATA, sigma -> new double[] {0.7}),
        ScoreInjection.multiplicative(DATA, -0.4),
        ScoreInjection.randomField(DATA, 0.5, 1.5, 1));
  }

  static Claim matching(Budget budget) {
    int n = budget.size(100_000, 2_000_000);
    double printed = 0;
    double corrected = 0;
    for (ScoreFunction score : scores()) {
      for (double sigma : SIGMAS) {
        printed = Math.max(printed, deviation(score, sigma, sigma, n));
        corrected = Math.max(corrected, deviation(score, sigma, sigma * sigma, n));
      }
    }
    String quantity =
        "denoising − explicit score matching + C_t, 4 scores × 4 σ, largest in s.e., ";
    return Claim.corrected(
            "eq-3-4",
            atMost(quantity + "with eq. 4's printed prefactor 1/σ̄", printed, 4, CHANCE),
            List.of(atMost(quantity + "with the prefactor 1/σ̄²", corrected, 4, CHANCE)))
        .withSeed(SEED);
  }

  /** (‖σ̄S+ξ‖²/divisor − ‖S−∇log p‖²) against 1/τ − J = −C_t, in standard errors. */
  private static double deviation(ScoreFunction score, double sigma, double divisor, int n) {
    RandomStreams streams = new RandomStreams(SEED);
    Points clean = DATA.sample(n, streams.fork(0));
    double[] gap = DenoisingLoss.terms(score, clean, sigma, streams.fork(1));
    Points x = clean.plusNoise(sigma, streams.fork(1));
    double[] explicit = ScoreError.squaredDistances(score.at(sigma, x), DATA.score(sigma, x));
    for (int i = 0; i < n; i++) {
      gap[i] = gap[i] / divisor - explicit[i];
    }
    double tau = sigma * sigma;
    double expected = 1 / tau - DATA.information().fisherInformation(tau).value();
    Estimate mean = Estimate.mean(gap);
    return Math.abs(mean.value() - expected) / mean.error();
  }

  static Claim erratum1(Budget budget) {
    int n = 1000;
    double sigma = 0.5;
    RandomStreams streams = new RandomStreams(SEED);
    Points clean = DATA.sample(n, streams.fork(0));
    ScoreFunction score = scores().get(1);
    Points x = clean.plusNoise(sigma, streams.fork(1));
    double kernel = 0; // ‖S − ∇log g‖², g the Gaussian kernel: ∇log g = −(x − x₀)/τ
    Points s = score.at(sigma, x);
    for (int i = 0; i < n; i++) {
      kernel += Math.pow(s.get(i, 0) + (x.get(i, 0) - clean.get(i, 0)) / 0.25, 2) / n;
    }
    double unit = Estimate.mean(DenoisingLoss.terms(score, clean, sigma, streams.fork(1))).value();
    Tolerance rounding = relative(1e-12, "rounding");
    return Claim.of(
            "E1",
            List.of(
                equal("E‖S−∇log g‖² / (E‖σ̄S+ξ‖²/σ̄²), σ̄ = 0.5", kernel / (unit * 4), 1, rounding),
                equal("with the printed 1/σ̄ that ratio is 1/σ̄", kernel / (unit * 2), 2, rounding),
                equal("½Σβ_j mmse_j/τ_j / (−C̄), β = wΔt/σ̄²", floorRatio(2), 1, rounding),
                atMost(
                    "the same with the printed β = wΔt/σ̄, σ̄ = 0.1 … 10",
                    floorRatio(1),
                    0.5,
                    absolute(0, "clearly not 1"))))
        .withSeed(SEED);
  }

  /** ½Σβ_j mmse_j/τ_j over ½Σ w Δt (1/τ − J), β = wΔt/σ̄^power, w = 1, σ̄ = t = 0.1 … 10. */
  private static double floorRatio(int power) {
    Information line = DATA.information();
    double floor = 0;
    double constant = 0;
    for (int j = 1; j <= 40; j++) {
      double sigma = 0.1 * Math.pow(100, j / 40.0);
      double dt = sigma - 0.1 * Math.pow(100, (j - 1) / 40.0);
      double tau = sigma * sigma;
      floor += 0.5 * dt / Math.pow(sigma, power) * line.mmse(tau).value() / tau;
      constant += 0.5 * dt * (1 / tau - line.fisherInformation(tau).value());
    }
    return floor / constant;
  }

  static Claim remark1(Budget budget) {
    int n = budget.size(100_000, 2_000_000);
    double sigma = 0.5;
    double floor = DenoisingLoss.floor(DATA, sigma).value();
    Estimate exact = DenoisingLoss.population(scores().get(0), DATA, sigma, n, SEED);
    double least = Double.POSITIVE_INFINITY;
    for (ScoreFunction wrong : scores().subList(1, 4)) {
      least =
          Math.min(least, DenoisingLoss.population(wrong, DATA, sigma, n, SEED).value() / floor);
    }
    Points few = DATA.sample(20, new RandomStreams(SEED).fork(2));
    RandomStreams fixed = new RandomStreams(SEED).fork(3);
    double[] memorised = DenoisingLoss.terms(ScoreFunction.exact(cloud(few)), few, 0.01, fixed);
    double low = DenoisingLoss.floor(DATA, 0.01).value();
    Tolerance exactly = absolute(0, "an inequality");
    return Claim.of(
            "rem-1",
            List.of(
                atLeast("floor mmse/τ of E‖σ̄S+ξ‖² at σ̄ = 0.5", floor, 0.1, exactly),
                atMost(
                    "exact score: |loss − floor| in standard errors of " + n + " points",
                    Math.abs(exact.value() - floor) / exact.error(),
                    4,
                    absolute(0, "4 standard errors: exceeded once in 16 000 runs")),
                atLeast("three wrong scores: least loss / floor", least, 1, exactly),
                atMost(
                    "empirical loss / floor, 20 training points memorised, σ̄ = 0.01",
                    Estimate.mean(memorised).value() / low,
                    0.5,
                    absolute(0, "below the floor by a clear margin")),
                interpolated(few, fixed),
                TrainedFloor.empirical(),
                TrainedFloor.population(budget)))
        .withSeed(SEED);
  }

  /** Equal weights, nearly points: the best denoiser of the training set itself. */
  private static GaussianMixture cloud(Points points) {
    double[] weights = new double[points.size()];
    Arrays.fill(weights, 1);
    return GaussianMixture.of(weights, points, 1e-6);
  }

  /** Fixed noise: a function that returns −ξ_i/σ̄ at each noisy point has no empirical loss. */
  private static Check interpolated(Points clean, RandomStreams fixed) {
    Points noisy = clean.plusNoise(0.01, fixed);
    ScoreFunction interpolant =
        ScoreFunction.pointwise(
            (sigma, x) -> {
              int nearest = 0;
              for (int i = 1; i < noisy.size(); i++) {
                boolean nearer =
                    Math.abs(x[0] - noisy.get(i, 0)) < Math.abs(x[0] - noisy.get(nearest, 0));
                nearest = nearer ? i : nearest;
              }
              return new double[] {(clean.get(nearest, 0) - x[0]) / (sigma * sigma)};
            });
    double loss = Estimate.mean(DenoisingLoss.terms(interpolant, clean, 0.01, fixed)).value();
    String quantity = "empirical loss with fixed noise of a function that interpolates it";
    return atMost(quantity, loss, 0, absolute(1e-20, "rounding, squared"));
  }
}
