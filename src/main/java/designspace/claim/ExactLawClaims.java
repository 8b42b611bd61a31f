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
import java.util.function.IntToDoubleFunction;

/** B3: exact laws of eq-10, how fast its errors fall, and that they rank grids differently. */
final class ExactLawClaims {
  private static final double C = 0.5;
  private static final LinearSampler EQ_10 = LinearSampler.EXPONENTIAL_INTEGRATOR;
  private static final double[] STEPS = {50, 100, 200, 500, 1000, 2000, 5000};
  private static final Tolerance NEXT_ORDER = absolute(0.05, "the next order in 1/N at N = 50");

  private ExactLawClaims() {}

  static Claim settle(Budget budget) {
    List<Check> checks = new ArrayList<>();
    NoiseGrid best = NoiseGrid.angle(AngleLaw.INVERSE_ROOT, C, LOW, HIGH, 100);
    double otherKl = Double.POSITIVE_INFINITY;
    double otherPath = 0;
    List<IntFunction<NoiseGrid>> others =
        List.of(ExactLawClaims::polynomial, ExactLawClaims::exponential, ExactLawClaims::logLaw);
    for (IntFunction<NoiseGrid> grid : others) {
      checks.add(slope(grid, true));
      checks.add(slope(grid, false));
      otherKl = Math.min(otherKl, kl(EQ_10, C, grid.apply(100)));
      otherPath = Math.max(otherPath, path(EQ_10, C, grid.apply(100)));
    }
    checks.addAll(table());
    Tolerance exact = absolute(0, "a ranking of exact numbers");
    double kl = kl(EQ_10, C, best);
    double path = path(EQ_10, C, best);
    checks.add(atMost("KL of the 1/√ law / best other", kl / otherKl, 1, exact));
    checks.add(atLeast("path E_D of the 1/√ law / worst other", path / otherPath, 1, exact));
    checks.add(lateSlope());
    checks.add(correlated());
    checks.add(reference96());
    checks.add(mixtureReference());
    checks.add(mixtureSlope());
    return Claim.of("B3", checks);
  }

  /** The 1/√ law takes long steps at high noise, so its path KL is late to fall like 1/N. */
  private static Check lateSlope() {
    double slope =
        fit(
            new double[] {2000, 3000, 5000},
            n -> path(EQ_10, C, NoiseGrid.angle(AngleLaw.INVERSE_ROOT, C, LOW, HIGH, n)));
    String quantity = "slope of path E_D in N from 2000 on, 1/√ law";
    return equal(quantity, slope, -1, absolute(0.05, "the next order in 1/N"));
  }

  /** Any covariance: three correlated dimensions, and another sampler. */
  private static Check correlated() {
    double[][] covariance = {{2, 0.5, 0.3}, {0.5, 1, -0.2}, {0.3, -0.2, 0.7}};
    Gaussian data = Gaussian.of(new double[3], covariance);
    LinearSampler frozen = LinearSampler.FROZEN_DENOISER;
    double slope = fit(STEPS, n -> GaussianLaw.of(frozen, data, exponential(n)).klNats());
    String quantity = "slope of KL in N, denoiser-frozen SDE, correlated data in 3-d, exponential";
    return equal(quantity, slope, -2, NEXT_ORDER);
  }

  private static double fit(double[] steps, IntToDoubleFunction error) {
    double[] errors = Arrays.stream(steps).map(n -> error.applyAsDouble((int) n)).toArray();
    return LogLogSlope.fit(steps, errors).slope();
  }

  /** Beyond Gaussian data: the reference's mixture of three bumps. */
  private static Check mixtureReference() {
    double worst =
        MixtureReference.all().stream().mapToDouble(MixtureReference::klDeviation).max().orElse(1);
    String quantity = "largest relative deviation of KL from 8 reference cases on a mixture";
    return atMost(quantity, worst, 0, absolute(2e-5, "the reference's own error is about 1e−5"));
  }

  private static Check mixtureSlope() {
    double slope =
        fit(
            new double[] {80, 160, 320},
            n -> MixtureReference.klNats(NoiseGrid.geometric(0.05, 20, n)));
    String quantity = "slope of KL in N = 80 … 320 on the mixture, exponential";
    return equal(quantity, slope, -2, absolute(0.05, "the next order in 1/N at N = 80"));
  }

  private static Check reference96() {
    double worst =
        GaussianReference.all().stream().mapToDouble(GaussianReference::deviation).max().orElse(1);
    String quantity = "largest relative deviation from 96 independent reference cases";
    return atMost(quantity, worst, 0, absolute(1e-9, "11 digits are given, of small differences"));
  }

  private static List<Check> table() {
    List<Check> checks = new ArrayList<>();
    double[][] reference = { // c, N, then KL and path E_D by an independent computation
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
        double kl = kl(EQ_10, c, grids.get(g));
        double path = path(EQ_10, c, grids.get(g));
        checks.add(equal("KL, " + where, kl, row[2 + g], printedDigits(row[2 + g], 4)));
        checks.add(equal("path E_D, " + where, path, row[5 + g], printedDigits(row[5 + g], 4)));
      }
    }
    return checks;
  }

  private static Check slope(IntFunction<NoiseGrid> grid, boolean marginal) {
    double slope =
        fit(STEPS, n -> marginal ? kl(EQ_10, C, grid.apply(n)) : path(EQ_10, C, grid.apply(n)));
    String quantity = "slope of " + (marginal ? "KL" : "path E_D") + " in N, ";
    return equal(quantity + grid.apply(1).recipe(), slope, marginal ? -2 : -1, NEXT_ORDER);
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
