package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.core.RandomStreams;
import designspace.training.Angles;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.special.Erf;

/** lem-2 and lem-3: angles of normal vectors. */
final class AngleClaims {
  private static final long SEED = 20240629;
  private static final double THETA = Math.PI / 4;

  private AngleClaims() {}

  static Claim lemma2(Budget budget) {
    int n = budget.size(40_000, 1_000_000);
    String frequency = "frequency of w·v₁ ≥ 0, w·v₂ ≥ 0";
    return Claim.of(
            "lem-2",
            List.of(
                atMost(
                    frequency + " − (π−∠)/2π, 6 angles × 4 dimensions, largest in s.e.",
                    worstFrequency(n),
                    4,
                    absolute(0, "24 numbers: 4 standard errors are exceeded once in 650 runs")),
                equal(
                    frequency + " for v₂ = −v₁, d = 10",
                    bothPass(Math.PI, 10, n),
                    Angles.bothPass(Math.PI),
                    absolute(0, "w·v₁ = 0 has no chance")),
                atMost(
                    "largest |∫₀^∞ φ(u)Φ(u cot ∠)du − (π−∠)/2π|, ∠ = 0.05 … 3.05",
                    worstQuadrature(),
                    0,
                    absolute(1e-9, "accuracy asked of the quadrature"))))
        .withSeed(SEED);
  }

  private static double worstFrequency(int n) {
    double worst = 0;
    for (double angle : new double[] {0, 0.1, Math.PI / 4, Math.PI / 2, 2, 3}) {
      double p = Angles.bothPass(angle);
      for (int d : new int[] {2, 3, 10, 50}) {
        worst = Math.max(worst, Math.abs(bothPass(angle, d, n) - p) / Math.sqrt(p * (1 - p) / n));
      }
    }
    return worst;
  }

  /** How often a normal w makes no obtuse angle with either of two vectors so far apart. */
  private static double bothPass(double angle, int d, int n) {
    RandomStreams streams = new RandomStreams(SEED).fork(d);
    double[][] v = pair(angle, normal(d, streams.stream(0)), normal(d, streams.stream(1)));
    RandomGenerator random = streams.fork(Double.doubleToLongBits(angle)).stream(0);
    int both = 0;
    for (int i = 0; i < n; i++) {
      double[] w = normal(d, random);
      both += dot(w, v[0]) >= 0 && dot(w, v[1]) >= 0 ? 1 : 0;
    }
    return (double) both / n;
  }

  /** a and cos(angle) a + sin(angle) u, where u ⊥ a is as long as a. */
  private static double[][] pair(double angle, double[] a, double[] b) {
    double along = dot(a, b) / dot(a, a);
    double length = Math.sqrt(dot(a, a) / (dot(b, b) - along * dot(a, b)));
    double sine = angle == Math.PI ? 0 : Math.sin(angle); // the rounded π has a sine
    double[] turned = new double[a.length];
    Arrays.setAll(turned, i -> Math.cos(angle) * a[i] + sine * length * (b[i] - along * a[i]));
    return new double[][] {a, turned};
  }

  private static double[] normal(int d, RandomGenerator random) {
    double[] w = new double[d];
    Arrays.setAll(w, i -> random.nextGaussian());
    return w;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double worstQuadrature() {
    double worst = 0;
    for (int i = 1; i <= 61; i++) {
      worst = Math.max(worst, Math.abs(orthant(0.05 * i) - Angles.bothPass(0.05 * i)));
    }
    return worst;
  }

  /** P(X ≥ 0, Y ≥ 0) of a normal pair of correlation cos(angle), given X = u and averaged. */
  private static double orthant(double angle) {
    double cotangent = 1 / Math.tan(angle);
    UnivariateFunction integrand =
        u -> Math.exp(-0.5 * u * u) * 0.5 * Erf.erfc(-u * cotangent / Math.sqrt(2));
    double integral =
        new IterativeLegendreGaussIntegrator(16, 1e-10, 1e-11).integrate(100_000, integrand, 0, 9);
    return integral / Math.sqrt(2 * Math.PI);
  }

  static Claim lemma3(Budget budget) {
    int n = budget.size(40_000, 1_000_000);
    return Claim.of(
            "lem-3",
            List.of(
                atMost(
                    "frequency of ∠(ξ₁,ξ₂) > 3π/4 − ½I_½((d−1)/2,½), d = 2 … 12, largest in s.e.",
                    worstShare(n),
                    4,
                    absolute(0, "5 numbers: 4 standard errors are exceeded once in 3000 runs")),
                atMost(
                    "the formula / the areas of an arc and of caps in 3 and 4 dimensions − 1",
                    closedForms(),
                    0,
                    absolute(1e-13, "rounding of the incomplete beta function")),
                atMost(
                    "largest P / e^{−½ ln 2 (d+1)}, d = 2 … 1000",
                    worstOfBound(),
                    1,
                    absolute(0, "a bound")),
                equal(
                    "growth of −ln(P√d) a dimension, d = 256 … 512",
                    growth(256, 512),
                    0.5 * Math.log(2),
                    relative(1e-4, "the next order, 1/d, between the two")),
                unionBound(1_000_000)))
        .withSeed(SEED);
  }

  private static double worstShare(int n) {
    double worst = 0;
    for (int d : new int[] {2, 3, 5, 8, 12}) {
      double p = Angles.capShare(d, THETA);
      worst = Math.max(worst, Math.abs(beyond(d, n) - p) / Math.sqrt(p * (1 - p) / n));
    }
    return worst;
  }

  /** θ/π, (1 − cos θ)/2 and (θ − sin θ cos θ)/π. */
  private static double closedForms() {
    double[] shares = {0.25, 0.5 * (1 - Math.sqrt(0.5)), 0.25 - 0.5 / Math.PI};
    double worst = 0;
    for (int d = 2; d <= 4; d++) {
      worst = Math.max(worst, Math.abs(Angles.capShare(d, THETA) / shares[d - 2] - 1));
    }
    return worst;
  }

  private static double worstOfBound() {
    double worst = 0;
    for (int d = 2; d <= 1000; d++) {
      worst = Math.max(worst, Angles.capShare(d, THETA) / Math.pow(2, -0.5 * (d + 1)));
    }
    return worst;
  }

  /** How often two normal vectors are more than π − θ apart. */
  private static double beyond(int d, int n) {
    RandomGenerator random = new RandomStreams(SEED).fork(1).stream(d);
    int count = 0;
    for (int i = 0; i < n; i++) {
      double angle = Angles.between(normal(d, random), normal(d, random));
      count += angle > Math.PI - THETA ? 1 : 0;
    }
    return (double) count / n;
  }

  private static double growth(int low, int high) {
    double of = Math.log(Angles.capShare(low, THETA) / Angles.capShare(high, THETA));
    return (of - 0.5 * Math.log((double) high / low)) / (high - low);
  }

  /** From which dimension on no pair of nN noises is expected that far apart. */
  private static Check unionBound(int pairs) {
    int d = 2;
    while (Angles.capShare(d, THETA) > Math.pow(pairs, -2)) {
      d++;
    }
    return atMost(
        "least d with P ≤ 1/(nN)², nN = 10⁶, against 4 log₂(nN) − 1",
        d,
        4 * Math.log(pairs) / Math.log(2) - 1,
        absolute(0, "where the bound gets there"));
  }
}
