package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.bound.BoundReport;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.metric.LogLogSlope;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** rem-2 and E12: on Gaussian data, which powers of d, m₂² and σ_T the bound gets right. */
final class RemarkClaims {
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;
  private static final double[] DIMENSIONS = {1, 2, 4, 8, 16, 32};
  private static final double[] MEANS = {10, 20, 50, 100, 200};
  private static final Design DESIGN = Design.edm(0.002, 80, 7, 100);
  private static final Tolerance CLOSED = absolute(1e-6, "a sum over equal directions");

  private RemarkClaims() {}

  static double slope(double[] x, DoubleUnaryOperator f) {
    return LogLogSlope.fit(x, Arrays.stream(x).map(f).toArray()).slope();
  }

  private static BoundReport path(Gaussian data, NoiseGrid grid) {
    return PathLedger.exactScore(EQ_10, data, grid);
  }

  private static Gaussian wide(double d) {
    return Gaussian.isotropic((int) d, 0.5);
  }

  /** N(m, 0.5²) on the line: m₂² = m² + ¼. */
  private static Gaussian shifted(double mean) {
    return Gaussian.isotropic(new double[] {mean}, 0.5);
  }

  static Claim remark2(Budget budget) {
    NoiseGrid grid = DESIGN.noiseGrid();
    double discretization = slope(DIMENSIONS, d -> path(wide(d), grid).nats(Part.DISCRETIZATION));
    double marginal = slope(DIMENSIONS, d -> GaussianLaw.of(EQ_10, wide(d), grid).klNats());
    double bound = slope(DIMENSIONS, d -> printed(wide(d)).nats(Part.DISCRETIZATION));
    double start = slope(MEANS, m -> path(shifted(m), grid).nats(Part.INITIALIZATION)) / 2;
    double ofBound = slope(MEANS, m -> printed(shifted(m)).nats(Part.DISCRETIZATION)) / 2;
    double ofTruth = slope(MEANS, m -> path(shifted(m), grid).nats(Part.DISCRETIZATION)) / 2;
    Tolerance finite = absolute(0.01, "m₂² = m² + ¼ on m = 10 … 200");
    return Claim.of(
        "rem-2",
        List.of(
            equal("exponent of d in the exact path E_D, N(0, 0.5² I)", discretization, 1, CLOSED),
            equal("exponent of d in the printed E_D, m₂² = d/4", bound, 1, CLOSED),
            equal("exponent of d in the exact marginal KL", marginal, 1, CLOSED),
            equal("exponent of m₂² in the exact path E_I, N(m, 0.5²)", start, 1, finite),
            atLeast(
                "exponent of m₂² in the printed E_D",
                ofBound,
                0.5,
                absolute(0, "its terms in m₂² take over from those in d")),
            equal(
                "exponent of m₂² in the exact E_D: a shift of the data costs no step anything",
                ofTruth,
                0,
                absolute(1e-12, "rounding of a constant"))));
  }

  private static BoundReport printed(Gaussian data) {
    return new Theorem2(data, DESIGN).printed();
  }

  /** Data N(m, 0.5²) with m = 2, and steps so many that only the start is wrong. */
  static Claim erratum12(Budget budget) {
    double[] starts = {20, 40, 80, 160};
    double marginal = slope(starts, s -> startOfMarginal(s, budget));
    double path = slope(starts, s -> path(shifted(2), grid(s, budget)).nats(Part.INITIALIZATION));
    double limit = 0.5 * 4 * (0.25 + 0.1 * 0.1) / Math.pow(160, 4);
    Gaussian two = Gaussian.of(new double[] {2, 1}, new double[][] {{0.25, 0.1}, {0.1, 0.5}});
    double[] mean = two.mean();
    double form = 0;
    double[] image = two.smoothed(0.1).spectrum().covariance().operate(mean);
    for (int j = 0; j < 2; j++) {
      form += 0.5 * mean[j] * image[j] / Math.pow(160, 4);
    }
    Tolerance next = relative(2e-3, "the excess variance of N steps, about ½ ln(τ₀/τ_N)/N");
    double bound = 0.5 * shifted(2).secondMoment() / (160 * 160);
    return Claim.of(
        "E12",
        List.of(
            equal("exponent of σ_T in the marginal E_I, N(2, 0.5²)", marginal, -4, near()),
            equal("exponent of σ_T in the path E_I", path, -2, near()),
            equal(
                "marginal E_I / (½ m² (c²+δ²)/σ_T⁴), σ_T = 160",
                startOfMarginal(160, budget) / limit,
                1,
                next),
            equal(
                "the same with correlated data, / (½ μᵀ(Σ+δ²I)μ/σ_T⁴)",
                GaussianLaw.of(EQ_10, two, grid(160, budget)).klOfMeanNats() / form,
                1,
                next),
            atMost(
                "marginal E_I / the bound m₂²/2σ_T², σ_T = 160",
                startOfMarginal(160, budget) / bound,
                1e-4,
                absolute(0, "not sharp"))));
  }

  private static Tolerance near() {
    return absolute(0.01, "the next order in m₂²/σ_T² at σ_T = 20");
  }

  private static NoiseGrid grid(double sigmaMax, Budget budget) {
    return NoiseGrid.geometric(0.1, sigmaMax, budget.size(20_000, 200_000));
  }

  /** The mean's part: eq-10 carries it exactly, so steps add nothing. */
  private static double startOfMarginal(double sigmaMax, Budget budget) {
    return GaussianLaw.of(EQ_10, shifted(2), grid(sigmaMax, budget)).klOfMeanNats();
  }
}
