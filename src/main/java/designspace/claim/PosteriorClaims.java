package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Tolerance.absolute;

import designspace.core.Estimate;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.GaussianMixture;
import designspace.data.Information;
import designspace.data.LineQuadrature;
import designspace.score.ScoreError;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.RealMatrix;

/** lem-11 and lem-12: the score as a posterior moment, and as a martingale. */
final class PosteriorClaims {
  private static final GaussianMixture DATA = MixtureReference.DATA;
  private static final double[] TAUS = {0.01, 0.1, 1, 10};
  private static final double[] PLACES = {-3, -1, 0, 0.7, 2, 4};
  private static final long SEED = 20240620;

  private PosteriorClaims() {}

  static Claim lemma11(Budget budget) {
    Tolerance quadrature = absolute(1e-9, "error of the quadrature");
    Tolerance difference = absolute(1e-6, "central differences");
    double ofScore = 0;
    double ofJacobian = 0;
    double ofDecay = 0;
    for (double tau : TAUS) {
      for (double x : PLACES) {
        Bayes bayes = new Bayes(tau, x);
        double score = score(tau, x);
        ofScore = Math.max(ofScore, Math.abs(score + (x - bayes.mean) / tau) * Math.sqrt(tau));
        double h = 1e-4 * Math.sqrt(tau);
        double slope = (score(tau, x + h) - score(tau, x - h)) / (2 * h);
        double expected = -1 / tau + bayes.variance / (tau * tau);
        ofJacobian = Math.max(ofJacobian, Math.abs(slope - expected) * tau);
      }
      ofDecay = Math.max(ofDecay, Math.abs(decay(tau)));
    }
    return Claim.of(
        "lem-11",
        List.of(
            atMost("largest |∇log p + (x − E[X₀|x])/τ| √τ over τ and x", ofScore, 0, quadrature),
            atMost("largest |∇²log p − (−1/τ + Var/τ²)| τ", ofJacobian, 0, difference),
            atMost(
                "largest relative error of dE[Var]/dτ = E[Var²]/τ², τ 0.01 … 10",
                ofDecay,
                0,
                difference),
            atMost("largest relative error of J = 1/τ − mmse/τ²", tie(), 0, quadrature),
            atMost(
                "tilted bumps in the plane: largest entry of |τ∇²log p + I − Cov/τ|",
                inThePlane(),
                0,
                difference)));
  }

  private static double score(double tau, double x) {
    return DATA.score(Math.sqrt(tau), Points.of(new double[] {x})).get(0, 0);
  }

  /** ∇²log p = −I/τ + Cov/τ² entry by entry, by central differences of the score. */
  private static double inThePlane() {
    GaussianMixture plane = LedgerClaims.data().get(2);
    double worst = 0;
    for (double tau : TAUS) {
      double sigma = Math.sqrt(tau);
      double h = 1e-4 * sigma;
      for (double place : PLACES) {
        double[] x = {place, 1 - place};
        RealMatrix covariance = plane.posteriorCovariance(sigma, x);
        for (int j = 0; j < 2; j++) {
          double[] left = x.clone();
          double[] right = x.clone();
          left[j] -= h;
          right[j] += h;
          Points score = plane.score(sigma, Points.of(left, right));
          for (int i = 0; i < 2; i++) {
            double slope = (score.get(1, i) - score.get(0, i)) / (2 * h);
            double expected = (i == j ? -1 : 0) + covariance.getEntry(i, j) / tau;
            worst = Math.max(worst, Math.abs(tau * slope - expected));
          }
        }
      }
    }
    return worst;
  }

  private static double tie() {
    Information line = DATA.information();
    double worst = 0;
    for (double tau : TAUS) {
      double j = line.fisherInformation(tau).value();
      worst = Math.max(worst, Math.abs((1 / tau - line.mmse(tau).value() / tau / tau) / j - 1));
    }
    return worst;
  }

  /** Relative difference of d mmse/dτ from E[Var²]/τ². */
  private static double decay(double tau) {
    LineQuadrature line = new LineQuadrature(DATA);
    double h = 1e-4 * tau;
    double slope = (line.mmse(tau + h).value() - line.mmse(tau - h).value()) / (2 * h);
    DoubleUnaryOperator square = x -> Math.pow(new Bayes(tau, x).variance / tau, 2);
    return slope / line.expectation(tau, square).value() - 1;
  }

  /** Mean and variance of X₀ given X_τ = x by Bayes' rule on a grid of clean points. */
  private static final class Bayes {
    private static final double STEP = 0.01; // a twentieth of the narrowest bump
    private static final double REACH = 9;

    private final double mean;
    private final double variance;

    Bayes(double tau, double x) {
      double[] moments = new double[3];
      double peak = DATA.logDensity(Math.sqrt(tau), x);
      for (double clean = -REACH; clean <= REACH; clean += STEP) {
        double square = (x - clean) * (x - clean) / tau;
        double log = DATA.logDensity(0, clean) - 0.5 * (square + Math.log(2 * Math.PI * tau));
        double weight = STEP * Math.exp(log - peak);
        moments[0] += weight;
        moments[1] += weight * clean;
        moments[2] += weight * clean * clean;
      }
      mean = moments[1] / moments[0];
      variance = moments[2] / moments[0] - mean * mean;
    }
  }

  /** E‖L_t − L_s‖² along forward paths against the difference of J. */
  static Claim lemma12(Budget budget) {
    int n = budget.size(100_000, 2_000_000);
    RandomStreams streams = new RandomStreams(SEED);
    Points x = DATA.sample(n, streams.fork(0)).plusNoise(0.1, streams.fork(1));
    Points first = DATA.score(0.1, x);
    Points last = first;
    double tau = 0.01;
    double worst = 0;
    double ofMean = 0;
    for (double next : new double[] {0.1, 1, 10, 100}) {
      x = x.plusNoise(Math.sqrt(next - tau), streams.fork(Math.round(next * 100)));
      Points score = DATA.score(Math.sqrt(next), x);
      worst = Math.max(worst, deviation(last, score, tau, next));
      worst = Math.max(worst, deviation(first, score, 0.01, next));
      Estimate mean = Estimate.mean(product(last, score, x.column(0)));
      ofMean = Math.max(ofMean, Math.abs(mean.value() / mean.error()));
      last = score;
      tau = next;
    }
    Tolerance chance = absolute(0, "7 numbers: 4 standard errors are exceeded once in 2000 runs");
    String quantity =
        "E‖L_t − L_s‖² − (J(τ_t) − J(τ_s)), largest deviation of " + n + " paths, s.e.";
    String martingale = "E[(L_t − L_s) x_s] = 0, largest deviation of " + n + " paths, s.e.";
    Tolerance four = absolute(0, "4 numbers: 4 standard errors are exceeded once in 4000 runs");
    return Claim.of(
            "lem-12",
            List.of(atMost(quantity, worst, 4, chance), atMost(martingale, ofMean, 4, four)))
        .withSeed(SEED);
  }

  private static double deviation(Points low, Points high, double tau, double next) {
    Information line = DATA.information();
    double exact = line.fisherInformation(tau).value() - line.fisherInformation(next).value();
    Estimate sampled = Estimate.mean(ScoreError.squaredDistances(low, high));
    return Math.abs(sampled.value() - exact) / sampled.error();
  }

  /** (low − high) x of each path: zero on average if the score is a martingale. */
  private static double[] product(Points low, Points high, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = (low.get(i, 0) - high.get(i, 0)) * x[i];
    }
    return product;
  }
}
