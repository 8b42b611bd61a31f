package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;

import designspace.bound.BoundReport;
import designspace.bound.CertifiedBound;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.bound.Theorem2;
import designspace.core.RandomStreams;
import designspace.data.Gaussian;
import designspace.data.GaussianMixture;
import designspace.data.Spread;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** thm-2, E7 and B2: the bound against the truth it bounds. */
final class BoundClaims {
  private static final long SEED = 20240623;
  private static final Tolerance EXACT = absolute(1e-9, "rounding of small differences");

  /** E7's example: N(10, 0.5²), σ̄ = t on 0.15 … 20. */
  private static final Gaussian FAR = Gaussian.isotropic(new double[] {10}, 0.5);

  private static final Design CONVEX =
      new Design(VarianceSchedule.linear(), TimeGrid.of(0.15, 0.2, 0.3, 0.5, 1, 20));

  private BoundClaims() {}

  static Claim theorem2(Budget budget) {
    int tries = budget.size(10_000, 200_000);
    double least = Double.POSITIVE_INFINITY;
    for (RandomCase c : RandomCase.list(tries, SEED)) {
      double corrected = c.theorem2().corrected().totalNats();
      least = Math.min(least, corrected / c.path().totalNats());
    }
    Theorem2 example = new Theorem2(FAR, CONVEX);
    double path = path(FAR, CONVEX.noiseGrid()).totalNats();
    return Claim.corrected(
            "thm-2",
            atLeast(
                "printed bound, constants 1, less path KL on E7's example, nats",
                example.printed().totalNats() - path,
                0,
                EXACT),
            List.of(
                atLeast(
                    "least corrected bound / path KL, constants 1, " + tries + " random cases",
                    least,
                    1,
                    EXACT),
                atLeast(
                    "corrected bound less path KL on E7's example, nats",
                    example.corrected().totalNats() - path,
                    0,
                    EXACT)))
        .withSeed(SEED);
  }

  static Claim erratum7(Budget budget) {
    Theorem2 example = new Theorem2(FAR, CONVEX);
    Theorem2 geometric = new Theorem2(FAR, Design.song(0.15, 20, 5));
    return Claim.of(
        "E7",
        List.of(
            equal(
                "printed E_D, N(10, 0.5²), σ̄ = 20, 1, .5, .3, .2, .15, nats",
                example.printed().nats(Part.DISCRETIZATION),
                -26.4,
                printedDigits(-26.4, 3)),
            atLeast(
                "exact path E_D there, nats",
                path(FAR, CONVEX.noiseGrid()).nats(Part.DISCRETIZATION),
                0,
                EXACT),
            atLeast(
                "E_D there with the positive part, nats",
                example.corrected().nats(Part.DISCRETIZATION)
                    - path(FAR, CONVEX.noiseGrid()).nats(Part.DISCRETIZATION),
                0,
                EXACT),
            equal(
                "the curvature term on a geometric grid, nats",
                geometric.printed().nats("E_D curvature"),
                0,
                absolute(1e-11, "rounding of 1/τ ≤ 45, times m₂²+d"))));
  }

  static Claim certified(Budget budget) {
    int tries = budget.size(10_000, 200_000);
    double least = Double.POSITIVE_INFINITY;
    double marginal = Double.POSITIVE_INFINITY;
    double identity = 0;
    double concave = Double.POSITIVE_INFINITY;
    for (RandomCase c : RandomCase.list(tries, SEED)) {
      double path = c.path().totalNats();
      least = Math.min(least, c.theorem2().certified().totalNats() / path);
      marginal = Math.min(marginal, path / c.marginalNats());
      CertifiedBound known = new CertifiedBound(Spread.of(c.data()), c.design().noiseGrid());
      identity = Math.max(identity, Math.abs(known.report().totalNats() / path - 1));
      concave = Math.min(concave, known.logConcave().totalNats() / path);
    }
    String cases = ", " + tries + " random cases";
    List<Check> checks = new ArrayList<>();
    checks.add(atLeast("least certified bound / path KL" + cases, least, 1, EXACT));
    checks.add(atLeast("least path KL / marginal KL" + cases, marginal, 1, EXACT));
    checks.add(
        atLeast(
            "the growth alone / path KL (Gaussians are log-concave)" + cases, concave, 1, EXACT));
    checks.add(atMost("known covariance: |certified / path KL − 1|" + cases, identity, 0, EXACT));
    checks.add(mixtures(budget.size(300, 3000)));
    checks.addAll(Tightness.checks());
    return Claim.of("B2", checks).withSeed(SEED);
  }

  private static Check mixtures(int tries) {
    RandomGenerator random = new RandomStreams(SEED).stream(-1);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      GaussianMixture data = RandomCase.mixture(random);
      Design design = RandomCase.design(random);
      double path = PathLedger.exactScore(data, design.noiseGrid()).totalNats();
      double floored = new CertifiedBound(Spread.of(data), design.noiseGrid()).report().totalNats();
      double plain = new Theorem2(data, design).certified().totalNats();
      least = Math.min(least, Math.min(floored, plain) / path);
    }
    String quantity = "least certified bound / path KL, with and without floor, ";
    Tolerance entropies = absolute(1e-8, "path KL is a difference of entropies of order 1");
    return atLeast(quantity + tries + " mixtures on the line", least, 1, entropies);
  }

  private static BoundReport path(Gaussian data, NoiseGrid grid) {
    return PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid);
  }
}
