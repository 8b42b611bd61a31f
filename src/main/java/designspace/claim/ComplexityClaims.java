package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.RemarkClaims.slope;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.IterationComplexity;
import designspace.bound.PathLedger;
import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.study.ScheduleStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** E8 and tab-2, of which the second half, how many steps are needed, is here. */
public final class ComplexityClaims {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;
  private static final double DELTA = 0.002;
  private static final double[] MOMENTS = {4, 16, 64, 256};
  private static final double EPSILON = 0.1;

  private ComplexityClaims() {}

  /** Both schedules of the Paper from DELTA to σ_max, as functions of N. */
  public static IntFunction<Design> schedule(boolean polynomial, double sigmaMax) {
    return polynomial
        ? n -> Design.edm(DELTA, sigmaMax, 7, n)
        : n -> Design.song(DELTA, sigmaMax, n);
  }

  /** Least N with error ≤ ε on a schedule that runs to σ_max = m₂/√ε. */
  public static double least(
      Gaussian data, boolean polynomial, double epsilon, ToDoubleFunction<Design> error) {
    double sigmaMax = Math.sqrt(data.secondMoment() / epsilon);
    IntFunction<Design> family = schedule(polynomial, sigmaMax);
    return IterationComplexity.leastSteps(epsilon, n -> error.applyAsDouble(family.apply(n)))
        .orElseThrow();
  }

  /** E_I + E_D as certified from d and m₂². */
  public static double certified(Gaussian data, Design design) {
    return new Theorem2(data, design).certified().totalNats();
  }

  /** E_I + E_D exactly. */
  public static double path(Gaussian data, Design design) {
    return PathLedger.exactScore(EQ_10, data, design.noiseGrid()).totalNats();
  }

  /** KL of what arrives, exactly. */
  public static double marginal(Gaussian data, Design design) {
    return GaussianLaw.of(EQ_10, data, design.noiseGrid()).klNats();
  }

  private static Gaussian scalar(double secondMoment) {
    return Gaussian.isotropic(1, Math.sqrt(secondMoment));
  }

  private static IterationComplexity table(double secondMoment) {
    return IterationComplexity.of(1, secondMoment, DELTA, EPSILON);
  }

  static Claim erratum8(Budget budget) {
    double printed = slope(MOMENTS, m -> unlogged(table(m).printedExponential(), m));
    double corrected = slope(MOMENTS, m -> unlogged(table(m).correctedExponential(), m));
    double derived = slope(MOMENTS, m -> (m + 1) / EPSILON);
    double certified =
        slope(
            MOMENTS,
            m -> unlogged(least(scalar(m), false, EPSILON, d -> certified(scalar(m), d)), m));
    Tolerance power = absolute(1e-9, "a power law");
    double worst = 0;
    for (double m : new double[] {0.01, 0.5, 1, 30, 1000}) {
      double direct = (m + 1) / EPSILON * log2(m);
      double ratio = direct / table(m).correctedExponential();
      worst = Math.max(worst, Math.abs(Math.log(ratio) - 0.5 * Math.log(2)));
    }
    return Claim.of(
        "E8",
        List.of(
            equal(
                "exponent of m₂² in the printed N, ε = 0.1, d = 1, less its logarithm",
                printed,
                2,
                power),
            equal("with the prefactor (m₂²∨d)/m₂²", corrected, 1, power),
            equal(
                "in (m₂²+d)/ε, from which it comes",
                derived,
                1,
                absolute(0.1, "m₂²+d is no power of m₂² at m₂² = 4 … 256")),
            atMost(
                "|ln(derived/corrected) − ln√2|: derived is within [1, 2] of corrected",
                worst,
                0.5 * Math.log(2),
                absolute(1e-12, "rounding")),
            atMost(
                "exponent of m₂² in the certified N, less its logarithm",
                certified,
                1,
                absolute(0, "the bound itself needs less than the table says"))));
  }

  /** N without its factor ln²(σ_max/σ_min), which varies with m₂² too. */
  private static double unlogged(double steps, double secondMoment) {
    return steps / log2(secondMoment);
  }

  private static double log2(double secondMoment) {
    double log = Math.log(Math.sqrt(secondMoment / EPSILON) / DELTA);
    return log * log;
  }

  /** Table 2: the verdict on trained networks, the score's error, the sampler's own. */
  static Claim table2(Budget budget) {
    List<Check> checks = new ArrayList<>(VerdictClaims.corrected());
    checks.addAll(ScoreTermClaims.checks(budget));
    checks.addAll(secondHalf());
    return Claim.corrected("tab-2", VerdictClaims.printed(), checks).withSeed(ScheduleStudy.SEED);
  }

  /** Which schedule needs fewer steps for E_I + E_D. */
  private static List<Check> secondHalf() {
    Gaussian data = Gaussian.isotropic(1, 0.5);
    double epsilon = 0.01;
    IterationComplexity table = IterationComplexity.of(1, 0.25, DELTA, epsilon);
    double certified =
        least(data, false, epsilon, d -> certified(data, d))
            / least(data, true, epsilon, d -> certified(data, d));
    double path =
        least(data, false, epsilon, d -> path(data, d))
            / least(data, true, epsilon, d -> path(data, d));
    double point =
        least(small(), false, epsilon, d -> path(small(), d))
            / least(small(), true, epsilon, d -> path(small(), d));
    Tolerance ranking = absolute(0, "a ranking of exact numbers");
    return List.of(
        atMost(
            "N exponential / N polynomial(7), second half of the table, ε = 0.01",
            table.correctedExponential() / table.correctedPolynomial(7),
            1,
            ranking),
        atMost("the same from the certified bound, N(0, 0.5²)", certified, 1, ranking),
        atMost("in truth (path KL), N(10, 0.0004²)", point, 1, ranking),
        atLeast("against tab-2: in truth (path KL), N(0, 0.5²)", path, 1, ranking));
  }

  /** Far narrower than the least noise. */
  private static Gaussian small() {
    return Gaussian.isotropic(new double[] {10}, DELTA / 5);
  }
}
