package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.BoundReport;
import designspace.bound.CertifiedBound;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.core.Points;
import designspace.core.RandomStreams;
import designspace.data.Boxes;
import designspace.data.GaussianMixture;
import designspace.data.Spread;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** B2: the certified bound is never below the path KL, and each of its terms is needed. */
final class CertifiedClaims {
  private static final long SEED = 20240623;
  private static final Tolerance EXACT = absolute(1e-9, "rounding of small differences");

  private static final Tolerance ENTROPIES =
      absolute(1e-9, "rounding, the truth known to its stated error");

  private CertifiedClaims() {}

  static Claim settle(Budget budget) {
    List<Check> checks = new ArrayList<>(gaussians(budget.size(10_000, 200_000)));
    checks.addAll(mixtures(budget.size(300, 3000)));
    checks.addAll(jumps());
    checks.add(intervals(budget.size(100, 1000)));
    checks.addAll(Tightness.checks());
    return Claim.of("B2", checks).withSeed(SEED);
  }

  private static List<Check> gaussians(int tries) {
    Least certified = new Least();
    Least sharpened = new Least();
    Least marginal = new Least();
    Least concave = new Least();
    double identity = 0;
    for (RandomCase c : RandomCase.list(tries, SEED)) {
      BoundReport path = c.path();
      NoiseGrid grid = c.design().noiseGrid();
      Spread pooled = Spread.pooled(c.data().dimension(), c.data().secondMoment());
      CertifiedBound plain = new CertifiedBound(pooled, grid);
      CertifiedBound known = new CertifiedBound(Spread.of(c.data()), grid);
      certified.add(plain.report(), path);
      sharpened.addTotal(plain.sharpened().totalNats(), path);
      concave.add(known.logConcave(), path);
      marginal.addTotal(2 * path.totalNats() - c.marginalNats(), path);
      double ratio = known.report().totalNats() / path.totalNats();
      identity = Math.max(identity, Math.abs(ratio - 1));
    }
    String cases = ", " + tries + " random designs and Gaussians, least";
    return List.of(
        atLeast("certified bound / path KL" + cases, certified.total, 1, EXACT),
        atLeast("certified E_D / exact E_D" + cases, certified.discretization, 1, EXACT),
        atLeast("1 − marginal KL / path KL" + cases, marginal.total - 1, 0, EXACT),
        atLeast("without the first step's term / path KL" + cases, sharpened.total, 1, EXACT),
        atLeast("growth alone / E_D (log-concave)" + cases, concave.discretization, 1, EXACT),
        atMost("covariance known: largest |certified / path KL − 1|", identity, 0, EXACT));
  }

  private static List<Check> mixtures(int tries) {
    RandomGenerator random = new RandomStreams(SEED).stream(-1);
    Least plain = new Least();
    Least floored = new Least();
    Least sharpened = new Least();
    for (int i = 0; i < tries; i++) {
      GaussianMixture data = RandomCase.mixture(random);
      NoiseGrid grid = RandomCase.design(random).noiseGrid();
      compare(data, grid, plain, floored, sharpened);
    }
    return checks(tries + " mixtures on the line, least", plain, floored, sharpened);
  }

  private static void compare(
      GaussianMixture data, NoiseGrid grid, Least plain, Least floored, Least sharpened) {
    BoundReport path = PathLedger.exactScore(data, grid);
    Spread pooled = Spread.pooled(1, data.secondMoment());
    plain.add(new CertifiedBound(pooled, grid).report(), path);
    floored.add(new CertifiedBound(Spread.of(data), grid).report(), path);
    sharpened.addTotal(new CertifiedBound(Spread.of(data), grid).sharpened().totalNats(), path);
  }

  private static List<Check> checks(String cases, Least plain, Least floored, Least sharpened) {
    return List.of(
        atLeast("certified E_D / exact E_D, " + cases, plain.discretization, 1, ENTROPIES),
        atLeast("with the floor known: E_D, " + cases, floored.discretization, 1, ENTROPIES),
        atLeast("the same without first step, total, " + cases, sharpened.total, 1, ENTROPIES));
  }

  private static List<Check> jumps() {
    Least plain = new Least();
    Least floored = new Least();
    Least sharpened = new Least();
    for (JumpCase c : JumpCase.all()) {
      compare(c.data(), c.design().noiseGrid(), plain, floored, sharpened);
    }
    String cases = "12 grids that end in a jump, two bumps, least";
    List<Check> checks = new ArrayList<>(checks(cases, plain, floored, sharpened));
    Tolerance needed = absolute(0, "below 1: without its curvature it would be no bound");
    double growth =
        JumpCase.least(
            c -> {
              BoundReport bound = c.theorem2().certified();
              return bound.nats("E_I") + bound.nats("E_D growth");
            });
    checks.add(atMost("E_I and growth alone / path KL, " + cases, growth, 1, needed));
    return checks;
  }

  /** Uniform laws are log-concave and not Gaussian. */
  private static Check intervals(int tries) {
    RandomGenerator random = new RandomStreams(SEED).stream(-2);
    Least concave = new Least();
    for (int i = 0; i < tries; i++) {
      double low = 3 * random.nextGaussian();
      double width = Math.pow(10, random.nextDouble(-1.5, 0.7));
      Boxes data = Boxes.of(Points.of(new double[] {low}), Points.of(new double[] {low + width}));
      NoiseGrid grid = RandomCase.design(random).noiseGrid();
      Spread pooled = Spread.pooled(1, data.secondMoment());
      concave.add(new CertifiedBound(pooled, grid).logConcave(), PathLedger.exactScore(data, grid));
    }
    String quantity = "growth alone / E_D, " + tries + " uniform laws (log-concave), least";
    return atLeast(quantity, concave.discretization, 1, ENTROPIES);
  }

  /** Least ratios of a bound to the truth, which is known to its stated error. */
  private static final class Least {
    private double total = Double.POSITIVE_INFINITY;
    private double discretization = Double.POSITIVE_INFINITY;

    void add(BoundReport bound, BoundReport truth) {
      addTotal(bound.totalNats(), truth);
      double error = truth.term("discretization").error();
      double upper = bound.nats(Part.DISCRETIZATION) + error;
      discretization = Math.min(discretization, upper / truth.nats(Part.DISCRETIZATION));
    }

    void addTotal(double nats, BoundReport truth) {
      total = Math.min(total, (nats + truth.error()) / truth.totalNats());
    }
  }
}
