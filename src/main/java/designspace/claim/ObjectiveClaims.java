package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.Information;
import designspace.schedule.Design;
import designspace.score.ScoreError;
import designspace.score.ScoreFunction;
import designspace.score.ScoreInjection;
import designspace.training.DenoisingLoss;
import designspace.training.TotalWeighting;
import java.util.List;

/** eq-6-7 and E13: what the weighted objective is made of. */
final class ObjectiveClaims {
  private static final long SEED = 20240630;
  private static final GaussianMixture DATA = MixtureReference.DATA;
  private static final List<Design> DESIGNS =
      List.of(Design.edm(0.02, 10, 7, 10), Design.song(0.02, 10, 10));

  private ObjectiveClaims() {}

  /** w = σ_t², the weight that E_S has in thm-2. */
  static Claim objective(Budget budget) {
    int n = budget.size(5000, 200_000);
    double printed = 0;
    double corrected = 0;
    for (Design design : DESIGNS) {
      TotalWeighting asPrinted = TotalWeighting.printed(design, design.variance()::rate);
      TotalWeighting mended = TotalWeighting.corrected(design, design.variance()::rate);
      double floor = floor(mended);
      for (ScoreFunction score : scores()) {
        printed = Math.max(printed, deviation(gaps(score, asPrinted, mended, n), floor));
        corrected = Math.max(corrected, deviation(gaps(score, mended, mended, n), floor));
      }
    }
    String quantity =
        "½Σβ_jE‖σ̄_jS+ξ‖² − ½Σw(t_j)Δt_jE‖S−∇log p‖² + C̄, 2 designs × 3 scores, largest in s.e., ";
    Tolerance chance = absolute(0, "6 numbers: 4 standard errors are exceeded once in 2600 runs");
    return Claim.corrected(
            "eq-6-7",
            atMost(quantity + "with eq. 7's printed β = wΔt/σ̄", printed, 4, chance),
            List.of(atMost(quantity + "with β = wΔt/σ̄²", corrected, 4, chance)))
        .withSeed(SEED);
  }

  private static List<ScoreFunction> scores() {
    return List.of(
        ScoreFunction.exact(DATA),
        ScoreInjection.bias(DATA, sigma -> new double[] {0.7}),
        ScoreInjection.multiplicative(DATA, -0.4));
  }

  /** −C̄ = ½Σw(t_j)Δt_j(1/τ_j − J_j); wΔt is c of the corrected weighting. */
  private static double floor(TotalWeighting corrected) {
    Information line = DATA.information();
    double floor = 0;
    for (int j = 1; j <= corrected.levels(); j++) {
      double tau = corrected.sigma(j) * corrected.sigma(j);
      floor += 0.5 * corrected.c(j) * (1 / tau - line.fisherInformation(tau).value());
    }
    return floor;
  }

  /**
   * ½Σβ_j‖σ̄_jS+ξ_ij‖² − ½Σw(t_j)Δt_j‖S−∇log p‖² of n points, each with its noise at each level.
   */
  private static double[] gaps(
      ScoreFunction score, TotalWeighting beta, TotalWeighting corrected, int n) {
    Points clean = DATA.sample(n, streams(0));
    double[] gap = new double[n];
    for (int j = 1; j <= beta.levels(); j++) {
      double sigma = beta.sigma(j);
      Points x = clean.plusNoise(sigma, streams(j));
      double[] terms = DenoisingLoss.terms(score, clean, sigma, streams(j));
      double[] errors = ScoreError.squaredDistances(score.at(sigma, x), DATA.score(sigma, x));
      for (int i = 0; i < n; i++) {
        gap[i] += 0.5 * (beta.beta(j) * terms[i] - corrected.c(j) * errors[i]);
      }
    }
    return gap;
  }

  private static double deviation(double[] gaps, double expected) {
    Estimate mean = Estimate.mean(gaps);
    return Math.abs(mean.value() - expected) / mean.error();
  }

  /** f = β‖·‖² adds up to ½n⁻¹ΣwΔt‖S−∇log g‖², g the Gaussian kernel; f = β‖·‖ does not. */
  static Claim erratum13(Budget budget) {
    Gaussian plane = Gaussian.isotropic(2, 1);
    Points clean = plane.sample(100, streams(0));
    TotalWeighting beta = TotalWeighting.corrected(DESIGNS.get(0), t -> 1);
    ScoreFunction score = ScoreInjection.multiplicative(plane, -0.4);
    ScoreFunction doubled =
        (sigma, x) -> combine(2, score.at(sigma, x), -1, kernelScore(clean, sigma, x));
    double objective = explicit(score, clean, beta);
    double norms = sumOfNorms(score, clean, beta, 1);
    double growth = explicit(doubled, clean, beta) / objective;
    double growthOfNorms = sumOfNorms(doubled, clean, beta, 1) / norms;
    String sum = "(1/2n)Σβ‖σ̄S+ξ‖";
    String what = "½n⁻¹ΣwΔt‖S−∇log g‖², 100 points in the plane";
    Tolerance rounding = relative(1e-12, "rounding");
    Tolerance clear = absolute(0, "clearly not 1");
    double ratio = sumOfNorms(score, clean, beta, 2) / objective;
    double off = Math.abs(norms / objective - 1);
    return Claim.of(
            "E13",
            List.of(
                equal(sum + "² / " + what, ratio, 1, rounding),
                atLeast("how far from 1 that ratio is without the square", off, 0.1, clear),
                equal("growth of the latter with every σ̄S+ξ doubled", growth, 4, rounding),
                equal("growth of " + sum + " without the square", growthOfNorms, 2, rounding)))
        .withSeed(SEED);
  }

  /** (1/2n)Σ_iΣ_j β_j‖σ̄_jS+ξ_ij‖^power. */
  private static double sumOfNorms(
      ScoreFunction score, Points clean, TotalWeighting beta, int power) {
    double sum = 0;
    for (int j = 1; j <= beta.levels(); j++) {
      for (double term : DenoisingLoss.terms(score, clean, beta.sigma(j), streams(j))) {
        sum += beta.beta(j) * Math.pow(term, 0.5 * power) / (2 * clean.size());
      }
    }
    return sum;
  }

  /** ½n⁻¹Σ_iΣ_j w(t_j)Δt_j‖S−∇log g‖²; c_j is wΔt here. */
  private static double explicit(ScoreFunction score, Points clean, TotalWeighting beta) {
    double sum = 0;
    for (int j = 1; j <= beta.levels(); j++) {
      double sigma = beta.sigma(j);
      Points x = clean.plusNoise(sigma, streams(j));
      Points kernel = kernelScore(clean, sigma, x);
      for (double error : ScoreError.squaredDistances(score.at(sigma, x), kernel)) {
        sum += beta.c(j) * error / (2 * clean.size());
      }
    }
    return sum;
  }

  /** The noise of a level; of level 0, which is not trained, the data. */
  private static RandomStreams streams(int level) {
    return new RandomStreams(SEED).fork(level);
  }

  /** ∇log g = −(x − x₀)/τ. */
  private static Points kernelScore(Points clean, double sigma, Points x) {
    double tau = sigma * sigma;
    return combine(1 / tau, clean, -1 / tau, x);
  }

  private static Points combine(double a, Points x, double b, Points y) {
    double[] sum = x.toArray();
    double[] other = y.toArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a * sum[i] + b * other[i];
    }
    return Points.owning(sum, x.dimension());
  }
}
