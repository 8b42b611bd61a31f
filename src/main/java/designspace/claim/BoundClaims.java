package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.equal;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.printedDigits;

import designspace.bound.BoundReport;
import designspace.bound.PathLedger;
import designspace.bound.Term.Part;
import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.List;

/** thm-2 and E7: the Paper's bound against the truth it bounds. */
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
                    "the same on two bumps and grids that end in a jump",
                    JumpCase.least(c -> c.theorem2().corrected().totalNats()),
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

  private static BoundReport path(Gaussian data, NoiseGrid grid) {
    return PathLedger.exactScore(LinearSampler.EXPONENTIAL_INTEGRATOR, data, grid);
  }
}
