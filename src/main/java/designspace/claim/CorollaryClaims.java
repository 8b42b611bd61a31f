package designspace.claim;

import static designspace.claim.Check.atLeast;
import static designspace.claim.Check.atMost;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;

import designspace.bound.BoundReport;
import designspace.bound.Corollary1;
import designspace.bound.Term.Part;
import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.sampling.LinearSampler;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import java.util.ArrayList;
import java.util.List;

/** cor-1: its first three terms against those of thm-2, with constants 1; its fourth's 1/N. */
final class CorollaryClaims {
  private CorollaryClaims() {}

  private static double growthRatio(int n) {
    Theorem2 theorem = new Theorem2(Gaussian.isotropic(1, 0.5), Design.edm(LOW, HIGH, 7, n));
    double corollary = Corollary1.printed(1, 0.25, LOW, HIGH, 7, n).nats("E_D growth");
    return corollary / theorem.corrected().nats("E_D growth");
  }

  static Claim corollary1(Budget budget) {
    double growth = Double.POSITIVE_INFINITY;
    double curvature = Double.POSITIVE_INFINITY;
    Gaussian data = Gaussian.isotropic(1, 0.5);
    for (int n : new int[] {10, 20, 50, 100, 1000, 10_000}) {
      BoundReport corollary = Corollary1.printed(1, 0.25, LOW, HIGH, 7, n);
      BoundReport theorem = new Theorem2(data, Design.edm(LOW, HIGH, 7, n)).corrected();
      growth = Math.min(growth, growthRatio(n));
      double first = theorem.nats("E_D first step");
      curvature =
          Math.min(
              curvature, corollary.nats("E_D curvature") / (first + theorem.nats("E_D curvature")));
    }
    int from = 1;
    for (int n = 1; n <= 200; n++) {
      from = growthRatio(n) < 1 ? n + 1 : from;
    }
    Tolerance bound = absolute(0, "an upper bound");
    BoundReport many = Corollary1.printed(1, 0.25, LOW, HIGH, 7, 100_000);
    BoundReport exact = new Theorem2(data, Design.edm(LOW, HIGH, 7, 100_000)).corrected();
    List<Check> checks = new ArrayList<>(TrainingTerm.corrected());
    checks.addAll(TrainingTerm.measured(budget));
    checks.addAll(
        List.of(
            atLeast("growth term / thm-2's, EDM, N = 10 … 10⁴, least", growth, 1, bound),
            atMost(
                "N from which on that ratio is at least 1 (constants 1, ρ = 7)",
                from,
                10,
                absolute(0, "the term is a limit; with few steps the last one costs more")),
            atLeast("terms in m₂²+d / thm-2's, least", curvature, 1, bound),
            atLeast(
                "all three terms / exact path E_D, N(0, 0.5²), N = 10⁵",
                many.totalNats()
                    / ScalarErrors.path(
                        LinearSampler.EXPONENTIAL_INTEGRATOR,
                        0.5,
                        NoiseGrid.polynomial(LOW, HIGH, 7, 100_000)),
                1,
                bound),
            atMost(
                "thm-2's E_I / the first term",
                exact.nats(Part.INITIALIZATION) / many.nats(Part.INITIALIZATION),
                1,
                bound)));
    return Claim.corrected("cor-1", TrainingTerm.printed(), checks).withSeed(TrainingTerm.SEED);
  }
}
