package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.sampling.LinearSampler.EXPONENTIAL_INTEGRATOR;

import designspace.bound.BoundReport;
import designspace.bound.Initialization;
import designspace.bound.PathLedger;
import designspace.bound.ProfiledLedger;
import designspace.bound.SampledLedger;
import designspace.bound.ScoreAwareClock;
import designspace.core.Estimate;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.schedule.NoiseGrid;
import designspace.score.NoiseProfile;
import designspace.score.ScoreFunction;
import designspace.score.ScoreInjection;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** The ledger B1 from profiles of J and e, in closed form and measured. */
final class ProfileChecks {
  private static final int STEPS = 20;

  private ProfileChecks() {}

  /** Against the closed form, on Gaussians of one and of three scales. */
  static Check closedForm() {
    double worst = 0;
    for (double c : new double[] {0.1, 0.5, 1, 5}) {
      worst = Math.max(worst, difference(Gaussian.isotropic(new double[] {1}, c)));
    }
    double[][] scales = {{0.01, 0, 0}, {0, 1, 0}, {0, 0, 25}};
    worst = Math.max(worst, difference(Gaussian.of(new double[] {1, 0, -1}, scales)));
    return atMost(
        "ledger from J(σ) and e(σ) against the closed form on five Gaussians, N = 1, 10, 100:"
            + " worst relative difference",
        worst,
        0,
        absolute(1e-8, "six Gauss–Legendre nodes a panel of ln τ"));
  }

  private static double difference(Gaussian data) {
    DoubleUnaryOperator error = sigma -> 0.1 / (sigma * sigma);
    double start = Initialization.of(data, HIGH, 2, 0).value();
    ProfiledLedger ledger =
        ProfiledLedger.of(HIGH, start, sigma -> data.fisherInformation(sigma * sigma), error);
    double worst = 0;
    for (int steps : new int[] {1, 10, 100}) {
      NoiseGrid grid = NoiseGrid.polynomial(LOW, HIGH, 7, steps);
      BoundReport exact = PathLedger.exactScore(EXPONENTIAL_INTEGRATOR, data, grid);
      double expected = PathLedger.withScoreError(exact, grid, error).totalNats();
      worst = Math.max(worst, Math.abs(ledger.on(grid).totalNats() / expected - 1));
    }
    return worst;
  }

  /** Profiles of an injected error on a mixture in the plane, and the clock that they give. */
  static List<Check> measured(int n, long seed) {
    GaussianMixture data = LedgerClaims.data().get(2);
    ScoreFunction score = ScoreInjection.randomField(data, 0.3, 1, seed);
    double[] levels = NoiseProfile.levels(0.05, 20, 30);
    NoiseProfile error = NoiseProfile.scoreError(score, data, levels, n, seed);
    NoiseProfile fisher = NoiseProfile.fisherInformation(data, levels, n, seed);
    double start = Initialization.of(data, 20, n, seed).value();
    NoiseGrid grid = ScoreAwareClock.of(fisher, error, 0.05, 20).grid(STEPS);
    BoundReport profiled = ProfiledLedger.of(20, start, fisher, error).on(grid);
    BoundReport own = SampledLedger.of(data, grid, score, n, seed + 1);
    NoiseGrid polynomial = NoiseGrid.polynomial(0.05, 20, 7, STEPS);
    BoundReport other = SampledLedger.of(data, polynomial, score, n, seed + 1);
    double ofScore = relativeError(error) * profiled.term("score").nats();
    double ofSteps = relativeError(fisher) * profiled.term("discretization").nats();
    double allowed = 4 * Math.hypot(own.error(), Math.hypot(ofScore, ofSteps));
    return List.of(
        equal(
            "mixture in the plane, random-field error: path KL from profiles, clock, N=20, against"
                + " simulation, nats"
                + told(allowed, own.totalNats()),
            profiled.totalNats(),
            own.totalNats(),
            absolute(allowed, "4 standard errors of the simulation and of the profiles")),
        atMost(
            "the same by simulation: the clock's path KL / polynomial(7)'s",
            own.totalNats() / other.totalNats(),
            1,
            absolute(0, "a ranking; both from the same paths' noise")));
  }

  private static String told(double allowed, double total) {
    return String.format(Locale.ROOT, ", to %.2g or %.0f %%", allowed, 100 * allowed / total);
  }

  /** The greatest relative standard error of a profile's levels. */
  private static double relativeError(NoiseProfile profile) {
    return profile.estimates().stream()
        .mapToDouble((Estimate level) -> level.error() / level.value())
        .max()
        .orElseThrow();
  }
}
