package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.RemarkClaims.slope;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.Condition;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.bound.Theorem2;
import designspace.bound.TrainingAssumptions;
import designspace.core.RandomStreams;
import designspace.data.DataDistribution;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.training.TotalWeighting;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** E14: data of norm √d (asm-1) and a last noise of order one (asm-2) leave E_I of order d. */
public final class StartClaims {
  private static final long SEED = 20240714;
  private static final double[] DIMENSIONS = {16, 64, 256, 1024};
  private static final double EPSILON = 0.1;

  private StartClaims() {}

  private static NoiseGrid grid(double sigmaMax) {
    return NoiseGrid.of(sigmaMax, sigmaMax / 2);
  }

  /** The exact KL(p_T|N(0, σ_T²I)) of N(0, I_d), nats. */
  public static double exact(double d, double sigmaMax) {
    return PathLedger.exactScore(
            LinearSampler.EXPONENTIAL_INTEGRATOR, Gaussian.isotropic((int) d, 1), grid(sigmaMax))
        .nats(Part.INITIALIZATION);
  }

  /** The printed E_I = m₂²/σ_T² of N(0, I_d), nats. */
  public static double printed(double d, double sigmaMax) {
    Design design = Design.of(grid(sigmaMax));
    return new Theorem2(Gaussian.isotropic((int) d, 1), design).printed().nats(Part.INITIALIZATION);
  }

  /**
   * (d/2)(x − ln(1+x)), x = m₂²/(dτ): the least KL(p_T|N(0, τI)) of any law with these moments, for
   * it is m₂²/2τ − I(X₀; X_T), and no law tells more than the Gaussian.
   */
  public static double least(DataDistribution data, double tau) {
    double x = data.secondMoment() / data.dimension() / tau;
    return 0.5 * data.dimension() * (x - Math.log1p(x));
  }

  /** The least σ_max with E_I ≤ ε; E_I falls with σ_max. */
  public static double needed(double epsilon, DoubleUnaryOperator start) {
    double low = 1e-3;
    double high = 1e6;
    while (high / low > 1 + 1e-12) {
      double middle = Math.sqrt(low * high);
      boolean enough = start.applyAsDouble(middle) <= epsilon;
      high = enough ? middle : high;
      low = enough ? low : middle;
    }
    return high;
  }

  private static double neededExponent(boolean asPrinted) {
    return 2
        * slope(DIMENSIONS, d -> needed(EPSILON, s -> asPrinted ? printed(d, s) : exact(d, s)));
  }

  static Claim erratum14(Budget budget) {
    double sigma = Math.sqrt(64 / EPSILON);
    TotalWeighting tab2 = TotalWeighting.uniform(Design.edm(0.002, sigma, 7, 10));
    Condition last = TrainingAssumptions.byDefault().assumption2(tab2).get(1);
    Tolerance power = absolute(1e-6, "a power law");
    return Claim.of(
            "E14",
            List.of(
                equal(
                    "exponent of d in the exact KL(p_T|N(0, σ_T²I)), N(0, I_d), σ_T = 1",
                    slope(DIMENSIONS, d -> exact(d, 1)),
                    1,
                    power),
                equal("in the printed E_I", slope(DIMENSIONS, d -> printed(d, 1)), 1, power),
                equal(
                    "exact KL there, nats a dimension",
                    exact(64, 1) / 64,
                    0.5 * (1 - Math.log(2)),
                    absolute(1e-12, "rounding")),
                atLeast(
                    "KL(p_T|N(0, τI)) / (d/2)(x − ln(1+x)), x = m₂²/dτ, random laws, least",
                    leastRatio(budget.size(200, 2000)),
                    1,
                    absolute(1e-6, "the quadrature of small differences")),
                equal(
                    "exponent of d in the σ_max² that makes the printed E_I = 0.1",
                    neededExponent(true),
                    1,
                    power),
                equal(
                    "in the σ_max² that makes the exact one 0.1, centred data",
                    neededExponent(false),
                    0.5,
                    absolute(0.1, "the next order in m₂²/dσ_max², below 0.1 of it at d = 16")),
                atMost(
                    "margin of asm-2, κ = 2, with tab-2's σ_max² = m₂²/ε, N(0, I₆₄), ε = 0.1",
                    last.margin(),
                    0.1,
                    absolute(0, "not of order one"))))
        .withSeed(SEED);
  }

  private static double leastRatio(int count) {
    double least = Double.POSITIVE_INFINITY;
    RandomStreams streams = new RandomStreams(SEED);
    for (int i = 0; i < count; i++) {
      RandomGenerator random = streams.stream(i);
      double sigma = Math.pow(10, random.nextDouble(-0.5, 0.5));
      Gaussian wide = RandomCase.gaussian(random);
      double gaussian =
          PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, wide, grid(sigma))
              .nats(Part.INITIALIZATION);
      least = Math.min(least, gaussian / least(wide, sigma * sigma));
      GaussianMixture bumps = RandomCase.mixture(random);
      double mixture = PathLedger.exactScore(bumps, grid(sigma)).nats(Part.INITIALIZATION);
      least = Math.min(least, mixture / least(bumps, sigma * sigma));
    }
    return least;
  }
}
