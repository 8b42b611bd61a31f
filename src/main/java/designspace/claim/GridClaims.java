package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;
import static designspace.claim.Tolerance.relative;
import static designspace.sampling.LinearSampler.EULER_FLOW;
import static designspace.sampling.LinearSampler.EXPONENTIAL_INTEGRATOR;
import static designspace.sampling.LinearSampler.FROZEN_DENOISER;

import designspace.bound.PathLedger;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.metric.LogLogSlope;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** B3 and B4: which grid is best on Gaussian data, and how fast the errors fall. */
final class GridClaims {
  private static final long SEED = 20240619;
  private static final double LOW = 0.002;
  private static final double HIGH = 80;
  private static final double C = 0.5;

  private GridClaims() {}

  static Claim exactLaws(Budget budget) {
    List<Check> checks = new ArrayList<>(table());
    NoiseGrid best = NoiseGrid.angle(AngleLaw.INVERSE_ROOT, C, LOW, HIGH, 100);
    double otherKl = Double.POSITIVE_INFINITY;
    double otherPath = 0;
    List<IntFunction<NoiseGrid>> others =
        List.of(GridClaims::polynomial, GridClaims::exponential, GridClaims::logLaw);
    for (IntFunction<NoiseGrid> grid : others) {
      checks.add(slope(grid, true, budget));
      checks.add(slope(grid, false, budget));
      otherKl = Math.min(otherKl, kl(EXPONENTIAL_INTEGRATOR, C, grid.apply(100)));
      otherPath = Math.max(otherPath, path(EXPONENTIAL_INTEGRATOR, C, grid.apply(100)));
    }
    Tolerance exact = absolute(0, "a ranking of exact numbers");
    double kl = kl(EXPONENTIAL_INTEGRATOR, C, best);
    double path = path(EXPONENTIAL_INTEGRATOR, C, best);
    checks.add(atMost("KL of the 1/√ law / best other", kl / otherKl, 1, exact));
    checks.add(atLeast("path E_D of the 1/√ law / worst other", path / otherPath, 1, exact));
    checks.add(lateSlope());
    checks.add(reference96());
    return Claim.of("B3", checks);
  }

  /** The 1/√ law leaves huge steps at low noise, so its path KL reaches 1/N late. */
  private static Check lateSlope() {
    double[] steps = {2000, 3000, 5000};
    double[] error = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      NoiseGrid grid = NoiseGrid.angle(AngleLaw.INVERSE_ROOT, C, LOW, HIGH, (int) steps[i]);
      error[i] = path(EXPONENTIAL_INTEGRATOR, C, grid);
    }
    return equal(
        "slope of path E_D in N from 2000 on, 1/√ law",
        LogLogSlope.fit(steps, error).slope(),
        -1,
        absolute(0.05, "the next order in 1/N, large for this law"));
  }

  private static Check reference96() {
    double worst =
        GaussianReference.all().stream().mapToDouble(GaussianReference::deviation).max().orElse(1);
    String quantity = "largest relative deviation from 96 independent reference cases";
    return atMost(quantity, worst, 0, absolute(1e-9, "11 digits are given, of small differences"));
  }

  private static List<Check> table() {
    List<Check> checks = new ArrayList<>();
    double[][] reference = { // c, N, then KL and path E_D as THEORY §4 prints them
      {0.5, 100, 2.760e-3, 2.805e-3, 2.491e-3, 0.3399, 0.4540, 0.2491},
      {0.5, 18, 8.025e-2, 8.501e-2, 6.644e-2, 1.536, 1.920, 1.196},
      {1, 100, 2.265e-3, 2.804e-3, 1.865e-3, 0.2744, 0.3855, 0.1865},
      {5, 1000, 1.421e-5, 2.756e-5, 7.583e-6, 0.01492, 0.02397, 0.007684},
    };
    for (double[] row : reference) {
      double c = row[0];
      int n = (int) row[1];
      List<NoiseGrid> grids =
          List.of(
              NoiseGrid.polynomial(LOW, HIGH, 7, n),
              NoiseGrid.geometric(LOW, HIGH, n),
              NoiseGrid.angle(AngleLaw.LOG, c, LOW, HIGH, n));
      for (int g = 0; g < grids.size(); g++) {
        String where = grids.get(g).recipe() + ", c=" + c + ", N=" + n + ", nats";
        double kl = kl(EXPONENTIAL_INTEGRATOR, c, grids.get(g));
        double path = path(EXPONENTIAL_INTEGRATOR, c, grids.get(g));
        checks.add(equal("KL, " + where, kl, row[2 + g], printedDigits(row[2 + g], 4)));
        checks.add(equal("path E_D, " + where, path, row[5 + g], printedDigits(row[5 + g], 4)));
      }
    }
    return checks;
  }

  private static Check slope(IntFunction<NoiseGrid> grid, boolean marginal, Budget budget) {
    double[] steps = {50, 100, 200, 500, 1000, 2000, budget.size(5000, 50_000)};
    double[] error = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      NoiseGrid levels = grid.apply((int) steps[i]);
      error[i] =
          marginal
              ? kl(EXPONENTIAL_INTEGRATOR, C, levels)
              : path(EXPONENTIAL_INTEGRATOR, C, levels);
    }
    String quantity = "slope of " + (marginal ? "KL" : "path E_D") + " in N, ";
    return equal(
        quantity + grid.apply(1).recipe(),
        LogLogSlope.fit(steps, error).slope(),
        marginal ? -2 : -1,
        absolute(0.05, "the next order in 1/N at N = 50"));
  }

  static Claim angleLaws(Budget budget) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(constants(budget));
    checks.add(reference());
    int tries = budget.size(2000, 50_000);
    checks.add(neverBelow(EXPONENTIAL_INTEGRATOR, AngleLaw.LOG, tries));
    checks.add(neverBelow(FROZEN_DENOISER, AngleLaw.LOG_SNR, tries));
    return Claim.of("B4", checks).withSeed(SEED);
  }

  private static Check reference() {
    NoiseGrid grid = NoiseGrid.angle(AngleLaw.INVERSE_ROOT, C, LOW, HIGH, 100);
    double kl = kl(EXPONENTIAL_INTEGRATOR, C, grid);
    return equal(
        "KL of eq-10, 1/√ law, c=0.5, N=100, nats", kl, 4.217e-4, printedDigits(4.217e-4, 4));
  }

  /** N²KL against its limit; σ_max is raised where the limit needs 1/N ≫ c²/σ_max². */
  private static List<Check> constants(Budget budget) {
    int n = budget.size(4000, 40_000);
    double far = 1e6;
    double inverseRoot = 1 - Math.hypot(C, LOW) / Math.hypot(C, HIGH);
    double arctangent = Math.atan(far / C) - Math.atan(LOW / C);
    double sine = HIGH / Math.hypot(C, HIGH) - LOW / Math.hypot(C, LOW);
    double left = 1 + LOW * LOW / (C * C);
    return List.of(
        limit(EXPONENTIAL_INTEGRATOR, AngleLaw.INVERSE_ROOT, HIGH, n, 4 * pow4(inverseRoot)),
        limit(EULER_FLOW, AngleLaw.ARCTANGENT, far, n, pow4(arctangent) / 4),
        limit(FROZEN_DENOISER, AngleLaw.SINE, HIGH, n, 4 * left * left * pow4(sine)));
  }

  private static Check limit(
      LinearSampler sampler, AngleLaw law, double high, int n, double constant) {
    double measured = (double) n * n * kl(sampler, C, NoiseGrid.angle(law, C, LOW, high, n));
    String quantity = "N²KL of " + sampler.label() + ", " + law.label() + ", N=" + n;
    Tolerance finite = relative(20.0 / n, "the next order in 1/N");
    return equal(quantity, measured, constant, finite);
  }

  /** The least ratio of a random grid's path KL to the law's own. */
  private static Check neverBelow(LinearSampler sampler, AngleLaw law, int tries) {
    RandomGenerator random = new RandomStreams(SEED).stream(tries);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      double c = Math.exp(random.nextDouble(-3, 3));
      int n = random.nextInt(2, 40);
      double best = path(sampler, c, NoiseGrid.angle(law, c, LOW, HIGH, n));
      least = Math.min(least, path(sampler, c, randomGrid(random, n)) / best);
    }
    String quantity = "least path E_D of " + tries + " random grids / " + law.label();
    return atLeast(quantity, least, 1, absolute(1e-12, "rounding"));
  }

  private static NoiseGrid randomGrid(RandomGenerator random, int n) {
    double[] sigmas = new double[n + 1];
    for (int k = 1; k < n; k++) {
      sigmas[k] = -LOW * Math.pow(HIGH / LOW, random.nextDouble());
    }
    sigmas[0] = -HIGH;
    sigmas[n] = -LOW;
    Arrays.sort(sigmas);
    return NoiseGrid.of(Arrays.stream(sigmas).map(x -> -x).toArray());
  }

  private static NoiseGrid polynomial(int n) {
    return NoiseGrid.polynomial(LOW, HIGH, 7, n);
  }

  private static NoiseGrid exponential(int n) {
    return NoiseGrid.geometric(LOW, HIGH, n);
  }

  private static NoiseGrid logLaw(int n) {
    return NoiseGrid.angle(AngleLaw.LOG, C, LOW, HIGH, n);
  }

  private static double kl(LinearSampler sampler, double c, NoiseGrid grid) {
    return GaussianLaw.of(sampler, Gaussian.isotropic(1, c), grid).klNats();
  }

  private static double path(LinearSampler sampler, double c, NoiseGrid grid) {
    return PathLedger.exactScore(sampler, Gaussian.isotropic(1, c), grid).nats("discretization");
  }

  private static double pow4(double x) {
    return x * x * x * x;
  }
}
