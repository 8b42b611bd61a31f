package designspace.claim;

import static designspace.claim.Check.atMost;
import static designspace.claim.Check.equal;
import static designspace.claim.ScalarErrors.HIGH;
import static designspace.claim.ScalarErrors.LOW;
import static designspace.claim.Tolerance.absolute;
import static designspace.claim.Tolerance.relative;

import designspace.bound.GrowthSum;
import designspace.bound.Theorem2;
import designspace.data.Gaussian;
import designspace.schedule.Design;
import designspace.schedule.NoiseGrid;
import designspace.schedule.TimeGrid;
import designspace.schedule.VarianceSchedule;
import java.util.List;

/** app-i1: all four pairs of variance and time schedule. */
public final class PairClaims {
  private static final double RHO = 7;

  private PairClaims() {}

  /** The four pairs from σ 0.002 to 80: variance σ̄ = t or √t, time polynomial or exponential. */
  public static List<Design> designs(int steps) {
    double low = LOW * LOW;
    double high = HIGH * HIGH;
    return List.of(
        Design.edm(LOW, HIGH, RHO, steps),
        new Design(VarianceSchedule.linear(), TimeGrid.exponential(LOW, HIGH, steps)),
        new Design(VarianceSchedule.sqrt(), TimeGrid.polynomial(low, high, RHO, steps)),
        Design.song(LOW, HIGH, steps));
  }

  static Claim settle(Budget budget) {
    List<Design> pairs = designs(100);
    NoiseGrid geometric = NoiseGrid.geometric(LOW, HIGH, 100);
    Tolerance rounding = absolute(1e-11, "rounding of powers and exponentials");
    int n = budget.size(20_000, 200_000);
    Tolerance finite = relative(1000.0 / n / n, "the next order, 1/N²");
    double exponential = GrowthSum.exponentialLimit(LOW, HIGH);
    return Claim.of(
        "app-i1",
        List.of(
            atMost(
                "√t with exponential time is the geometric grid, as is t: largest |Δ ln σ|",
                Math.max(distance(pairs.get(1), geometric), distance(pairs.get(3), geometric)),
                0,
                rounding),
            atMost(
                "√t with polynomial(ρ) time is polynomial(ρ/2) in σ: largest |Δ ln σ|",
                distance(pairs.get(2), NoiseGrid.polynomial(LOW, HIGH, RHO / 2, 100)),
                0,
                rounding),
            equal(
                "N × growth term, t with polynomial(7)",
                growth(0, n),
                GrowthSum.polynomialLimit(LOW, HIGH, RHO),
                finite),
            equal("N × growth term, t with exponential", growth(1, n), exponential, finite),
            equal(
                "N × growth term, √t with polynomial(7)",
                growth(2, n),
                GrowthSum.polynomialLimit(LOW, HIGH, RHO / 2),
                finite),
            equal("N × growth term, √t with exponential", growth(3, n), exponential, finite)));
  }

  private static double distance(Design design, NoiseGrid grid) {
    double worst = 0;
    for (int k = 0; k <= grid.steps(); k++) {
      worst = Math.max(worst, Math.abs(Math.log(design.noiseGrid().sigma(k) / grid.sigma(k))));
    }
    return worst;
  }

  private static double growth(int pair, int steps) {
    Gaussian data = Gaussian.isotropic(1, 1);
    return steps * new Theorem2(data, designs(steps).get(pair)).printed().nats("E_D growth");
  }
}
