package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.ScalarErrors.kl;
import static designspace.claim.ScalarErrors.path;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;
import static designspace.sampling.LinearSampler.EXPONENTIAL_INTEGRATOR;

import designspace.data.Gaussian;
import designspace.metric.LogLogSlope;
import designspace.sampling.GaussianLaw;
import designspace.sampling.LinearSampler;
import designspace.schedule.AngleLaw;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** B3: exact laws of eq-10, how fast its errors fall, and that they rank grids differently. */
final class ExactLawClaims {
  private static final double C = 0.5;

  private ExactLawClaims() {}

  static Claim settle(Budget budget) {
    List<Check> checks = new ArrayList<>(table());
    NoiseGrid best = NoiseGrid.angle(AngleLaw.INVERSE_ROOT, C, LOW, HIGH, 100);
    double otherKl = Double.POSITIVE_INFINITY;
    double otherPath = 0;
    List<IntFunction<NoiseGrid>> others =
        List.of(ExactLawClaims::polynomial, ExactLawClaims::exponential, ExactLawClaims::logLaw);
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
    checks.add(correlated());
    checks.add(reference96());
    return Claim.of("B3", checks);
  }

  /** The 1/√ law takes long steps at high noise, so its path KL is late to fall like 1/N. */
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
        absolute(0.05, "the next order in 1/N"));
  }

  /** Any covariance: three correlated dimensions. */
  private static Check correlated() {
    double[][] covariance = {{2, 0.5, 0.3}, {0.5, 1, -0.2}, {0.3, -0.2, 0.7}};
    Gaussian data = Gaussian.of(new double[3], covariance);
    double[] steps = {50, 100, 200, 500, 1000, 2000, 5000};
    double[] error = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      NoiseGrid grid = exponential((int) steps[i]);
      error[i] = GaussianLaw.of(LinearSampler.FROZEN_DENOISER, data, grid).klNats();
    }
    return equal(
        "slope of KL in N, denoiser-frozen SDE, correlated data in 3-d, exponential",
        LogLogSlope.fit(steps, error).slope(),
        -2,
        absolute(0.05, "the next order in 1/N at N = 50"));
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

  private static NoiseGrid polynomial(int n) {
    return NoiseGrid.polynomial(LOW, HIGH, 7, n);
  }

  private static NoiseGrid exponential(int n) {
    return NoiseGrid.geometric(LOW, HIGH, n);
  }

  private static NoiseGrid logLaw(int n) {
    return NoiseGrid.angle(AngleLaw.LOG, C, LOW, HIGH, n);
  }
}
